import { describe } from 'vitest';
import { codedCases } from '../../support/coded-cases.ts';

const HEAD = 'ANESTHESIA RECORD';
const ALONE = 'Anesthesiologist personally performed the anesthetic.';

describe('short records of anesthetists for other payers', () => {
  const INSURANCE = 'Insurance: Aetna';
  codedCases([
    {
      name: 'status, age and emergency have units of their own',
      note: [
        HEAD,
        INSURANCE,
        'Procedure: Laparoscopic appendectomy in an 82-year-old man.',
        'Postoperative diagnosis: Acute appendicitis with perforation.',
        'ASA 4E. Emergency case.',
        'Anesthesia start 0100, stop 0230.',
        ALONE,
      ],
      lines: ['00840-AA-P4 x90', '99100', '99140'],
      why: /6 base \+ 90 min \/ 15 = 6\.0 time \+ 2 physical status: 14\.0 units/,
    },
    {
      name: 'the status is asked for, and nothing waits',
      note: [
        HEAD,
        INSURANCE,
        'Procedure: Cataract extraction with intraocular lens implant, phacoemulsification, right eye.',
        'Postoperative diagnosis: Age-related cataract, right eye.',
        'Anesthesia start 0800, stop 0825.',
        ALONE,
      ],
      lines: ['00142-AA x25'],
      asks: ['anesthesia.status'],
    },
    {
      name: 'labor analgesia alone',
      note: [
        HEAD,
        INSURANCE,
        'Procedure: Labor epidural.',
        'Postoperative diagnosis: Term pregnancy in labor.',
        'ASA II.',
        'Anesthesia start 0200, stop 0620.',
        ALONE,
      ],
      lines: ['01967-AA-P2 x260'],
    },
    {
      name: 'a cesarean after labor analgesia adds to it',
      note: [
        HEAD,
        INSURANCE,
        'Procedure: Labor epidural, then cesarean delivery.',
        'Postoperative diagnosis: Failure to progress.',
        'ASA II.',
        'Labor: anesthesia start 0200, stop 0610. Cesarean: anesthesia start 0610, stop 0705.',
        ALONE,
      ],
      lines: ['01967-AA-P2 x250', '01968-AA-P2 x55'],
    },
    {
      name: 'labor and cesarean in one block of time: the cesarean waits for its own',
      note: [
        HEAD,
        INSURANCE,
        'Procedure: Labor epidural, then cesarean delivery.',
        'Postoperative diagnosis: Failure to progress.',
        'ASA II.',
        'Anesthesia start 0200, stop 0705.',
        ALONE,
      ],
      lines: ['01967-AA-P2 x305', '01968-AA-P2 (held)'],
      asks: ['anesthesia.minutes'],
    },
    {
      name: 'a hernia in the first year of life holds the young age',
      note: [
        HEAD,
        INSURANCE,
        'Procedure: Inguinal hernia repair in a 5-month-old boy.',
        'Postoperative diagnosis: Right inguinal hernia.',
        'ASA 1.',
        'Anesthesia start 0730, stop 0820.',
        ALONE,
      ],
      lines: ['00834-AA-P1 x50'],
    },
    {
      name: 'a screening that found a polyp: 33 elsewhere',
      note: [
        HEAD,
        INSURANCE,
        'Procedure: Screening colonoscopy with snare polypectomy.',
        'Postoperative diagnosis: Colon polyp.',
        'ASA 2.',
        'Anesthesia start 0800, stop 0830.',
        ALONE,
      ],
      lines: ['00812-AA-33-P2 x30'],
    },
    {
      name: 'burns by share of the body',
      note: [
        HEAD,
        INSURANCE,
        'Procedure: Excision of burn and split skin graft, burn of 20 percent total body surface area.',
        'Postoperative diagnosis: Third degree burn of the trunk.',
        'ASA 3.',
        'Anesthesia start 0800, stop 1100.',
        ALONE,
      ],
      lines: ['01952-AA-P3 x180', '01953-AA-P3 x2'],
    },
    {
      name: 'a scan in sleep',
      note: [
        HEAD,
        INSURANCE,
        'Procedure: MRI of the brain under anesthesia.',
        'Postoperative diagnosis: Carpal tunnel syndrome, right.',
        'ASA 2.',
        'Anesthesia start 0800, stop 0910.',
        ALONE,
      ],
      lines: ['01922-AA-P2 x70'],
    },
  ]);
});
