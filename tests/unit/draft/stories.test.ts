import { describe, expect, it } from 'vitest';
import { placedVolume } from '../../../src/core/retrieve/volumes.ts';
import { codeNote } from '../../support/code-a-note.ts';
import { REAL_LIBRARY } from '../../support/real-library.ts';

const coded = (text: string) => codeNote(text, REAL_LIBRARY);
const lines = (text: string): string[] =>
  coded(text).draft.lines.map(({ code, units }) => (units > 1 ? `${code} x${units}` : code));

describe('stories without a title', () => {
  it('tell an act in several statements', () => {
    const text = `Spine note
Field handed to me. Annulus cut and the disc space emptied back to the ligament. Endplates scraped to bleeding bone.
The iliac vessels were held aside. A cage packed with allograft was driven in at L5-S1.
Position good on the last films. Counts right. Closure by the access surgeon.`;
    expect(lines(text)).toContain('22558');
  });

  it('name procedures in items of a list', () => {
    const text = `Unit note, all lines
The patient was asleep. Each site was draped and prepped. Chlorhexidine was used. A hat and mask were worn.
1) Right radial arterial line. Wire, second pass, good trace.
He stayed stable all along and the family was told about it later.`;
    expect(lines(text)).toEqual(['36620']);
  });

  it('put families on the table for a model without drafting them', () => {
    const { candidates, draft } = coded(
      'PROCEDURE: Left knee arthroscopy.\nTECHNIQUE: The scope was placed. The torn posterior horn of the medial meniscus was trimmed with a biter and shaver to a stable rim.',
    );
    const ofStory = new Set(candidates.filter(({ ofStory }) => ofStory === true).map(({ code }) => code));
    expect(ofStory.size).toBeGreaterThan(0);
    expect(draft.lines.filter(({ code }) => ofStory.has(code))).toEqual([]);
  });
});

describe('what only the title claims', () => {
  it('is not told when the story denies it', () => {
    const text = `Procedure: Colonoscopy with polypectomy
Technique: The scope was passed to the cecum. The mucosa was normal. The polyp of last year was not seen again, so no polypectomy and no biopsy took place.`;
    expect(lines(text)).toEqual(['45378']);
  });

  it('as possible must be told by the story', () => {
    const title = 'Procedure: Laparoscopic cholecystectomy, possible appendectomy.\nTechnique: ';
    const story = 'The gallbladder was dissected from the fossa and removed. ';
    expect(lines(`${title}${story}`)).toEqual(['47562']);
    expect(lines(`${title}${story}Appendectomy was performed: the appendix was stapled at its base.`)).toContain(
      '44970',
    );
  });
});

describe('a titled approach', () => {
  it.each([
    ['The scope was withdrawn. The ligament was divided open through a palmar incision.', '64721'],
    ['The ligament was divided with the blade under endoscopic view.', '29848'],
  ])('is what the story says became of it: %s', (story, code) => {
    expect(lines(`Procedure: Left endoscopic carpal tunnel release.\nTechnique: ${story}`)).toEqual([code]);
  });
});

describe('sections of notes without headings', () => {
  it('know one heading for both diagnoses', () => {
    const { draft } = coded('Pre/post: Carpal tunnel syndrome, right.\nProcedure: Right carpal tunnel release.');
    expect(draft.diagnoses.map(({ code }) => code)).toEqual(['G56.01']);
  });

  it('end the diagnosis where the story begins', () => {
    const { draft } = coded(`Procedure: Excision of ganglion, right wrist.
The ganglion was dissected free and removed with its stalk.

Dx: ganglion right wrist

She was told about fever and about gangrene of the toes her mother had. We will see her in two weeks.`);
    expect(draft.diagnoses.map(({ code }) => code)).toEqual(['M67.431']);
  });
});

describe('volumes', () => {
  const volume = (text: string) =>
    placedVolume(coded(`Procedure: Fat grafting of both breasts.\nTechnique: ${text}`).extract);

  it.each([
    ['Then fat was injected: right 60 cc, left 75 cc.', 135],
    ['310 cc of lipoaspirate was taken. Fat was injected over both upper poles, right 60 cc and left 75 cc.', 135],
    ['40 cc were injected on the right and 30 cc on the left, a total of 70 cc.', 70],
    ['20 cc of lidocaine was injected.', undefined],
  ])('%s', (text, expected) => expect(volume(text)).toBe(expected));

  it('give the units of the add-on', () => {
    const text =
      'Procedure: Fat grafting to both breasts.\nTechnique: Fat was drawn by suction from the flanks. Fat was injected in threads: right 60 cc, left 75 cc.';
    expect(lines(text)).toEqual(['15771', '15772 x2']);
  });
});

