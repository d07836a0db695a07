import type { ClaimLine } from '../model/draft.ts';
import { finding, librarySource, type Rule, type RuleContext, withoutLines } from './rule.ts';
import { isAnotherTarget } from './targets.ts';

/** Codes the library never bills beside another: always, or on the same target. */
export const libraryExclusion: Rule = (draft, context) => {
  const dropped = draft.lines.flatMap((line) => {
    const why = exclusionOf(line, draft.lines, context);
    return why === undefined ? [] : [{ line, reason: why }];
  });
  return {
    draft: withoutLines(draft, dropped),
    findings: dropped.map(({ line, reason }) =>
      finding('library-exclusion', 'F', librarySource(context), 'code library', `${line.code} left out: ${reason}`, [
        line.code,
      ]),
    ),
  };
};

function exclusionOf(line: ClaimLine, lines: readonly ClaimLine[], context: RuleContext): string | undefined {
  for (const other of lines) {
    if (other === line || excludes(line, other, context) !== undefined) continue;
    const rule = excludes(other, line, context);
    if (rule !== undefined) return `${rule.why} (${rule.authority}, beside ${other.code})`;
  }
  return undefined;
}

function excludes(
  one: ClaimLine,
  other: ClaimLine,
  context: RuleContext,
): { why: string; authority: string } | undefined {
  const record = context.library.find(one.code);
  if (record === undefined) return undefined;
  const family = context.library.families.get(record.family);
  return [...record.never, ...(family?.never ?? [])].find(
    ({ code, when }) => code === other.code && (when === 'always' || !isAnotherTarget(one, other, context)),
  );
}
