import { integralSymptom } from '../../../../src/core/rules/diagnoses/integral-symptom.ts';
import { diagnosed } from '../../../support/diagnoses.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const NOTE = 'DIAGNOSIS: gallstones.';
const claimed = (name: string, codes: readonly string[], left?: readonly string[]): RuleCase => ({
  name: `${name}: ${codes.join(' ')}`,
  note: NOTE,
  claim: diagnosed(NOTE, Object.fromEntries(codes.map((code) => [code, 'gallstones']))),
  finds: left === undefined ? [] : ['W dx-symptom'],
  ...(left === undefined ? {} : { diagnoses: left }),
});

ruleCases(integralSymptom, /I\.B\.5/, [
  claimed('pain of an inflamed appendix', ['R10.31', 'K35.80'], ['K35.80']),
  claimed('blood of a bladder cancer', ['C67.9', 'R31.0'], ['C67.9']),
  claimed('swallowing of an esophageal cancer', ['R13.10', 'C15.5'], ['C15.5']),
  claimed('pain of an arthritic knee', ['M25.561', 'M17.11'], ['M17.11']),
  claimed('pain of a herniated disc', ['M54.50', 'M51.26'], ['M51.26']),
  claimed('a lump that is the cancer', ['N63.10', 'C50.411'], ['C50.411']),
  claimed('a smear that is the dysplasia', ['R87.613', 'N87.1'], ['N87.1']),
  claimed('pain of another joint', ['M25.511', 'M17.11']),
  claimed('bleeding beside fibroids', ['N92.0', 'D25.1']),
  claimed('retention beside an enlarged prostate is told by both', ['N40.1', 'R33.8']),
  claimed('a symptom alone', ['R10.31']),
  claimed('two symptoms', ['R59.0', 'R91.8']),
  claimed('pain of the belly beside a cataract', ['R10.9', 'H25.11']),
]);
