import { FEE_STATUS, NEVER_PAID } from '../../check/fee-status.ts';
import { isDrugCode } from '../../drugs/drug-code.ts';
import type { ClaimLine, Finding } from '../../model/draft.ts';
import { feeOf, finding, mapLines, type Rule, type RuleContext, type Source, sourceOf, withoutLines } from '../rule.ts';

const AUTHORITY = 'Medicare physician fee schedule, status';

/** The visit inside a global period: reported, and nobody expects money for it. */
const TOLD_NOT_PAID = '99024';

/**
 * The status indicator is a fact of Medicare, not of other payers. What Medicare bundles into the other lines comes off
 * beside them; a line that it never pays must not go to it, and while the payer is only assumed that is told, no more.
 */
export const feeStatus: Rule = (draft, context) => {
  const source = sourceOf('pfs', context);
  if (source.state === 'not-checked') {
    const text = 'status, relative values and global days not checked: no fee schedule is loaded';
    return { draft, findings: [finding('fee-status', 'I', source, 'Medicare physician fee schedule', text)] };
  }
  const { payer } = context.settings;
  if (payer.value !== 'medicare') return { draft, findings: [] };
  const isTold = payer.from === 'mail';
  const bundled = draft.lines.filter(({ code }) => feeOf(code, context)?.status === 'B');
  if (bundled.length > 0 && bundled.length < draft.lines.length) {
    const reason = `${FEE_STATUS['B']} (status B)${isTold ? '' : '; another payer may pay it: name the payer'}`;
    const rest = withoutLines(
      draft,
      bundled.map((line) => ({ line, reason })),
    );
    return feeStatus(rest, context);
  }
  const findings: Finding[] = [];
  const settled = mapLines(draft, (line) => {
    const found = judge(line, draft.lines.length, isTold, source, context);
    if (found === undefined) return line;
    findings.push(found);
    return found.severity === 'F' ? { ...line, held: line.held ?? found.text } : line;
  });
  return { draft: settled, findings };
};

function judge(
  { code }: ClaimLine,
  lines: number,
  isTold: boolean,
  source: Source,
  context: RuleContext,
): Finding | undefined {
  const status = feeOf(code, context)?.status ?? '';
  const text = `${code}: status ${status}, ${FEE_STATUS[status]}`;
  const say = (severity: Finding['severity'], more = '') =>
    finding('fee-status', severity, source, AUTHORITY, `${text}${more}`, [code]);
  // Drugs are excluded from this schedule because they are paid by another one.
  if (code === TOLD_NOT_PAID || (status === 'E' && isDrugCode(code, context.library))) return undefined;
  if (NEVER_PAID.has(status)) return isTold ? say('F') : say('W', '; other payers differ');
  if (status === 'R') return say('W', ': look at the coverage rule before billing');
  if (status === 'T' && lines > 1) return say('W', ', and this claim has other lines');
  return undefined;
}
