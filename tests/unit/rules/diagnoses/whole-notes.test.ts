import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../../../src/app/library.ts';
import type { NoteFacts } from '../../../../src/core/model/deidentified-note.ts';
import { NO_OFFICIAL_FACTS, type OfficialFacts } from '../../../../src/core/model/official.ts';
import { codeNote } from '../../../support/code-a-note.ts';
import { noteRows, ORDER_2025, orderRows, TABULAR_2021 } from '../../../support/diagnoses.ts';

const library = await openLibrary();

/** What the order file of the day and an older tabular list say of the codes of these notes. */
const OFFICIAL: OfficialFacts = {
  ...NO_OFFICIAL_FACTS,
  editions: [ORDER_2025, TABULAR_2021],
  diagnoses: orderRows(`
    K80.00 Calculus of gallbladder with acute cholecystitis without obstruction
    K35.80 Unspecified acute appendicitis
    R10* Abdominal and pelvic pain
    R10.2 Pelvic and perineal pain
    R10.31 Right lower quadrant pain
    R91.8 Other nonspecific abnormal finding of lung field
    G56.00 Carpal tunnel syndrome, unspecified upper limb
    G56.01 Carpal tunnel syndrome, right upper limb
    G56.02 Carpal tunnel syndrome, left upper limb
    S82.202A Unspecified fracture of shaft of left tibia, initial encounter for closed fracture
    S82.202B Unspecified fracture of shaft of left tibia, initial encounter for open fracture type I or II
    S82.202K Unspecified fracture of shaft of left tibia, subsequent encounter for closed fracture with nonunion
    M17.12 Unilateral primary osteoarthritis, left knee
    K63.5 Polyp of colon
    D12.6 Benign neoplasm of colon, unspecified
    N40.1 Benign prostatic hyperplasia with lower urinary tract symptoms
    R33.8 Other retention of urine
    D25.1 Intramural leiomyoma of uterus
    D25.9 Leiomyoma of uterus, unspecified
    N97.9 Female infertility, unspecified
    E66.01 Morbid (severe) obesity due to excess calories
    N80.9 Endometriosis, unspecified
    C44.519 Basal cell carcinoma of skin of other part of trunk
    D22.5 Melanocytic nevi of trunk
    L57.0 Actinic keratosis
    Z30.2 Encounter for sterilization
    O34.219 Maternal care for unspecified type scar from previous cesarean delivery
    H25.12 Age-related nuclear cataract, left eye
    H25.11 Age-related nuclear cataract, right eye`),
  diagnosisNotes: noteRows(`
    K63.5 excludes1 adenomatous polyp of colon (D12.6)
    E66 use-additional code to identify body mass index (BMI), if known (Z68.-)
    N40.1 use-additional code for associated symptoms: urinary retention (R33.8)`),
};

interface Told {
  readonly note: string;
  readonly codes: readonly string[];
  /** Severity and rule of what is not clear. */
  readonly finds?: readonly string[];
  readonly facts?: Partial<NoteFacts>;
}

