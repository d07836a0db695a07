import { replacedDiagnosis } from '../../../../src/core/rules/diagnoses/replaced-diagnosis.ts';
import { diagnosed } from '../../../support/diagnoses.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const noteOf = (before: string, after: string) =>
  `PREOPERATIVE DIAGNOSIS: ${before}.\nPOSTOPERATIVE DIAGNOSIS: ${after}.\nPROCEDURE: Laparoscopic cholecystectomy.`;
const OTHER = noteOf('Gallstones', 'Nuclear cataract');
const SAME = noteOf('Gallstones', 'Same');
const BOTH = noteOf('Gallstones', 'Gallstones, nuclear cataract');
const DOUBT = noteOf('Gallstones', 'Probable acute cholecystitis');
const UNKNOWN = noteOf('Gallstones', 'Something nobody has a word for');

ruleCases(replacedDiagnosis, /IV\.N/, [
  {
    name: 'a diagnosis told before only',
    note: OTHER,
    claim: diagnosed(OTHER, { 'K80.20': 'Gallstones' }),
    finds: ['W dx-replaced'],
  },
  {
    name: 'beside the one told after',
    note: OTHER,
    claim: diagnosed(OTHER, { 'H25.11': 'Nuclear cataract', 'K80.20': 'Gallstones' }),
    finds: ['W dx-replaced'],
  },
  {
    name: 'a claim without quotes',
    note: OTHER,
    claim: diagnosed(OTHER, { 'K80.20': '' }),
    finds: ['W dx-replaced'],
  },
  { name: 'the one told after', note: OTHER, claim: diagnosed(OTHER, { 'H25.11': 'Nuclear cataract' }), finds: [] },
  { name: 'same', note: SAME, claim: diagnosed(SAME, { 'K80.20': 'Gallstones' }), finds: [] },
  { name: 'told before and after', note: BOTH, claim: diagnosed(BOTH, { 'K80.20': '' }), finds: [] },
  {
    name: 'a doubt after replaces nothing',
    note: DOUBT,
    claim: diagnosed(DOUBT, { 'K80.20': 'Gallstones' }),
    finds: [],
  },
  {
    name: 'what nobody knows after is asked elsewhere',
    note: UNKNOWN,
    claim: diagnosed(UNKNOWN, { 'K80.20': 'Gallstones' }),
    finds: [],
  },
  {
    name: 'another code of the same category',
    note: BOTH,
    claim: diagnosed(BOTH, { 'K80.00': '' }),
    finds: [],
  },
]);
