import { expect, test } from 'vitest';
import type { IsoDate } from '../../../src/core/model/ids.ts';
import { dateAsked } from '../../../src/core/question/date-asked.ts';

test.each([
  ['47562 with 44180 on 3/1/2024?', '2024-03-01'],
  ['was this bundled in 2023?', '2023-07-01'],
  ['what is 47562?', undefined],
  ['Jane Roe, DOB: 4/17/2020, dos 3/1/2024: 47562?', '2024-03-01'],
  ['Jane Roe, DOB: 4/17/2020: 47562?', undefined],
  ['Jane Roe 04/17/1961, 47562 with 44180?', undefined],
])('the day asked about, never a birthday: %s', (question, day) => {
  expect(dateAsked(question, '2025-06-02' as IsoDate)).toBe(day);
});
