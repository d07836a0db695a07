import { SEPARATE_MODIFIERS } from '../../check/associated-modifiers.ts';
import type { ClaimLine, Finding } from '../../model/draft.ts';
import { isAnotherPlace, isAnotherSession } from '../edits/places.ts';
import { feeOf, finding, type Rule, type RuleContext, sourceOf, withoutLines } from '../rule.ts';

const AUTHORITY = 'fee schedule, endoscopic base';

/**
 * Endoscopies of one family share a base: the base itself is not billed beside them, and every further one is paid by
 * what it adds to the base (Medicare Claims Processing Manual, ch. 12, 40.6).
 */
export const endoscopyFamily: Rule = (draft, context) => {
  const source = sourceOf('pfs', context);
  const bases = draft.lines.flatMap((line) => {
    const member = draft.lines.find((other) => isBaseOf(line, other, context));
    return member === undefined ? [] : [{ line, member }];
  });
  const kept = withoutLines(
    draft,
    bases.map(({ line, member }) => ({ line, reason: `the base endoscopy is inside ${member.code}` })),
  );
  const fallen = bases.map(({ line, member }) => {
    const text = `${line.code} falls beside ${member.code}: it is the base of its endoscopy family`;
    return finding('endoscopy-family', 'F', source, AUTHORITY, text, [line.code, member.code]);
  });
  return { draft: kept, findings: [...fallen, ...families(kept.lines, context)] };
};

function isBaseOf(line: ClaimLine, member: ClaimLine, context: RuleContext): boolean {
  return (
    baseOf(member, context) === line.code &&
    !line.modifiers.some((modifier) => SEPARATE_MODIFIERS.has(modifier)) &&
    !isAnotherPlace(line, member) &&
    !isAnotherSession(line, member)
  );
}

function families(lines: readonly ClaimLine[], context: RuleContext): Finding[] {
  const source = sourceOf('pfs', context);
  return [...Map.groupBy(lines, (line) => baseOf(line, context))].flatMap(([base, members]) => {
    const codes = [...new Set(members.map(({ code }) => code))];
    if (base === undefined || codes.length < 2) return [];
    const text = `${codes.join(', ')} share the endoscopic base ${base}: each after the first is paid less the base`;
    return [finding('endoscopy-family', 'I', source, AUTHORITY, text, codes)];
  });
}

function baseOf({ code }: ClaimLine, context: RuleContext): string | undefined {
  const fee = feeOf(code, context);
  return fee?.multipleProcedure === '3' && fee.endoscopicBase !== '' ? fee.endoscopicBase : undefined;
}
