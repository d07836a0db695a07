import type { Answer } from '../../src/core/model/consultation.ts';
import type { IsoDate } from '../../src/core/model/ids.ts';

export const CODE_QUESTION: Answer = {
  kind: 'question',
  verdict: '32503: Lung apex tumor removed with chest wall, nothing rebuilt.',
  day: '2025-06-01' as IsoDate,
  points: [
    {
      asked: 'What is 32503',
      answer: '32503: Lung apex tumor removed with chest wall, nothing rebuilt.',
      facts: [
        {
          label: 'Units',
          text: 'at most 1 unit (MAI 2: absolute for the day, never more)',
          state: 'nearest-edition',
          source: 'MUE 2026-04',
        },
      ],
    },
  ],
  cards: [
    {
      code: '32503',
      title: 'Lung apex tumor removed with chest wall, nothing rebuilt',
      says: 'A tumor at the top of the lung (Pancoast) is taken out together with the ribs and soft parts it has grown into. The chest wall is not rebuilt.',
      neighbours: [
        { code: '32504', decidingFact: 'the chest wall is rebuilt, with mesh, plate or muscle' },
        { code: '32480', decidingFact: 'one lobe alone, no chest wall' },
      ],
      facts: ['Open approach.', 'Freeing of adhesions around the lung is inside.'],
    },
  ],
  findings: [],
  origin: { draftedBy: 'deterministic', limits: [], editions: ['CaseConsultant library 2026.1'], traceId: 'sample' },
};
