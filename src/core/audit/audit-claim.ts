import type { Audit, AuditOutcome, AuditRow, DenialAdvice } from '../model/audit.ts';
import type { Draft } from '../model/draft.ts';
import type { SenderCorrection } from '../model/feedback.ts';
import type { RuleContext } from '../rules/rule.ts';
import { auditDiagnoses } from './audit-diagnoses.ts';
import { benchOf } from './bench.ts';
import type { BilledClaim } from './billed-claim.ts';
import { denialAdvice } from './denial-advice.ts';
import { judgeMatch } from './judge-match.ts';
import { matchLines } from './match-lines.ts';

/** What was billed too much stands first; praise is for nothing, so what is right stands last. */
const ORDER: readonly AuditOutcome[] = ['over', 'unsupported', 'under', 'missing', 'open', 'confirmed'];

/** Holds the sender's claim against the one that the note supports after all rules, whoever drafted it. */
export function auditClaim(billed: BilledClaim, claim: Draft, context: RuleContext): Audit {
  const bench = benchOf(billed, claim, context);
  const lines =
    billed.lines.length === 0
      ? []
      : matchLines(billed.lines, claim.lines, context.library).map((match) => judgeMatch(match, bench));
  return {
    lines: inOrder(lines),
    diagnoses: inOrder(auditDiagnoses(bench)),
    denials: distinct(billed.lines.flatMap((line) => denialAdvice(line, lines, bench))),
  };
}

/** What the sender would bill instead of our answer, code by code; that he leaves other codes alone says nothing. */
export function auditCorrection({ given }: SenderCorrection, claim: Draft, context: RuleContext): readonly AuditRow[] {
  const billed = { lines: given.map((line) => ({ ...line, denial: undefined })), diagnoses: [] };
  return auditClaim(billed, claim, context).lines.filter((row) => row.billed.length > 0);
}

/** Two lines of one code denied for one reason get one advice. */
function distinct(advice: readonly DenialAdvice[]): DenialAdvice[] {
  return [...new Map(advice.map((each) => [`${each.code} ${each.reason} ${each.text}`, each])).values()];
}

function inOrder(rows: readonly AuditRow[]): AuditRow[] {
  return rows.toSorted((one, other) => ORDER.indexOf(one.outcome) - ORDER.indexOf(other.outcome));
}
