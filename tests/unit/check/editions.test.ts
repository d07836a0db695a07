import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../src/core/model/ids.ts';
import { covers, type Edition, editionFor } from '../../../src/core/model/official.ts';

const day = (text: string) => text as IsoDate;
const edition = (name: string, from?: string, to?: string, hasHistory = false): Edition => ({
  kind: 'ptp',
  name,
  effectiveFrom: from === undefined ? undefined : day(from),
  effectiveTo: to === undefined ? undefined : day(to),
  hasHistory,
});

const Q1 = edition('Q1', '2026-01-01', '2026-03-31');
const Q3 = edition('Q3', '2026-07-01', '2026-09-30');
const UNDATED = edition('undated');
const HISTORY = edition('history', '2026-07-01', '2026-09-30', true);
const OPEN = edition('open', '2025-01-01');

describe('the edition for a date of service', () => {
  it.each([
    ['covers the day', [Q1, Q3], '2026-02-01', 'Q1', true],
    ['is the nearest earlier one', [Q1, Q3], '2026-05-01', 'Q1', false],
    ['is the nearest later one when none is earlier', [Q3, Q1], '2025-05-01', 'Q1', false],
    ['is the last one after its end', [Q1, Q3], '2027-05-01', 'Q3', false],
    ['is undated when nothing else is there', [UNDATED], '2026-02-01', 'undated', false],
    ['is any dated one before an undated one', [UNDATED, Q3], '2020-02-01', 'Q3', false],
    ['answers for earlier days when its rows have dates', [HISTORY], '2019-02-01', 'history', true],
    ['is of the very quarter before one with history', [HISTORY, Q1], '2026-02-01', 'Q1', true],
    ['with history covers before another is near', [HISTORY, Q1], '2026-05-01', 'history', true],
    ['without end covers on', [OPEN], '2030-01-01', 'open', true],
    ['is the newest of several that cover', [OPEN, Q1], '2026-02-01', 'Q1', true],
  ] as const)('%s', (_what, editions, at, name, isCovered) => {
    const found = editionFor(editions, day(at));
    expect(found?.name).toBe(name);
    expect(found !== undefined && covers(found, day(at))).toBe(isCovered);
  });

  it('is none when none is loaded', () => {
    expect(editionFor([], day('2026-01-01'))).toBeUndefined();
  });
});
