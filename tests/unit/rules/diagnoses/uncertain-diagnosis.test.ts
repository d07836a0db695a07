import { uncertainDiagnosis } from '../../../../src/core/rules/diagnoses/uncertain-diagnosis.ts';
import { diagnosed } from '../../../support/diagnoses.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const dropped = (words: string): RuleCase => {
  const note = `POSTOPERATIVE DIAGNOSIS: ${words}.\nPROCEDURE: Laparoscopic cholecystectomy.`;
  return { name: words, note, claim: diagnosed(note, { 'K80.20': words }), finds: ['F dx-uncertain'], diagnoses: [] };
};
const kept = (words: string, quoted = words, finds: readonly string[] = []): RuleCase => {
  const note = `POSTOPERATIVE DIAGNOSIS: ${words}.\nPROCEDURE: Laparoscopic cholecystectomy.`;
  return { name: words, note, claim: diagnosed(note, { 'K80.20': quoted }), finds };
};

ruleCases(uncertainDiagnosis, /Guidelines IV\.H/, [
  ...[
    'Probable gallstones',
    'Suspected gallstones',
    'Questionable gallstones',
    'Rule out gallstones',
    'Findings compatible with gallstones',
    'Pain consistent with gallstones',
    'Working diagnosis: gallstones',
    'Likely gallstones',
    'Concern for gallstones',
    'Picture suggestive of gallstones',
    'Gallstones versus sludge',
  ].map(dropped),
  kept('Gallstones'),
  kept('Gallstones with acute cholecystitis'),
  kept('Gallstones, possible choledocholithiasis', 'Gallstones', ['W dx-uncertain']),
  kept('Unlikely to recur gallstones'),
]);
