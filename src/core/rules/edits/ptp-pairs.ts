import type { ClaimLine, Draft, Finding } from '../../model/draft.ts';
import type { PtpRow } from '../../model/official.ts';
import { finding, mapLines, type Rule, type RuleContext, type Source, sourceOf, withoutLines } from '../rule.ts';
import { BYPASS_MODIFIERS, isAnotherPlace, isAnotherTarget, SEPARATE_MODIFIERS } from './targets.ts';

const AUTHORITY = 'NCCI procedure-to-procedure edits';

/** NCCI pairs, both orders: the second column falls unless another place or target is proven; without a pair no 59. */
export const ptpPairs: Rule = (draft, context) => {
  const source = sourceOf('ptp', context);
  const count = (draft.lines.length * (draft.lines.length - 1)) / 2;
  if (count === 0) return { draft, findings: [] };
  if (source.state === 'not-checked') {
    return {
      draft,
      findings: [finding('ptp', 'I', source, AUTHORITY, `${count} pair(s) not checked: no NCCI edition is loaded`)],
    };
  }
  const findings: Finding[] = [];
  const lines: ClaimLine[] = [...draft.lines];
  const dropped: { line: ClaimLine; reason: string }[] = [];
  for (const row of activePairs(context)) {
    for (const first of lines.filter(({ code }) => code === row.column1)) {
      for (const [at, second] of lines.entries()) {
        if (second.code !== row.column2 || dropped.some(({ line }) => line === second)) continue;
        if (dropped.some(({ line }) => line === first)) continue;
        const verdict = judgePair(row, first, second, context);
        if (verdict === 'fall') {
          dropped.push({ line: second, reason: reasonOf(row) });
          findings.push(
            finding(
              'ptp',
              'F',
              source,
              AUTHORITY,
              `${row.column2} falls beside ${row.column1}, indicator ${row.indicator}`,
              [row.column1, row.column2],
            ),
          );
        } else if (verdict === 'separate') {
          lines[at] = { ...second, modifiers: [...second.modifiers, '59'] };
          findings.push(
            finding(
              'ptp',
              'W',
              source,
              AUTHORITY,
              `${row.column2} beside ${row.column1} is billed as separate: another target is documented`,
              [row.column1, row.column2],
            ),
          );
        }
      }
    }
  }
  const kept = withoutLines({ ...draft, lines }, dropped);
  const clear =
    findings.length === 0 ? [finding('ptp', 'I', source, AUTHORITY, `${count} pair(s) without an active edit`)] : [];
  return { draft: withoutIdle59(kept, context, source), findings: [...findings, ...clear] };
};

/** Edits in force on the date of service. */
export function activePairs({ official, settings }: RuleContext): PtpRow[] {
  const day = settings.dateOfService.value;
  return official.pairs.filter(
    ({ indicator, deletedOn }) => indicator !== '9' && (deletedOn === undefined || deletedOn >= day),
  );
}

/** `fall` the second column is not billed, `separate` it takes 59, `fine` nothing to do. */
function judgePair(
  row: PtpRow,
  first: ClaimLine,
  second: ClaimLine,
  context: RuleContext,
): 'fall' | 'separate' | 'fine' {
  if (row.indicator === '0') return 'fall';
  const hasBypass = [...first.modifiers, ...second.modifiers].some((modifier) => BYPASS_MODIFIERS.has(modifier));
  if (hasBypass || isAnotherPlace(first, second)) return 'fine';
  return isAnotherTarget(first, second, context) ? 'separate' : 'fall';
}

function reasonOf(row: PtpRow): string {
  return row.indicator === '0'
    ? `part of ${row.column1}; no modifier opens this pair`
    : `part of ${row.column1} unless done on another target, which the note does not show`;
}

/** 59 and its kin are earned by an active pair only; a repeated code keeps it. */
function withoutIdle59(draft: Draft, context: RuleContext, source: Source): Draft {
  if (source.state === 'not-checked') return draft;
  const pairs = activePairs(context);
  return mapLines(draft, (line) => {
    const isPaired = pairs.some(({ column1, column2 }) => {
      const other = column1 === line.code ? column2 : column2 === line.code ? column1 : undefined;
      return other !== undefined && draft.lines.some(({ code }) => code === other);
    });
    const isRepeated = draft.lines.filter(({ code }) => code === line.code).length > 1;
    if (isPaired || isRepeated) return line;
    return { ...line, modifiers: line.modifiers.filter((modifier) => !SEPARATE_MODIFIERS.includes(modifier)) };
  });
}
