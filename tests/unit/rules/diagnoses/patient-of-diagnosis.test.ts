import { patientOfDiagnosis } from '../../../../src/core/rules/diagnoses/patient-of-diagnosis.ts';
import { diagnosed } from '../../../support/diagnoses.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

type Patient = NonNullable<NonNullable<RuleCase['facts']>['facts']>;

const NOTE = 'DIAGNOSIS: Findings.\nPROCEDURE: Repair.';
const of = (code: string, patient: Patient, finds: readonly string[] = [], note = NOTE): RuleCase => ({
  name: `${code} of ${patient.sex ?? 'nobody'}, ${patient.ageYears ?? 'no'} years`,
  note,
  facts: { facts: patient },
  claim: diagnosed(note, { [code]: 'Findings' }),
  finds,
});

ruleCases(patientOfDiagnosis, /Medicare Code Editor/, [
  of('N40.1', { sex: 'female' }, ['W dx-patient']),
  of('D25.9', { sex: 'male' }, ['W dx-patient']),
  of('O34.219', { sex: 'male' }, ['W dx-patient']),
  of('O34.219', { sex: 'female', ageYears: 71 }, ['W dx-patient']),
  of('P92.09', { sex: 'male', ageYears: 34 }, ['W dx-patient']),
  of('H25.11', { sex: 'female', ageYears: 6 }, ['W dx-patient']),
  of('N40.1', { sex: 'male', ageYears: 71 }),
  of('C50.911', { sex: 'male', ageYears: 60 }),
  of('O34.219', { sex: 'female', ageYears: 29 }),
  of('O77.0', { sex: 'female', ageYears: 0 }),
  of('Z30.2', { sex: 'male', ageYears: 40 }),
  of('N40.1', {}, [], 'DIAGNOSIS: Findings.\nTECHNIQUE: An infant feeding tube was placed.'),
]);
