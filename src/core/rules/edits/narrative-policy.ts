import { pairsAmong, youngCodes } from '../../check/pairs.ts';
import type { ClaimLine } from '../../model/draft.ts';
import { finding, librarySource, type Rule, type RuleContext, sourceOf, withoutLines } from '../rule.ts';
import { isWithin } from './code-ranges.ts';
import { isAnotherPlace, isAnotherSession } from './places.ts';
import { POLICIES, type Policy } from './policies.ts';

/**
 * Policies that the NCCI Policy Manual tells in words, for pairs that neither an edit of the day nor a record of the
 * library reached: no edition is loaded, or a code is younger than it. Where an edition knows both codes it has decided.
 */
export const narrativePolicy: Rule = (draft, context) => {
  if (pairsAmong(draft.lines.length) === 0) return { draft, findings: [] };
  const isUnchecked = uncheckedBy(draft.lines, context);
  const hits = draft.lines.flatMap((line) => {
    const hit = policyOn(line, draft.lines, isUnchecked);
    return hit === undefined ? [] : [{ line, ...hit }];
  });
  const dropped = hits.map(({ line, policy, beside }) => ({ line, reason: `${policy.why} (beside ${beside.code})` }));
  return {
    draft: withoutLines(draft, dropped),
    findings: hits.map(({ line, policy, beside }) => {
      const text = `${line.code} falls beside ${beside.code}: ${policy.why}`;
      return finding('ncci-policy', 'F', librarySource(context), policy.authority, text, [beside.code, line.code]);
    }),
  };
};

function uncheckedBy(lines: readonly ClaimLine[], context: RuleContext): (one: string, other: string) => boolean {
  if (sourceOf('ptp', context).state === 'not-checked') return () => true;
  const codes = lines.map(({ code }) => code);
  const young = new Set(youngCodes(codes, context.official, context.settings.dateOfService.value));
  return (one, other) => young.has(one) || young.has(other);
}

function policyOn(
  line: ClaimLine,
  lines: readonly ClaimLine[],
  isUnchecked: (one: string, other: string) => boolean,
): { readonly policy: Policy; readonly beside: ClaimLine } | undefined {
  for (const policy of POLICIES) {
    if (!isWithin(line.code, policy.falls)) continue;
    const beside = lines.find(
      (other) =>
        other.code !== line.code &&
        isWithin(other.code, policy.beside) &&
        isUnchecked(line.code, other.code) &&
        !isAnotherPlace(line, other) &&
        !isAnotherSession(line, other),
    );
    if (beside !== undefined) return { policy, beside };
  }
  return undefined;
}
