import { useAdditional } from '../../../../src/core/rules/diagnoses/use-additional.ts';
import { diagnosed, noteRows, TABULAR_2021 } from '../../../support/diagnoses.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const OFFICIAL = {
  editions: [TABULAR_2021],
  diagnosisNotes: noteRows(`
    E66 use-additional code to identify body mass index (BMI), if known (Z68.-)
    N39.0 use-additional code (B95-B97), to identify infectious agent
    I25 use-additional code to identify: tobacco dependence (F17.-)
    E11.621 use-additional code to identify site of ulcer (L97.4-, L97.5-)
    O00-O9A use-additional code from category Z3A, Weeks of gestation (Z3A.-)
    J00-J99 use-additional code to identify tobacco dependence (F17.-)`),
};
const told = (codes: string, words: string, finds: readonly string[] = [], official = OFFICIAL): RuleCase => {
  const note = `POSTOPERATIVE DIAGNOSIS: Findings.\nHISTORY: ${words}.\nPROCEDURE: Laparoscopy.`;
  const claim = diagnosed(note, Object.fromEntries(codes.split(' ').map((code) => [code, 'Findings'])));
  return { name: `${codes}: ${words}`, note, claim, official, finds };
};

ruleCases(useAdditional, /I\.B\.7/, [
  told('E66.01', 'Her BMI is 46', ['W dx-use-additional']),
  told('N39.0', 'The culture grew Pseudomonas', ['W dx-use-additional']),
  told('I25.10', 'He smokes two packs per day', ['W dx-use-additional']),
  told('E11.621', 'Diabetic ulcer of the left heel', ['W dx-use-additional']),
  told('E66.01 Z68.42', 'Her BMI is 46'),
  told('E66.01', 'Morbidly obese'),
  told('I25.10', 'He never smoked'),
  told('J18.9', 'He smokes two packs per day'),
  told('K80.20', 'Her BMI is 46'),
  told('E66.01', 'Her BMI is 46', [], { editions: [], diagnosisNotes: [] }),
]);
