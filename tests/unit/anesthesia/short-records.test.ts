import { describe } from 'vitest';
import { codedCases } from '../../support/coded-cases.ts';

const HEAD = 'ANESTHESIA RECORD';
const ALONE = 'Anesthesiologist personally performed the anesthetic.';
const THREE = 'Anesthesiologist medically directing 3 CRNAs. CRNA in the room throughout.';

describe('short records of anesthetists for Medicare', () => {
  codedCases([
    {
      name: 'gallbladder by a directed nurse anesthetist: QK, and her own claim told',
      note: [
        HEAD,
        'Procedure: Laparoscopic cholecystectomy.',
        'Postoperative diagnosis: Gallstones with chronic cholecystitis.',
        'ASA III.',
        'General endotracheal anesthesia.',
        'Anesthesia start 0732, stop 0914.',
        THREE,
      ],
      lines: ['00790-QK x102'],
      why: /7 base \+ 102 min \/ 15 = 6\.8 time: 13\.8 units.*QX on an own claim.*Medicare pays nothing/,
      verdict: /^Ready to bill, 1 line/,
    },
    {
      name: 'knee replacement with a block ordered for the pain after',
      note: [
        HEAD,
        'Procedure: Right total knee arthroplasty.',
        'Postoperative diagnosis: Osteoarthritis of the right knee.',
        'Spinal anesthetic.',
        'Right adductor canal block was placed at the request of the surgeon for postoperative pain.',
        'Anesthesia time 10:05 - 12:20.',
        ALONE,
      ],
      lines: ['01402-AA x135', '64447-59-RT'],
      why: /9\.0 time: 16\.0 units/,
    },
    {
      name: 'the block as the anesthetic is not billed beside it',
      note: [
        HEAD,
        'Procedure: Shoulder arthroscopy with rotator cuff repair, left.',
        'Postoperative diagnosis: Rotator cuff tear, left shoulder.',
        'Left interscalene block was placed; the block was the sole anesthetic.',
        'Anesthesia time 0700 to 0845.',
        ALONE,
      ],
      lines: ['01630-AA x105'],
      notBilled: ['64415'],
    },
    {
      name: 'no minutes: the line waits',
      note: [
        HEAD,
        'Procedure: Open inguinal hernia repair.',
        'Postoperative diagnosis: Right inguinal hernia.',
        'Surgery start 0910, end 0955.',
        ALONE,
      ],
      lines: ['00830-AA (held)'],
      asks: ['anesthesia.minutes'],
      verdict: /^Hold: the record does not tell the anesthesia minutes/,
    },
    {
      name: 'nobody told: the line waits',
      note: [
        HEAD,
        'Procedure: Open inguinal hernia repair.',
        'Postoperative diagnosis: Right inguinal hernia.',
        'Anesthesia start 0900, stop 1010.',
      ],
      lines: ['00830 x70 (held)'],
      asks: ['anesthesia.direction'],
    },
    {
      name: 'minutes in the mail count',
      sender: 'Role: anesthesia. Anesthesia start 09:00, stop 10:10.',
      note: [
        'OPERATIVE REPORT',
        'PROCEDURE: Open inguinal hernia repair, right.',
        'POSTOPERATIVE DIAGNOSIS: Right inguinal hernia.',
        'DESCRIPTION: The sac was reduced and mesh was placed.',
        'The anesthesiologist was present throughout the case.',
      ],
      lines: ['00830-AA x70'],
    },
    {
      name: 'two operations: the one of more base units',
      note: [
        HEAD,
        'Procedure: Total abdominal hysterectomy and open inguinal hernia repair.',
        'Postoperative diagnosis: Uterine fibroids.',
        'Anesthesia 0800 to 1030.',
        'Anesthesia start 0800, stop 1030.',
        ALONE,
      ],
      lines: ['00840-AA x150'],
      notBilled: ['00830'],
    },
    {
      name: 'scopes from above and below are one code',
      note: [
        HEAD,
        'Procedure: EGD with biopsy and colonoscopy with snare polypectomy.',
        'Postoperative diagnosis: Colon polyp.',
        'Monitored anesthesia care.',
        'Anesthesia start 0800, stop 0840.',
        'CRNA without medical direction.',
      ],
      lines: ['00813-QZ-QS x40'],
    },
    {
      name: 'a screening colonoscopy stays one',
      note: [
        HEAD,
        'Procedure: Screening colonoscopy, average risk.',
        'Postoperative diagnosis: Screening for colon cancer.',
        'MAC.',
        'Anesthesia start 0800, stop 0825.',
        ALONE,
      ],
      lines: ['00812-AA-QS x25'],
    },
    {
      name: 'a screening that found a polyp: PT at Medicare',
      note: [
        HEAD,
        'Procedure: Screening colonoscopy with snare polypectomy.',
        'Postoperative diagnosis: Colon polyp.',
        'MAC.',
        'Anesthesia start 0800, stop 0830.',
        ALONE,
      ],
      lines: ['00811-AA-PT-QS x30'],
    },
    {
      name: 'one lung at rest',
      note: [
        HEAD,
        'Procedure: Open thoracotomy with right upper lobectomy.',
        'Postoperative diagnosis: Lung cancer, right upper lobe.',
        'General anesthesia, double lumen tube, one lung ventilation.',
        'Arterial line was placed in the left radial artery.',
        'Anesthesia start 0715, stop 1145.',
        ALONE,
      ],
      lines: ['00541-AA x270', '36620'],
    },
    {
      name: 'more than four at a time is supervision',
      note: [
        HEAD,
        'Procedure: Laparoscopic appendectomy.',
        'Postoperative diagnosis: Acute appendicitis.',
        'Anesthesia start 2320, stop 0035.',
        'Anesthesiologist supervising 5 concurrent cases. CRNA in the room.',
      ],
      lines: ['00840-AD x75'],
    },
    {
      name: 'the nurse anesthetist’s own claim of a directed case',
      sender: 'Role: CRNA.',
      note: [
        HEAD,
        'Procedure: Laparoscopic appendectomy.',
        'Postoperative diagnosis: Acute appendicitis.',
        'Anesthesia start 1320, stop 1435.',
        'CRNA under medical direction by the anesthesiologist.',
      ],
      lines: ['00840-QX x75'],
    },
    {
      name: 'age past 70 is inside at Medicare',
      note: [
        HEAD,
        'Procedure: Hip hemiarthroplasty for femoral neck fracture in an 84-year-old woman.',
        'Postoperative diagnosis: Left femoral neck fracture.',
        'Anesthesia start 1000, stop 1200.',
        ALONE,
      ],
      lines: ['01214-AA x120'],
    },
  ]);
});
