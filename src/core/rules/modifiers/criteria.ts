import type { ClaimLine, Criterion, Evidence, Rubric } from '../../model/draft.ts';

/** A criterion by its answer: true met, false not met, undefined not documented. */
export function criterion(text: string, answer: boolean | undefined, quote?: Evidence): Criterion {
  return { text, state: answer === undefined ? 'not documented' : answer ? 'met' : 'not met', quote };
}

/** Met by the first of the quotes, not met by a quote against it, else not documented. */
export function criterionFrom(
  text: string,
  meeting: readonly Evidence[],
  against: readonly Evidence[] = [],
): Criterion {
  const [quote] = meeting;
  if (quote !== undefined) return criterion(text, true, quote);
  return against[0] === undefined ? criterion(text, undefined) : criterion(text, false, against[0]);
}

/** Every criterion has to be met: earned when all are, refused when one is not, else open. */
export function rubricOf(
  modifier: string,
  { code }: Pick<ClaimLine, 'code'>,
  criteria: readonly Criterion[],
  authority: string,
): Rubric {
  return { modifier, code, verdict: verdictOf(criteria), criteria, authority };
}

/** `78 comes off 33215, not met: unplanned`. */
export function refusalOf({ modifier, code, criteria }: Rubric): string {
  const unmet = criteria.filter(({ state }) => state === 'not met').map(({ text }) => text);
  return `${modifier} comes off ${code}, not met: ${unmet.join('; ')}`;
}

function verdictOf(criteria: readonly Criterion[]): Rubric['verdict'] {
  if (criteria.some(({ state }) => state === 'not met')) return 'not earned';
  return criteria.every(({ state }) => state === 'met') ? 'earned' : 'open';
}
