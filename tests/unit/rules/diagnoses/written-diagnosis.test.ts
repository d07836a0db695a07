import { writtenDiagnosis } from '../../../../src/core/rules/diagnoses/written-diagnosis.ts';
import { diagnosed, orderFile } from '../../../support/diagnoses.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const OFFICIAL = orderFile(`
  K80.20 Calculus of gallbladder without cholecystitis without obstruction
  G35 Multiple sclerosis
  N31.9 Neuromuscular dysfunction of bladder, unspecified
  Q80.4 Harlequin fetus
  Q82.4 Ectodermal dysplasia (anhidrotic)
  T12.1 Made up`);
const listed = (
  words: string,
  had: readonly string[],
  has: readonly string[] | undefined,
  finds: readonly string[] = [],
  given: Partial<RuleCase> = {},
): RuleCase => {
  const note = `POSTOPERATIVE DIAGNOSIS: ${words}.\nPROCEDURE: Laparoscopic cholecystectomy.`;
  const claim = diagnosed(note, Object.fromEntries(had.map((code) => [code, words])));
  const rest = has === undefined ? {} : { diagnoses: has };
  return { name: words, note, claim, official: OFFICIAL, finds, ...rest, ...given };
};

ruleCases(writtenDiagnosis, /documentation/, [
  listed('Multiple sclerosis (ICD-10 G35)', [], ['G35']),
  listed('Multiple sclerosis with neurogenic bladder, ICD-10: G35, N31.9', ['N31.9'], ['N31.9', 'G35']),
  listed('Congenital dysplasia Q82.4 of the skin', [], ['Q82.4']),
  listed('Gallstones, Q82.4', ['K80.20'], undefined, ['W dx-written']),
  listed('Gallstones Q80.4', [], undefined, ['W dx-written']),
  listed('Gallstones K80.20', ['K80.20'], undefined),
  listed('Fracture of the vertebra T12', [], undefined),
  listed('Stage C34 of nothing', [], undefined),
  listed('Old code 574.10 for gallstones, V45.89', [], undefined),
  listed('Gallstones, Q82.4', [], undefined, [], { official: {}, name: 'without an order file' }),
]);
