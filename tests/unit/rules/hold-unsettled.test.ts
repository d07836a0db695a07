import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/model/draft.ts';
import { holdUnsettled } from '../../../src/core/rules/hold-unsettled.ts';
import { claimOf, diagnosisOf, lineOf } from '../../support/a-claim.ts';

const failure = (...codes: readonly string[]): Finding => ({
  rule: 'a-rule',
  severity: 'F',
  state: 'checked',
  text: 'it must not leave like this',
  authority: 'a manual',
  edition: 'an edition',
  codes,
});
const dx = [diagnosisOf('K80.20').code];
const held = (draft: ReturnType<typeof holdUnsettled>) => draft.lines.map((line) => [line.code, line.held]);

describe('a failure that its rule left as it was', () => {
  const draft = claimOf([lineOf('47562', { dx }), lineOf('29881')], [diagnosisOf('K80.20')]);

  it('holds its line', () => {
    expect(held(holdUnsettled(draft, { draft, findings: [failure('29881')] }))).toEqual([
      ['47562', undefined],
      ['29881', 'it must not leave like this'],
    ]);
  });

  it('holds the lines that point to its diagnosis', () => {
    expect(held(holdUnsettled(draft, { draft, findings: [failure('K80.20')] }))).toEqual([
      ['47562', 'it must not leave like this'],
      ['29881', undefined],
    ]);
  });

  it.each([
    ['a dropped line', claimOf([lineOf('47562', { dx })], [diagnosisOf('K80.20')])],
    ['a modifier taken off', claimOf([lineOf('47562', { dx }), lineOf('29881', { modifiers: ['RT'] })], [])],
    ['other units', claimOf([lineOf('47562', { dx }), lineOf('29881', { units: 2 })], [])],
  ])('is settled by %s', (_, after) => {
    expect(holdUnsettled(draft, { draft: after, findings: [failure('29881')] })).toBe(after);
  });

  it('keeps the reason of a line that waits already', () => {
    const waiting = claimOf([lineOf('29881', { held: 'the side is missing' })]);
    expect(held(holdUnsettled(waiting, { draft: waiting, findings: [failure('29881')] }))).toEqual([
      ['29881', 'the side is missing'],
    ]);
  });

  it('is no warning', () => {
    const warning = { ...failure('29881'), severity: 'W' as const };
    expect(holdUnsettled(draft, { draft, findings: [warning] })).toBe(draft);
  });
});
