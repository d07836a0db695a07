import { describe, expect, it } from 'vitest';
import { codeNote } from '../../support/code-a-note.ts';
import { REAL_LIBRARY } from '../../support/real-library.ts';

const STORY =
  'TECHNIQUE: A Pfannenstiel cut was made. The uterus was incised. A viable infant was delivered through the hysterotomy, Apgars 8 and 9. The uterus was closed.';
const codes = (diagnoses: string, title: string, story = STORY): string[] =>
  codeNote(
    `POSTOPERATIVE DIAGNOSES: ${diagnoses}\n\nPROCEDURE: ${title}\n\n${story}`,
    REAL_LIBRARY,
  ).draft.diagnoses.map(({ code }) => code);

describe('a birth after a cesarean', () => {
  it('is told by its reason, also where the diagnosis after it goes on from the one before', () => {
    const note = `PREOPERATIVE DIAGNOSIS: 39 weeks, previous cesarean, failed trial of labor.\nPOSTOPERATIVE DIAGNOSIS: Same. Viable girl.\n\nPROCEDURE: Low transverse cesarean section.\n\n${STORY}`;
    expect(codeNote(note, REAL_LIBRARY).draft.lines.map(({ code }) => code)).toEqual(['59620']);
  });
});

describe('the diagnoses of a birth', () => {
  it('put other illness in the words of its chapter', () => {
    expect(codes('1. Pregnancy at 39 weeks.\n2. Chronic hypertension.', 'Primary cesarean section.')).toEqual([
      'O10.02',
      'Z3A.39',
      'Z37.0',
    ]);
    expect(codes('1. Pregnancy at 39 weeks.\n2. Fibroid uterus.', 'Primary cesarean section.')).toContain('O34.13');
  });

  it('tell the scar by the title, and the wish by the tubes', () => {
    expect(
      codes('Pregnancy at 38 weeks and three days.', 'Repeat cesarean section and bilateral tubal ligation.'),
    ).toEqual(['O34.219', 'Z3A.38', 'Z30.2', 'Z37.0']);
  });

  it.each([
    ['Intrauterine pregnancy at 35-1/7.', 'Z3A.35'],
    ['Pregnancy at 37 plus weeks.', 'Z3A.37'],
    ['36th and 4/7th week.', 'Z3A.36'],
    ['IUP 39w1d.', 'Z3A.39'],
    ['Term pregnancy.', 'Z3A.00'],
  ])('%s is %s', (diagnosis, code) => {
    expect(codes(diagnosis, 'Primary cesarean section.').filter((each) => each.startsWith('Z3A'))).toEqual([code]);
  });

  it('count twins, and labor before term as preterm with the birth', () => {
    const story = `${STORY} Twin B was delivered alive.`;
    expect(codes('1. Pregnancy at 33 weeks, twin gestation.\n2. Preterm labor.', 'Cesarean section.', story)).toEqual([
      'O30.003',
      'O60.14X0',
      'Z3A.33',
      'Z37.2',
    ]);
  });

  it('leave other operations as they are', () => {
    const hernia = 'Laparoscopic right inguinal hernia repair.';
    expect(codes('1. Right inguinal hernia.\n2. Hypertension.', hernia, '')).not.toContain('O10.02');
  });
});
