import type { NOTES } from './audit-notes.ts';

/**
 * A mail above a note and the audit of it. A row reads `over 22552 x2 > 22552 | words of the why`; further rows tell a
 * denial: `denied 44180: do-not-appeal | words`. What is not listed must not be there.
 */
export type AuditMail = readonly [mail: string, note: keyof typeof NOTES, ...rows: string[]];

export const MAILED_ON = '2026-02-20';

export const AUDIT_MAILS: Readonly<Record<string, readonly AuditMail[]>> = {
  'codes that come off': [
    [
      'I billed 47562, 44180-59: right?',
      'gallbladder',
      'unsupported 44180-59 > | NCCI pair 47562 / 44180, indicator 0',
      'confirmed 47562 > 47562',
    ],
    [
      'Biled 47562 and 49320, corect?',
      'gallbladder',
      'unsupported 49320 > | indicator 0: no modifier opens it (NCCI PTP practitioner 2024Q3',
      'confirmed 47562 > 47562',
    ],
    [
      'We billed:\n1. 29881-RT\n2. 29875-59-RT\n3. G0289-59-RT',
      'knee',
      'unsupported 29875-59-RT > | NCCI pair 29881 / 29875, indicator 1',
      'confirmed 29881-RT > 29881-RT',
      'confirmed G0289-59-RT > G0289-59-RT',
    ],
    ['coded as 44970, 44950. right?', 'appendix', 'unsupported 44950 >', 'confirmed 44970 > 44970'],
    [
      'Codes used: 64721-RT, 64708-59',
      'carpal',
      'unsupported 64708-59 > | nothing in the note tells it',
      'confirmed 64721-RT > 64721-RT',
    ],
    [
      'Is 45385 + 45380-59 correct?',
      'onePolyp',
      'unsupported 45380-59 > | NCCI pair 45385 / 45380, indicator 1',
      'confirmed 45385 > 45385',
    ],
  ],
  'a higher code, more units, a modifier not earned': [
    ['We billed 47563', 'gallbladder', 'over 47563 > 47562 | no contrast picture of the ducts was obtained'],
    [
      'Our coder chose 29880-RT and G0289-59-RT',
      'knee',
      'over 29880-RT > 29881-RT | only one meniscus',
      'confirmed G0289-59-RT > G0289-59-RT',
    ],
    [
      'claim: 22551, 22552 x2, 22845, 20931',
      'neck',
      'over 22552 x2 > 22552 | 2 units billed, the note supports 1: 2 interspaces (C5-C6, C6-C7)',
      'confirmed 22551 > 22551',
      'confirmed 22845 > 22845',
      'confirmed 20931 > 20931',
    ],
    [
      'submitted 22551, 22552, 22846, 20931',
      'neck',
      'over 22846 > 22845 | four to seven vertebrae',
      'confirmed 22551 > 22551',
      'confirmed 22552 > 22552',
      'confirmed 20931 > 20931',
    ],
    ['Please audit 66982-RT', 'cataract', 'over 66982-RT > 66984-RT | nothing unusual was needed'],
    ['66984-50 ok?', 'cataract', 'over 66984-50 > 66984-RT | the note tells the right side, not both sides'],
    ['We charged 47562-22', 'gallbladder', 'over 47562-22 > 47562 | 22'],
    ['billed 43239-59', 'egd', 'over 43239-59 > 43239 | 59 opens nothing: no active NCCI pair with the other lines'],
    [
      'I want to bill 47562 x2, please check',
      'gallbladder',
      'over 47562 x2 > 47562 | 2 units billed, the note supports 1',
    ],
  ],
  'a lower code, fewer units, a modifier missing': [
    ['Billed 12031, please audit', 'forearm', 'under 12031 > 12032 | 4 cm by the note'],
    ['we billed 12002-LT', 'forearm', 'under 12002-LT > 12032 | a deeper layer was closed as well'],
    ['Coder has 69436', 'tubes', 'under 69436 > 69436-50 | the note tells both sides'],
    [
      'We billed 45385 and 45380',
      'colon',
      'under 45380 > 45380-59 | without it 45380 is denied beside 45385 (indicator 1',
      'confirmed 45385 > 45385',
    ],
    ['charges: 49505', 'hernia', 'under 49505 > 49505-RT | RT is missing'],
    ['billed 64483-RT only. ok?', 'epidural', 'missing > 64484-RT |', 'confirmed 64483-RT > 64483-RT'],
    ['Claim was 52353-LT', 'stone', 'under 52353-LT > 52356-LT |'],
  ],
  visits: [
    ['We billed 99214. Audit please.', 'officeVisit', 'over 99214 > 99213 |'],
    ['99213 right?', 'officeVisit', 'confirmed 99213 > 99213'],
    ['Coder chose 99212', 'officeVisit', 'under 99212 > 99213 |'],
    ['billed 99213-25', 'officeVisit', 'over 99213-25 > 99213 | 25'],
    ['we billed 99203', 'officeVisit', 'over 99203 > 99213 |'],
    [
      'billed 99213-25 and 47562',
      'gallbladder',
      'unsupported 99213-25 > | the note tells no visit apart from the operation; 99213 is',
      'confirmed 47562 > 47562',
    ],
  ],
  sides: [
    ['66984-LT ok?', 'cataract', 'over 66984-LT > 66984-RT | the note tells the right side, not the left side'],
    ['billed 69436-RT, 69436-LT', 'tubes', 'over 69436-RT 69436-LT > 69436-50 | on two lines are 2 units'],
    ['billed 66984-RT', 'cataractNoSide', 'open 66984-RT > 66984 | the note does not tell the side'],
    ['billed 66984', 'cataractNoSide', 'open 66984 > 66984 | the note does not tell the side'],
  ],
  denials: [
    [
      'we submitted CPT 29881-RT, 29877-59-RT x1 and got a denial for 29877',
      'knee',
      'over 29877-59-RT > G0289-59-RT | NCCI pair 29881 / 29877, indicator 0',
      'confirmed 29881-RT > 29881-RT',
      'denied 29877: do-not-appeal | indicator 0',
    ],
    [
      'Denied: 44180 (CO-97)\nThe claim was 47562, 44180.',
      'gallbladder',
      'unsupported 44180 > | indicator 0',
      'confirmed 47562 > 47562',
      'denied 44180 CO-97: do-not-appeal | neither a modifier nor a record opens it',
    ],
    [
      'We billed 45385, 45380-59. Medicare denied 45380 as bundled, CO-97.',
      'colon',
      'confirmed 45385 > 45385',
      'confirmed 45380-59 > 45380-59',
      'denied 45380 CO-97: appeal | "A 3 mm polyp in the sigmoid colon was removed with cold biopsy forceps"',
    ],
    [
      'We billed 45385 and 45380. 45380 was denied.',
      'colon',
      'under 45380 > 45380-59 |',
      'confirmed 45385 > 45385',
      'denied 45380: resubmit | corrected claim with 59',
    ],
    [
      'We billed 45385, 45380-59; 45380-59 was denied',
      'onePolyp',
      'unsupported 45380-59 > |',
      'confirmed 45385 > 45385',
      'denied 45380: do-not-appeal | the denial is right',
    ],
    [
      'billed 47562, it was denied',
      'gallbladder',
      'confirmed 47562 > 47562',
      'denied 47562: ask-the-payer | no edit that is loaded explains this denial',
    ],
    ['47562 x2 were denied', 'gallbladder', 'over 47562 x2 > 47562 |', 'denied 47562: do-not-appeal | MAI 2'],
  ],
  diagnoses: [
    [
      'CPT 47562, dx K80.20',
      'gallbladder',
      'confirmed 47562 > 47562',
      'unsupported K80.20 > K80.10 | chronic cholecystitis',
    ],
    ['billed 44970 with dx K35.80', 'appendix', 'confirmed 44970 > 44970', 'confirmed K35.80 > K35.80'],
    ['billed 64721-RT, dx G56.00', 'carpal', 'confirmed 64721-RT > 64721-RT', 'under G56.00 > G56.01 | less exact'],
    [
      'billed 29881-RT, G0289-59-RT, dx S83.241A and M22.41',
      'knee',
      'confirmed 29881-RT > 29881-RT',
      'confirmed G0289-59-RT > G0289-59-RT',
      'unsupported S83.241A > S83.231A |',
      'confirmed M22.41 > M22.41',
    ],
    ['billed 64721-RT, dx G56.02', 'carpal', 'confirmed 64721-RT > 64721-RT', 'unsupported G56.02 > G56.01 |'],
    [
      'billed 45385, dx K63.5 and Z12.11',
      'onePolyp',
      'confirmed 45385 > 45385',
      'unsupported Z12.11 > | does not state it',
      'confirmed K63.5 > K63.5',
    ],
  ],
  'what nobody can judge': [
    ['billed 47652', 'gallbladder', 'unsupported 47652 > 47562 | deleted, not yet valid, or mistyped'],
    ['billed 66984-RT and V2632', 'cataract', 'open V2632 > | not in our library', 'confirmed 66984-RT > 66984-RT'],
    ['billed 49585', 'hernia', 'unsupported 49585 > | ended 2022-12-31', 'missing > 49505-RT |'],
  ],
};

/** Mails that name codes and bill none: the case is coded, nothing is audited. */
export const NO_AUDIT: readonly (readonly [mail: string, note: keyof typeof NOTES])[] = [
  ['Please code this. Can I add 44180?', 'gallbladder'],
  ['Should this be 47562 or 47563?', 'gallbladder'],
  ['The hospital billed 47562. What do we bill?', 'gallbladder'],
  ['Please code, claim # 48213, DOS: 2026-02-10', 'appendix'],
];