const NOTES: Readonly<Record<string, Told>> = {
  'stones and their inflammation are one code': {
    note: 'POSTOPERATIVE DIAGNOSIS: 1. Cholelithiasis.\n2. Acute cholecystitis.\nPROCEDURE: Laparoscopic cholecystectomy.',
    codes: ['K80.00'],
  },
  'a doubt leaves the symptom': {
    note: 'POSTOPERATIVE DIAGNOSIS: Right lower quadrant pain, rule out appendicitis.\nPROCEDURE: Diagnostic laparoscopy.',
    codes: ['R10.31'],
    finds: ['W dx-uncertain'],
  },
  'the symptom goes with the diagnosis it belongs to': {
    note: 'POSTOPERATIVE DIAGNOSIS: 1. Acute appendicitis.\n2. Right lower quadrant pain.\nPROCEDURE: Laparoscopic appendectomy.',
    codes: ['K35.80'],
    finds: ['W dx-symptom'],
  },
  'the post-operative diagnosis replaces the earlier one': {
    note: 'PREOPERATIVE DIAGNOSIS: Right lower quadrant pain.\nPOSTOPERATIVE DIAGNOSIS: Acute appendicitis.\nPROCEDURE: Laparoscopic appendectomy.',
    codes: ['K35.80'],
  },
  'a mass is no cancer': {
    note: 'POSTOPERATIVE DIAGNOSIS: Lung mass, suspicious for carcinoma.\nPROCEDURE: Bronchoscopy with biopsy.',
    codes: ['R91.8'],
    finds: ['W dx-uncertain'],
  },
  'a code of the day for one that began later': {
    note: 'POSTOPERATIVE DIAGNOSIS: Pelvic pain.\nPROCEDURE: Diagnostic laparoscopy.',
    codes: ['R10.2'],
  },
  'the side of the title': {
    note: 'POSTOPERATIVE DIAGNOSIS: Carpal tunnel syndrome.\nPROCEDURE: Left carpal tunnel release.',
    codes: ['G56.02'],
  },
  'no side where none is told': {
    note: 'POSTOPERATIVE DIAGNOSIS: Carpal tunnel syndrome.\nPROCEDURE: Carpal tunnel release.',
    codes: ['G56.00'],
    finds: ['W dx-side'],
  },
  'an open fracture by its 7th character': {
    note: 'POSTOPERATIVE DIAGNOSIS: Grade II open left tibial shaft fracture.\nPROCEDURE: Intramedullary nailing of the left tibia.',
    codes: ['S82.202B'],
    finds: ['W dx-seventh'],
  },
  'a nonunion by its 7th character': {
    note: 'POSTOPERATIVE DIAGNOSIS: Nonunion, left tibial shaft fracture.\nPROCEDURE: Repair of tibial nonunion with graft.',
    codes: ['S82.202K'],
    finds: ['W dx-seventh'],
  },
  'arthritis of a told side is primary': {
    note: 'POSTOPERATIVE DIAGNOSIS: Osteoarthritis of the knee.\nPROCEDURE: Left total knee arthroplasty.',
    codes: ['M17.12'],
  },
  'two that exclude each other': {
    note: 'POSTOPERATIVE DIAGNOSIS: 1. Colon polyp.\n2. Adenoma of the colon.\nPROCEDURE: Colonoscopy with snare polypectomy.',
    codes: ['K63.5', 'D12.6'],
    finds: ['W dx-excludes1'],
  },
  'a prostate with its symptom, in order': {
    note: 'POSTOPERATIVE DIAGNOSIS: 1. Urinary retention.\n2. Benign prostatic hypertrophy.\nPROCEDURE: Transurethral resection of the prostate.',
    codes: ['N40.1', 'R33.8'],
    finds: ['W dx-order'],
  },
  'the kind that the words tell': {
    note: 'POSTOPERATIVE DIAGNOSIS: Intramural leiomyomata.\nPROCEDURE: Abdominal myomectomy.',
    codes: ['D25.1'],
    finds: ['W dx-specific'],
  },
  'a further code that the list asks for': {
    note: 'POSTOPERATIVE DIAGNOSIS: Morbid obesity.\nHISTORY: Her BMI is 47.\nPROCEDURE: Laparoscopic gastric bypass.',
    codes: ['E66.01'],
    finds: ['W dx-use-additional'],
  },
  'what is denied is not there': {
    note: 'POSTOPERATIVE DIAGNOSIS: 1. Endometriosis.\n2. No evidence of appendicitis.\nPROCEDURE: Diagnostic laparoscopy.',
    codes: ['N80.9'],
  },
  'the pathology decides the excision': {
    note: 'POSTOPERATIVE DIAGNOSIS: Nevus of the back, 1 cm.\nPROCEDURE: Excision of nevus of the back, 1 cm.\nTECHNIQUE: The lesion was excised with a margin of 2 mm.\nPLAN: Final pathology is pending.',
    codes: ['D22.5'],
    finds: ['Q dx-pathology'],
  },
  'the pregnancy before the wish': {
    note: 'POSTOPERATIVE DIAGNOSIS: 1. Desires permanent sterilization.\n2. Previous cesarean section.\nPROCEDURE: Repeat low transverse cesarean section with bilateral tubal ligation.',
    codes: ['O34.219', 'Z30.2'],
    facts: { sex: 'female', ageYears: 31 },
  },
  'a diagnosis of the other sex': {
    note: 'POSTOPERATIVE DIAGNOSIS: Endometriosis.\nPROCEDURE: Diagnostic laparoscopy.',
    codes: ['N80.9'],
    finds: ['W dx-patient'],
    facts: { sex: 'male' },
  },
  'the code of the surgeon': {
    note: 'POSTOPERATIVE DIAGNOSIS: Acute appendicitis (K35.80).\nPROCEDURE: Laparoscopic appendectomy.',
    codes: ['K35.80'],
  },
};

describe('diagnoses of whole notes', () => {
  it.each(Object.entries(NOTES))('%s', (_, { note, codes, finds = [], facts }) => {
    const { ruled } = codeNote(note, library, { official: OFFICIAL, ...(facts === undefined ? {} : { facts }) });
    expect(ruled.diagnoses.map(({ code }) => code)).toEqual(codes);
    const own = ruled.findings.filter(({ rule, severity }) => rule.startsWith('dx-') && severity !== 'I');
    expect(own.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(finds);
  });

  it('point each line to a diagnosis of its own', () => {
    const { ruled } = codeNote(
      'POSTOPERATIVE DIAGNOSIS: 1. Nuclear cataract, left eye.\n2. Carpal tunnel syndrome, right.\n3. Cholelithiasis with acute cholecystitis.\nPROCEDURE: 1. Right carpal tunnel release.\n2. Laparoscopic cholecystectomy.',
      library,
      { official: OFFICIAL },
    );
    expect(ruled.lines.map(({ code, dx }) => [code, dx])).toEqual(
      expect.arrayContaining([
        ['64721', ['G56.01']],
        ['47562', ['K80.00']],
      ]),
    );
  });
});
