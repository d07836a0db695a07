import { describe } from 'vitest';
import { NO_OFFICIAL_FACTS } from '../../../src/core/model/official.ts';
import { EDITIONS } from '../../support/a-claim.ts';
import { codedCases } from '../../support/coded-cases.ts';

const NOTE = [
  'ANESTHESIA RECORD',
  'Procedure: Shoulder arthroscopy with rotator cuff repair, left.',
  'Postoperative diagnosis: Rotator cuff tear, left shoulder.',
];
const TIMES = ['Anesthesia start 0700, stop 0845.', 'Anesthesiologist personally performed the anesthetic.'];

describe('with the edit of NCCI that joins the block to the anesthetic', () => {
  codedCases(
    [
      {
        name: 'a block ordered for the pain after stands by its 59',
        note: [
          ...NOTE,
          'General anesthesia.',
          'Left interscalene block was placed at the request of the surgeon for postoperative pain.',
          ...TIMES,
        ],
        lines: ['01630-AA x105', '64415-59-LT'],
      },
      {
        name: 'a block without order and purpose waits',
        note: [...NOTE, 'General anesthesia.', 'Left interscalene block was placed.', ...TIMES],
        lines: ['01630-AA x105', '64415-LT (held)'],
        asks: ['anesthesia.block'],
      },
      {
        name: 'the block that is the anesthetic falls',
        note: [...NOTE, 'Left interscalene block was placed; the block was the sole anesthetic.', ...TIMES],
        lines: ['01630-AA x105'],
        notBilled: ['64415'],
      },
    ],
    {
      ...NO_OFFICIAL_FACTS,
      editions: EDITIONS.filter(({ kind }) => kind === 'ptp'),
      pairs: [{ column1: '01630', column2: '64415', indicator: '1', deletedOn: undefined }],
    },
  );
});
