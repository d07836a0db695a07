import { describe, expect, it } from 'vitest';
import { lookup } from '../../../src/core/lookup/lookup.ts';
import { isAnesthesiaCode } from '../../../src/core/model/code.ts';
import { codeNote, labels } from '../../support/code-a-note.ts';
import { codedCases } from '../../support/coded-cases.ts';
import { REAL_LIBRARY } from '../../support/real-library.ts';

const OPERATIONS = [
  'Laparoscopic cholecystectomy under general anesthesia',
  'Carpal tunnel release under local anesthesia with sedation',
  'Examination under anesthesia and hemorrhoidectomy',
  'Cesarean delivery under spinal anesthesia',
  'Manipulation of the knee under anesthesia',
  'Cataract extraction under monitored anesthesia care',
];

describe('a surgeon’s note', () => {
  it.each(OPERATIONS)('never proposes an anesthesia or a drug code: %s', (title) => {
    const note = `PROCEDURE: ${title}.\nANESTHESIA: General by anesthesia, start 0730, stop 0900.\nDESCRIPTION: ${title} was done. Anesthesiologist present.`;
    const { candidates, ruled } = codeNote(note, REAL_LIBRARY);
    expect(candidates.filter(({ code }) => isAnesthesiaCode(code) || /^[JQ]\d/.test(code))).toEqual([]);
    expect(labels(ruled).filter((label) => isAnesthesiaCode(label.slice(0, 5)))).toEqual([]);
  });

  it('a lookup leads to one only where it asks for the anesthetic', () => {
    const hits = lookup(REAL_LIBRARY, 'gallbladder surgery under general anesthesia', { limit: 40 });
    expect(hits.filter(({ code }) => isAnesthesiaCode(code))).toEqual([]);
    expect(lookup(REAL_LIBRARY, 'anesthetic for gallbladder surgery', { limit: 3 })[0]?.code).toBe('00790');
    expect(lookup(REAL_LIBRARY, '00790', { limit: 3 })[0]?.code).toBe('00790');
  });
});

describe('moderate sedation by the operator', () => {
  const watched =
    'Moderate sedation under my direction from 10:02 to 10:40, an independent trained nurse watched the patient.';
  codedCases([
    {
      name: 'a scope of the gut for Medicare',
      note: [
        'PROCEDURE: Colonoscopy with snare polypectomy.',
        'POSTOPERATIVE DIAGNOSIS: Colon polyp.',
        `DESCRIPTION: The polyp of the sigmoid was removed by hot snare. ${watched}`,
      ],
      lines: ['45385', 'G0500'],
    },
    {
      name: 'in the office the further time is billed',
      sender: 'Place: office. Payer: Aetna.',
      note: [
        'PROCEDURE: Colonoscopy with snare polypectomy.',
        'POSTOPERATIVE DIAGNOSIS: Colon polyp.',
        `DESCRIPTION: The polyp of the sigmoid was removed by hot snare. ${watched}`,
      ],
      lines: ['45385', '99152', '99153 x2'],
    },
    {
      name: 'without a watcher nothing is added',
      note: [
        'PROCEDURE: Colonoscopy with snare polypectomy.',
        'POSTOPERATIVE DIAGNOSIS: Colon polyp.',
        'DESCRIPTION: The polyp of the sigmoid was removed by hot snare. Moderate sedation for 30 minutes.',
      ],
      lines: ['45385'],
    },
    {
      name: 'what anesthesia gives is not the operator’s',
      note: [
        'PROCEDURE: Colonoscopy with snare polypectomy.',
        'POSTOPERATIVE DIAGNOSIS: Colon polyp.',
        `DESCRIPTION: The polyp of the sigmoid was removed by hot snare. Monitored anesthesia care by anesthesia. ${watched}`,
      ],
      lines: ['45385'],
    },
  ]);
});
