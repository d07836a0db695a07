import type { DiagnosisCode } from '../../../../src/core/model/code.ts';
import { prepareLibrary } from '../../../../src/core/retrieve/engine-library.ts';
import { combinedDiagnosis } from '../../../../src/core/rules/diagnoses/combined-diagnosis.ts';
import { diagnosed } from '../../../support/diagnoses.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';
import { smallLibrary } from '../../../support/small-library.ts';

const small = smallLibrary();
const WHOLES = ['K80.00', 'K80.10', 'N40.1', 'I25.110', 'J35.3', 'E11.621'].map((code) => ({
  code: code as DiagnosisCode,
  title: `Whole of ${code}`,
  terms: [],
  billable: true,
}));
const library = prepareLibrary({ ...small, diagnoses: [...small.diagnoses, ...WHOLES] });

const NOTE = 'DIAGNOSIS: Findings.\nPROCEDURE: Repair.';
const listed = (codes: string, isTold: boolean): RuleCase => ({
  name: codes,
  note: NOTE,
  library,
  claim: diagnosed(NOTE, Object.fromEntries(codes.split(' ').map((code) => [code, 'Findings']))),
  finds: isTold ? ['W dx-combined'] : [],
});

ruleCases(combinedDiagnosis, /I\.B\.9/, [
  listed('K80.20 K81.0', true),
  listed('K81.1 K80.20', true),
  listed('N40.0 R33.9', true),
  listed('I25.10 I20.0', true),
  listed('J35.1 J35.2', true),
  listed('E11.9 L97.522', true),
  listed('K80.00', false),
  listed('K80.00 K80.20 K81.0', false),
  listed('K80.20 K57.30', false),
  // Our library does not hold its whole.
  listed('K80.20 K81.2', false),
]);