describe('doubts of a whole case', () => {
  it('fall on every line when an act of the title has no code', () => {
    const text = (title: string) =>
      `Procedure: ${title}\nTechnique: The gallbladder was dissected from its bed through four trocars and removed.`;
    const [sure] = coded(text('Laparoscopic cholecystectomy.')).draft.lines;
    const [doubted] = coded(text('1. Laparoscopic cholecystectomy.\n2. Excision of the zorbal plexoid band.')).draft
      .lines;
    expect(doubted?.confidence.value).toBeLessThan(sure?.confidence.value ?? 0);
  });
});

describe('targets', () => {
  it('a lid is the one that the diagnosis names on that side', () => {
    const { draft } = coded(`Post op diagnosis: ptosis left upper lid
Procedure: L ptosis repair
Technique: The aponeurosis was advanced onto the tarsus with three silk sutures.`);
    expect(draft.lines.map(({ code, modifiers }) => [code, ...modifiers])).toEqual([['67904', 'E1']]);
  });

  it('sizes behind the name of a thing are no marks', () => {
    expect(
      lines(`Procedure: Ultrasound guided breast core biopsy, right.
Technique:
Mass 5 mm at 10:00 before the needle. Five cores.
Mass 3 mm after the last core, clip set.`),
    ).toEqual(['19083']);
  });

  it('lesions told under their own marks are counted', () => {
    expect(
      lines(`Procedure: Ultrasound guided breast core biopsies, right.
Technique:
#1 10:00, 14 mm. Five cores, ribbon clip.
#2 1:30, 8 mm. Four cores, coil clip.
#3 4:30, 11 mm. Four cores, heart clip.`),
    ).toEqual(['19083', '19084 x2']);
  });
});

describe('the outcome of a birth', () => {
  const codes = (text: string) => coded(text).draft.diagnoses.map(({ code }) => code);

  it('is a living child where the note tells one', () => {
    const text =
      'Procedure: Spontaneous vaginal delivery.\nTechnique: A viable female infant was delivered over the perineum, Apgars 8 and 9.';
    expect(codes(text)).toContain('Z37.0');
  });

  it('is left to a coder for twins', () => {
    const text =
      'Procedure: Vaginal delivery of twins.\nTechnique: Two viable infants were delivered over the perineum.';
    expect(codes(text)).not.toContain('Z37.0');
  });
});

describe('an act done instead of the titled one', () => {
  it('takes its place', () => {
    const text = `Procedure: Bilateral L4-5 transforaminal epidural steroid injections
Technique: The plan was for transforaminal injections. Each time the needle was moved in she had leg pain, and nothing was
injected there. We went instead for an interlaminar approach: at L4-5 a Tuohy was advanced with loss of resistance under
fluoroscopy. Contrast showed epidural spread. Kenalog was injected.`;
    expect(lines(text)).toEqual(['62323']);
  });
});

describe('an act named with its diagnosis', () => {
  const note = (diagnosis: string) =>
    `POSTOPERATIVE DIAGNOSIS: ${diagnosis}\nPROCEDURE: Exploratory laparotomy and right salpingectomy.\nTECHNIQUE: A Pfannenstiel cut was made. The tube was clamped, excised and ligated.`;

  it('is the operation for that diagnosis', () => {
    expect(lines(note('Right ectopic pregnancy.'))).toEqual(['59120']);
  });

  it('reads an abbreviation by its words', () => {
    const text = 'POSTOPERATIVE DIAGNOSIS: Incomplete abortion.\nPROCEDURE: D&C.\nTECHNIQUE: The curette was used.';
    expect(lines(text)).toEqual(['59812']);
  });

  it('is not, where the diagnosis is denied', () => {
    expect(lines(note('Hydrosalpinx, no ectopic pregnancy.'))).toEqual(['58700']);
  });
});

describe('a title that declines one of its items', () => {
  it('keeps the others', () => {
    const text =
      'PROCEDURE: Repeat cesarean section, declined tubal ligation.\nTECHNIQUE: The uterus was incised. The infant was delivered through the hysterotomy.';
    expect(lines(text)).toEqual(['59514']);
  });
});
