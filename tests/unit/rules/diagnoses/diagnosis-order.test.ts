import { diagnosisOrder } from '../../../../src/core/rules/diagnoses/diagnosis-order.ts';
import { lineOf } from '../../../support/a-claim.ts';
import { diagnosed, noteRows, ORDER_2025, ORDER_2026, orderRows, TABULAR_2021 } from '../../../support/diagnoses.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const NOTE = 'DIAGNOSIS: Findings.\nPROCEDURE: Debridement.';
const OFFICIAL = {
  editions: [ORDER_2025, TABULAR_2021],
  diagnoses: orderRows(`
    E11.621 Type 2 diabetes mellitus with foot ulcer
    L97.522 Non-pressure chronic ulcer of other part of left foot with fat layer exposed
    I70.245 Atherosclerosis of native arteries of left leg with ulceration of other part of foot
    N40.1 Benign prostatic hyperplasia with lower urinary tract symptoms
    R33.8 Other retention of urine
    H42 Glaucoma in diseases classified elsewhere
    E85.9 Amyloidosis, unspecified
    D63.0 Anemia in neoplastic disease
    M49.82 Spondylopathy in diseases classified elsewhere, cervical region`),
  diagnosisNotes: noteRows(`
    L97 code-first any associated underlying condition, such as:
    L97 code-first diabetic ulcers (E11.621, E11.622)
    L97 code-first atherosclerosis of the lower extremities (I70.24-)
    N40.1 use-additional code for associated symptoms, when specified: urinary retention (R33.8)
    H42 code-first underlying condition (E85.-)
    M49 code-first underlying disease, such as:
    M49 code-first made up brucellosis (A23.-)`),
};
const listed = (name: string, codes: string, finds: readonly string[], left?: string, year = ORDER_2025): RuleCase => {
  const claim = diagnosed(NOTE, Object.fromEntries(codes.split(' ').map((code) => [code, 'Findings'])));
  return {
    name,
    note: NOTE,
    claim: { ...claim, lines: [lineOf('11042', { dx: claim.diagnoses.map(({ code }) => code) })] },
    official: { ...OFFICIAL, editions: [year, TABULAR_2021] },
    finds,
    ...(left === undefined ? {} : { diagnoses: left.split(' '), points: [`11042>${left.replaceAll(' ', ',')}`] }),
  };
};

ruleCases(diagnosisOrder, /I\.A\.13/, [
  listed('code first: the diabetes before its ulcer', 'L97.522 E11.621', ['W dx-order'], 'E11.621 L97.522'),
  listed('use additional: the prostate before its symptom', 'R33.8 N40.1', ['W dx-order'], 'N40.1 R33.8'),
  listed('others keep their places', 'L97.522 K80.20 I70.245', ['W dx-order'], 'I70.245 L97.522 K80.20'),
  listed('already in order', 'E11.621 L97.522', []),
  listed('no cause on the claim, and the note asks for it only where there is one', 'L97.522', []),
  listed('two that have nothing to do with each other', 'K80.20 N40.1', []),
  listed('a manifestation alone', 'H42', ['F dx-order']),
  listed('a manifestation with another disease than the list names', 'H42 K80.20', ['F dx-order']),
  listed('warned only by an order file of another year', 'H42', ['W dx-order'], undefined, ORDER_2026),
  listed('a manifestation behind its cause', 'E85.9 H42', []),
  listed('any disease will do where the list gives examples', 'C18.7 M49.82', []),
  listed('examples, and no disease at all', 'M49.82', ['F dx-order']),
]);
