import { describe, expect, it } from 'vitest';
import { kindOf, splitSections } from '../../../src/core/extract/sections.ts';

const kinds = (text: string): string[] => splitSections(text).map(({ kind }) => kind);

describe('a heading', () => {
  it.each([
    ['PREOPERATIVE DIAGNOSIS', 'preop-diagnosis'],
    ['POSTOPERATIVE DIAGNOSES', 'postop-diagnosis'],
    ['Pre-op Dx', 'preop-diagnosis'],
    ['Post-op Dx', 'postop-diagnosis'],
    ['PRE-OP AND POST-OP DIAGNOSIS', 'postop-diagnosis'],
    ['PROCEDURE PERFORMED', 'title'],
    ['TITLE OF OPERATION', 'title'],
    ['Operations listed on consent', 'title'],
    ['PROCEDURES AS POSTED', 'title'],
    ['DESCRIPTION OF PROCEDURE', 'body'],
    ['PROCEDURE IN DETAIL', 'body'],
    ['INDICATIONS FOR PROCEDURE', 'history'],
    ['OPERATIVE FINDINGS', 'findings'],
    ['ANESTHESIA', 'anesthesia'],
    ['POSTOPERATIVE PLAN', 'plan'],
    ['Dx runs', undefined],
    ['PROCEDURE TIME', undefined],
    ['The patient was taken to the operating room', undefined],
  ])('%s is %s', (heading, kind) => {
    expect(kindOf(heading)).toBe(kind);
  });
});

