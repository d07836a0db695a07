import type { Audit, AuditedLine, AuditRow } from '../model/audit.ts';
import { labelOf } from '../model/line-label.ts';

const MOST_CLAUSES = 3;

/** The outcome of the audit first, then what can be done with the claim we support. */
export function withAuditVerdict(audit: Audit | undefined, verdict: string): string {
  if (audit === undefined) return verdict;
  const isChanged = [...audit.lines, ...audit.diagnoses].some(({ outcome }) => outcome !== 'confirmed');
  const ours = isChanged ? `Corrected claim: ${verdict.charAt(0).toLowerCase()}${verdict.slice(1)}` : verdict;
  return `${auditVerdict(audit)} ${ours}`;
}

/** `2 of 3 lines stand; 44180-59 must come off.` */
function auditVerdict({ lines, diagnoses }: Audit): string {
  const billed = lines.flatMap((row) => row.billed).length;
  const standing = lines.filter(({ outcome }) => outcome === 'confirmed').flatMap((row) => row.billed).length;
  const told = [...lines, ...diagnoses].flatMap((row) => clauseOf(row) ?? []);
  const shown = told.slice(0, MOST_CLAUSES);
  const rest = told.length > shown.length ? [`${told.length - shown.length} more below`] : [];
  return `${[standingWords(standing, billed), ...shown, ...rest].filter((part) => part !== '').join('; ')}.`;
}

function standingWords(standing: number, billed: number): string {
  if (billed === 0) return '';
  if (billed === 1) return standing === 1 ? 'The line stands' : 'The line does not stand as billed';
  if (standing === billed) return billed === 2 ? 'Both lines stand' : `All ${billed} lines stand`;
  return `${standing === 0 ? 'None' : standing} of ${billed} lines ${standing === 1 ? 'stands' : 'stand'}`;
}

function clauseOf({ outcome, billed, supported }: AuditRow): string | undefined {
  const [sent, ours] = [labels(billed), labels(supported)];
  switch (outcome) {
    case 'confirmed':
      return undefined;
    case 'missing':
      return `${ours} is missing`;
    case 'open':
      return `${sent === '' ? ours : sent} is open`;
    default:
      return ours === '' ? `${sent} must come off` : `${sent} should be ${ours}`;
  }
}

function labels(lines: readonly AuditedLine[]): string {
  return lines.map(labelOf).join(' and ');
}
