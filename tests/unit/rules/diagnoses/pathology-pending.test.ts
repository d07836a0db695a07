import type { Draft } from '../../../../src/core/model/draft.ts';
import { pathologyPending } from '../../../../src/core/rules/diagnoses/pathology-pending.ts';
import { lineOf } from '../../../support/a-claim.ts';
import { diagnosed } from '../../../support/diagnoses.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const noteOf = (diagnosis: string, further = '') =>
  `POSTOPERATIVE DIAGNOSIS: ${diagnosis}.\nPROCEDURE: Excision of lesion of the back.\nTECHNIQUE: It was cut out. ${further}`;
const PENDING = noteOf('Carcinoma of the skin of the back', 'Final pathology is pending.');
const AWAITED = noteOf('Carcinoma of the skin of the back', 'We await the pathology.');
const PROVEN = noteOf('Biopsy proven carcinoma of the skin of the back', 'Final pathology is pending.');
const KNOWN = noteOf(
  'Carcinoma of the skin of the back',
  'Frozen section showed clear margins. Permanent sections pending.',
);
const PLAIN = noteOf('Carcinoma of the skin of the back');
const BENIGN = noteOf('Nevus of the back', 'Pathology pending.');
const UNCERTAIN = noteOf('Neoplasm of the back');
const dx = (note: string, code: string, words: string): Draft => {
  const claim = diagnosed(note, { [code]: words });
  return { ...claim, lines: [lineOf('11402', { dx: claim.diagnoses.map((each) => each.code) })] };
};

ruleCases(pathologyPending, /I\.C\.2/, [
  {
    name: 'holds a malignancy whose pathology is pending',
    note: PENDING,
    claim: dx(PENDING, 'C44.519', 'Carcinoma of the skin of the back'),
    finds: ['Q dx-pathology'],
    lines: ['11402 (held)'],
    asks: ['diagnosis.pathology'],
  },
  {
    name: 'holds one whose pathology is awaited',
    note: AWAITED,
    claim: dx(AWAITED, 'C44.519', 'Carcinoma of the skin of the back'),
    finds: ['Q dx-pathology'],
    lines: ['11402 (held)'],
    asks: ['diagnosis.pathology'],
  },
  {
    name: 'holds an excision whose code follows the histology',
    note: BENIGN,
    claim: dx(BENIGN, 'D22.5', 'Nevus of the back'),
    finds: ['Q dx-pathology'],
    lines: ['11402 (held)'],
    asks: ['diagnosis.pathology'],
  },
  {
    name: 'does not hold another operation for a benign growth',
    note: BENIGN,
    claim: diagnosed(BENIGN, { 'D22.5': 'Nevus of the back' }, [lineOf('19120')]),
    finds: [],
    asks: [],
  },
  {
    name: 'believes a biopsy',
    note: PROVEN,
    claim: dx(PROVEN, 'C44.519', 'carcinoma of the skin'),
    finds: [],
    asks: [],
  },
  { name: 'believes a frozen section', note: KNOWN, claim: dx(KNOWN, 'C44.519', 'Carcinoma'), finds: [], asks: [] },
  {
    name: 'believes a surgeon who waits for nothing',
    note: PLAIN,
    claim: dx(PLAIN, 'C44.519', 'Carcinoma'),
    finds: [],
    asks: [],
  },
  {
    name: 'warns of uncertain behavior before any report',
    note: UNCERTAIN,
    claim: dx(UNCERTAIN, 'D48.5', 'Neoplasm of the back'),
    finds: ['W dx-pathology'],
  },
  {
    name: 'leaves unspecified behavior alone',
    note: UNCERTAIN,
    claim: dx(UNCERTAIN, 'D49.2', 'Neoplasm of the back'),
    finds: [],
  },
]);