describe('splitting a note', () => {
  it.each([
    ['PROCEDURE: I&D left breast abscess', 'title'],
    ['PROCEDURE: I and D of boil', 'title'],
    ['PROCEDURE: I drained the boil', 'body'],
  ])('%s is a %s', (text, kind) => {
    expect(kinds(text)).toEqual([kind]);
  });

  it('a reason of one line does not swallow the story under it', () => {
    const story = 'Adult scope. Sigmoid passed with trouble. Went past the splenic flexure. '.repeat(3);
    expect(kinds(`Colonoscopy report\n\nReason: iron deficiency anemia.\n\n${story}`)).toEqual([
      'lead',
      'history',
      'body',
    ]);
  });

  it('a title of one line does not swallow the story under it, a list does', () => {
    const story = 'Oblique view. Needle in the hole at L4-5. Dye outlined the root. The same at L5-S1. '.repeat(2);
    expect(kinds(`PROCEDURE: ESI LEFT\n\n${story}`)).toEqual(['title', 'body']);
    expect(
      kinds(`PROCEDURE: Cystoscopy\n\n1. Stent, left\n${'2. Retrograde picture of the ureter, left\n'.repeat(4)}`),
    ).toEqual(['title']);
  });

  it('a word of the story with a period is its heading', () => {
    expect(kinds('Indication: cancer of the colon.\n\nTechnique. Four ports. The colon was freed.')).toEqual([
      'history',
      'body',
    ]);
  });

  it('a diagnosis of one line does not swallow the story under it', () => {
    const story = 'Skin was marked.\nIncision was made.\nBone was removed.\nDrain was placed.\nWound closed.';
    expect(kinds(`Post = spinal stenosis.\n${story}`)).toEqual(['postop-diagnosis', 'body']);
    expect(kinds('POSTOPERATIVE DIAGNOSIS: Stenosis.\nClaudication.')).toEqual(['postop-diagnosis']);
  });

  it('sentences without a verb are a long title, with one a story', () => {
    const title =
      'Left heart catheterization, selective bilateral coronary angiography and left ventriculography.  Revascularization of the left anterior descending with angioplasty and implantation of a drug-eluting stent.  Right heart catheterization and catheter placement for monitoring.  Closure device.';
    expect(kinds(`PROCEDURES: ${title}`)).toEqual(['title']);
    expect(kinds(`PROCEDURES: ${title}  The sheath was removed.`)).toEqual(['body']);
    expect(kinds('OPERATION: A 26-mm graft replacement of the thoracoabdominal aorta.')).toEqual(['title']);
    expect(kinds('OPERATION: A 3 cm incision was made over the lump.')).toEqual(['body']);
  });

  it('reads headings followed by a comma, as the collection writes them', () => {
    const text =
      'PREOPERATIVE DIAGNOSIS: , Gallstones.\n\nPROCEDURE,1. Lap chole.\n\n2.  Drain.\n\nANESTHESIA:  ,General.';
    expect(kinds(text)).toEqual(['preop-diagnosis', 'title', 'anesthesia']);
  });

  it('reads headings in the middle of a line', () => {
    expect(kinds('SURGEON: [NAME], MD      ANESTHESIA: MAC\nOPERATION: Hernia repair.')).toEqual([
      'staff',
      'anesthesia',
      'title',
    ]);
  });

  it('reads a heading with a number', () => {
    expect(kinds('PROCEDURE #1: Arterial line.\nDESCRIPTION OF PROCEDURE #1: The artery was entered.')).toEqual([
      'title',
      'body',
    ]);
  });

  it('takes a title heading over a story for the story', () => {
    expect(kinds('PROCEDURE: , The patient was brought to the room and prepped.')).toEqual(['body']);
  });

  it('takes the first line of such a story for the title when it only names', () => {
    const story = 'Spinal. The wall was cut. The fascia was plicated. The tape was passed. '.repeat(5);
    expect(kinds(`Name of op: A&P repair, sling, cysto.\n${story}`)).toEqual(['title', 'body']);
    expect(kinds(`PROCEDURE: The patient was asleep.\n${story}`)).toEqual(['body']);
  });

  it('takes a second heading of the procedure with sentences under it for the story', () => {
    const story = 'Ports placed, robot docked. The bladder was dropped. The nodes came out.';
    expect(kinds(`PROCEDURE: Robotic prostatectomy.\n\nPROCEDURE: ${story}`)).toEqual(['title', 'body']);
    expect(kinds('OPERATION: 1. Cystoscopy.\n\nPROCEDURES: 1. Cysto. 2. Stent. 3. Films.')).toEqual(['title', 'title']);
  });

  it('ends a one-line diagnosis that is the last heading of a telegraphic note', () => {
    const story =
      'GETA, lithotomy, ancef.\nWire up, stone there, impacted.\nHolmium 272 fiber, dusted.\n6x26 JJ L.\n'.repeat(4);
    expect(kinds(`OP NOTE\nDx post: L ureteral stone 8 mm\n${story}`)).toEqual(['postop-diagnosis', 'body']);
    expect(kinds(`Dx post: gastritis\n2. Polyp\n${story}`)).toEqual(['postop-diagnosis', 'body']);
  });

  it('ends a title where a paragraph begins to tell', () => {
    const text = 'Operation: Open colectomy.\n\nI was scrubbed from incision to closure and held exposure throughout.';
    expect(kinds(text)).toEqual(['title', 'body']);
  });

  it('keeps the words of a heading it does not know', () => {
    const text =
      'PROCEDURE: EGD and colonoscopy.\nEGD: The scope was passed.\nCOLONOSCOPY: The scope reached the cecum.';
    const sections = splitSections(text);
    expect(sections.map(({ kind }) => kind)).toEqual(['title', 'other', 'other']);
    expect(text.slice(sections[1]?.start, sections[1]?.end)).toContain('EGD: The scope');
  });

  it.each([
    ['POSTOP DX  cyst of the jaw\nPROC  R cyst unroofed', ['postop-diagnosis', 'title']],
    ['Lap chole.\nDx acute cholecystitis', ['lead', 'postop-diagnosis']],
    ['Lap chole.\nImp: acute cholecystitis', ['lead', 'postop-diagnosis']],
    ['Ops: excision of a lump', ['title']],
    ['EGD.\nPROC codes per scheduler\nLook only.', ['lead']],
  ])('reads the short heading in %j', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it('ends what is jotted down of the history with its line', () => {
    expect(kinds('PROCEDURE: Hernia repair\nHx: mesh 2011\nSac opened, mesh laid.')).toEqual([
      'title',
      'history',
      'body',
    ]);
    expect(kinds('Consent covers: cystoscopy, stent.\nCystoscope passed.')).toEqual(['history', 'body']);
    expect(kinds('INDICATIONS: Stones.\nColic for a week.\nLMA. Scope passed.')).toEqual(['history', 'body']);
  });

  it('ends a title before the line with the surgeon or the anesthesia', () => {
    expect(kinds('Procedure: Hernia repair\nSurg [NAME]. GETA.\nSac opened.')).toEqual(['title', 'body']);
  });

  it('calls text before the first heading the lead', () => {
    expect(kinds('EGD today.\nIndications: pain.')).toEqual(['lead', 'history']);
  });

  it('covers an empty text with nothing', () => {
    expect(splitSections('')).toEqual([]);
  });
});

it('a plan over the story is its own line', () => {
  const story = 'Scope in. The growth was cored and pulled out in pieces, base burnt until dry.\n'.repeat(5);
  expect(kinds(`EBUS note\nPlan from the letter: scope and maybe stent\n${story}`)).toEqual(['lead', 'plan', 'body']);
});

describe('a second heading `Procedure`', () => {
  it('is the story when its first sentence tells an act and paragraphs follow', () => {
    const wounds = Array.from(
      { length: 6 },
      (_, at) => `Wound ${at + 1}: deep layer with 4-0 Vicryl, then the skin with 6-0 nylon on top.`,
    );
    const text = `PROCEDURE: Closure of lacerations.\n\nANESTHESIA: Local.\n\nPROCEDURE: All wounds were rinsed with saline.\n\n${wounds.join('\n\n')}`;
    expect(kinds(text)).toEqual(['title', 'anesthesia', 'body']);
  });
});
