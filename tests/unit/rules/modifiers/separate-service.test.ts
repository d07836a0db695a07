import { describe, expect, it } from 'vitest';
import type { ProcedureCode } from '../../../../src/core/model/code.ts';
import type { Rubric } from '../../../../src/core/model/draft.ts';
import { separateService } from '../../../../src/core/rules/modifiers/separate-service.ts';
import { claimOf, EDITIONS, left, lineOf, quote, ruled } from '../../../support/a-claim.ts';

const judged = (
  body: string,
  words: string,
  modifiers: readonly string[],
  given: { code?: string; loaded?: boolean } = {},
) => {
  const note = `PROCEDURE: Two procedures.\nTECHNIQUE: ${body}`;
  const claim = claimOf([
    lineOf(given.code ?? '47562', { modifiers, evidence: [quote('Two procedures', note), quote(words, note)] }),
  ]);
  const ruling = ruled(separateService, claim, {
    note,
    official: { editions: given.loaded === false ? [] : EDITIONS },
  });
  return { ...ruling, rubric: ruling.draft.rubrics[0] };
};
const metOf = (rubric: Rubric | undefined) =>
  rubric?.criteria.filter(({ state }) => state === 'met').map(({ text }) => text);

describe('the rubric of a line with 59 or an X modifier', () => {
  it.each([
    ['Later that day the wound was opened again.', 'the wound was opened', ['59'], ['another session of the day (XE)']],
    [
      'A polyp of a different segment was removed.',
      'different segment',
      ['XS'],
      ['another site, organ or lesion (XS)'],
    ],
    ['Through a separate incision the plate came out.', 'separate incision', ['59'], ['an incision of its own']],
    ['This part was done by another surgeon of us.', 'done by another', ['XP'], ['another practitioner (XP)']],
  ])('is earned by one criterion: %s', (body, words, modifiers, met) => {
    const { rubric } = judged(body, words, modifiers);
    expect(rubric).toMatchObject({ verdict: 'earned', modifier: modifiers[0] });
    expect(metOf(rubric)).toEqual(met);
  });

  it('is open where the note tells nothing apart, and the line stays as it is', () => {
    const { rubric, draft, findings } = judged('The gallbladder was removed.', 'gallbladder', ['59']);
    expect(rubric).toMatchObject({ verdict: 'open' });
    expect(metOf(rubric)).toEqual([]);
    expect(left({ draft, findings })).toEqual(['47562-59']);
    expect(findings).toEqual([]);
  });

  it('looks at the words of the line, not at those of another', () => {
    const body = 'The gallbladder was removed. Through a separate incision a mole was cut out.';
    expect(judged(body, 'gallbladder was removed', ['59']).rubric?.verdict).toBe('open');
  });

  it('takes the passage of its own where a code is billed by lesion', () => {
    const { rubric } = judged('A mole of the arm was cut out.', 'mole of the arm', ['59'], { code: '11402' });
    expect(rubric?.criteria[1]).toMatchObject({ state: 'met', quote: { quote: 'mole of the arm' } });
  });

  it('says nothing of a line without the modifier, nor open words without a loaded edition', () => {
    expect(judged('Through a separate incision.', 'separate incision', ['LT']).rubric).toBeUndefined();
    expect(judged('The gallbladder was removed.', 'gallbladder', ['59'], { loaded: false }).rubric).toBeUndefined();
  });

  it('leaves a pair that was judged already alone', () => {
    const told: Rubric = {
      modifier: '59',
      code: '47562' as ProcedureCode,
      verdict: 'earned',
      criteria: [],
      authority: 'NCCI',
    };
    const claim = { ...claimOf([lineOf('47562', { modifiers: ['59'] })]), rubrics: [told] };
    expect(ruled(separateService, claim, { official: { editions: EDITIONS } }).draft.rubrics).toEqual([told]);
  });
});
