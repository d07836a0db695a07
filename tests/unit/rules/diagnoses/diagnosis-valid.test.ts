import type { IsoDate } from '../../../../src/core/model/ids.ts';
import { diagnosisValid } from '../../../../src/core/rules/diagnoses/diagnosis-valid.ts';
import { diagnosed, ORDER_2026, orderFile } from '../../../support/diagnoses.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const NOTE =
  'POSTOPERATIVE DIAGNOSIS: 1. Gallstones.\n2. Multiple sclerosis.\n3. Pelvic pain.\n4. Cut of the nose.\nPROCEDURE: Laparoscopic cholecystectomy.';
const STONES = `
  K80* Cholelithiasis
  K80.2* Calculus of gallbladder without cholecystitis
  K80.20 Calculus of gallbladder without cholecystitis without obstruction
  K80.21 Calculus of gallbladder without cholecystitis with obstruction`;
const SCLEROSIS = `
  G35* Multiple sclerosis
  G35.A Relapsing-remitting multiple sclerosis
  G35.C0 Secondary progressive multiple sclerosis, unspecified
  G35.D Multiple sclerosis, unspecified`;
const NOSE = `
  S01* Open wound of head
  S01.2* Open wound of nose
  S01.20* Unspecified open wound of nose
  S01.20XA Unspecified open wound of nose, initial encounter
  S01.20XD Unspecified open wound of nose, subsequent encounter`;

const stones = diagnosed(NOTE, { 'K80.20': 'Gallstones' });
const sclerosis = diagnosed(NOTE, { G35: 'Multiple sclerosis' });

ruleCases(diagnosisValid, /ICD-10-CM order file/, [
  { name: 'passes a billable code', note: NOTE, claim: stones, official: orderFile(STONES), finds: [] },
  {
    name: 'refuses a category and asks which kind it is',
    note: NOTE,
    claim: sclerosis,
    official: orderFile(SCLEROSIS, ORDER_2026),
    settings: { dateOfService: { value: '2025-11-03' as IsoDate, from: 'mail' } },
    finds: ['F dx-valid'],
    diagnoses: [],
    asks: ['diagnosis.kind.G35'],
  },
  {
    name: 'keeps a category that only the nearest edition calls one',
    note: NOTE,
    claim: sclerosis,
    official: orderFile(SCLEROSIS, ORDER_2026),
    finds: ['W dx-valid'],
  },
  {
    name: 'takes the code of the day for one that began later',
    note: NOTE,
    claim: diagnosed(NOTE, { 'R10.20': 'Pelvic pain' }),
    official: orderFile('R10* Abdominal and pelvic pain\nR10.2 Pelvic and perineal pain'),
    finds: [],
    diagnoses: ['R10.2'],
  },
  {
    name: 'puts a missing placeholder in',
    note: NOTE,
    claim: diagnosed(NOTE, { 'S01.20A': 'Cut of the nose' }),
    official: orderFile(NOSE),
    finds: ['W dx-valid'],
    diagnoses: ['S01.20XA'],
  },
  {
    name: 'refuses a code without its 7th character',
    note: NOTE,
    claim: diagnosed(NOTE, { 'S01.20': 'Cut of the nose' }),
    official: orderFile(NOSE),
    finds: ['F dx-valid'],
    diagnoses: [],
  },
  {
    name: 'refuses a code that is none',
    note: NOTE,
    claim: diagnosed(NOTE, { 'K80.99': 'Gallstones' }),
    official: orderFile('K80* Cholelithiasis'),
    finds: ['F dx-valid'],
    diagnoses: [],
  },
  {
    name: 'bills the only code under a category',
    note: NOTE,
    claim: diagnosed(NOTE, { K81: 'Gallstones' }),
    official: orderFile('K81* Cholecystitis\nK81.0 Acute cholecystitis'),
    finds: ['W dx-valid'],
    diagnoses: ['K81.0'],
  },
  {
    name: 'does not judge a code that was never asked for',
    note: NOTE,
    claim: diagnosed(NOTE, { 'K81.0': 'Gallstones' }),
    official: orderFile(STONES),
    finds: [],
  },
  {
    name: 'keeps what nothing is loaded for',
    note: NOTE,
    claim: diagnosed(NOTE, { 'Q18.9': 'Gallstones' }),
    finds: [],
  },
  {
    name: 'refuses without any file what has no shape of a code',
    note: NOTE,
    claim: diagnosed(NOTE, { '574.10': 'Gallstones', 'K80.20': 'Gallstones' }),
    finds: ['F dx-valid'],
    diagnoses: ['K80.20'],
  },
  { name: 'is silent without diagnoses', claim: diagnosed(NOTE, {}), finds: [] },
]);
