import type { AuditedLine, AuditOutcome, AuditRow, DenialAdvice } from '../model/audit.ts';
import type { CaseAnswer } from '../model/consultation.ts';
import { labelOf } from '../model/line-label.ts';
import type { AuditView } from './view.ts';
import { oneLine, sentence } from './words.ts';

const LABELS: Readonly<Record<AuditOutcome, string>> = {
  over: 'Over',
  unsupported: 'Unsupported',
  under: 'Under',
  missing: 'Missing',
  open: 'Open',
  confirmed: 'Confirmed',
};
const NONE = '-';

/** The sender's claim against ours, one row a code; what stands as it was billed shares rows at the end. */
export function auditView({ audit }: CaseAnswer): AuditView | undefined {
  if (audit === undefined) return undefined;
  const rows = [...wrong(audit.lines), ...wrong(audit.diagnoses)];
  const right = [...audit.lines, ...audit.diagnoses].filter(({ outcome }) => outcome === 'confirmed');
  const same = rowsOf(right.flatMap(({ billed }) => billed).map(labelOf));
  return {
    rows: [...rows, ...same.map((billed) => ({ billed, supported: 'the same', why: 'Confirmed.' }))],
    denials: audit.denials.map(denialView),
  };
}

const COLUMN_CHARS = 22;

/** As many codes a row as its column holds. */
function rowsOf(codes: readonly string[]): string[] {
  const rows: string[] = [];
  for (const code of codes) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + code.length + 2 <= COLUMN_CHARS) rows[rows.length - 1] = `${last}, ${code}`;
    else rows.push(code);
  }
  return rows;
}

function wrong(rows: readonly AuditRow[]) {
  return rows
    .filter(({ outcome }) => outcome !== 'confirmed')
    .map(({ outcome, billed, supported, why }) => ({
      billed: labels(billed),
      supported: labels(supported),
      why: sentence(`${LABELS[outcome]}: ${why}`),
    }));
}

const ADVICE: Readonly<Record<DenialAdvice['advice'], string>> = {
  appeal: 'Appeal',
  resubmit: 'No appeal',
  'do-not-appeal': 'Do not appeal',
  'ask-the-payer': 'Ask first',
};

function denialView({ code, reason, advice, text, wording }: DenialAdvice) {
  return {
    label: reason === '' ? code : `${code} (${reason})`,
    text: sentence(`${ADVICE[advice]}: ${text}`),
    wording: wording === undefined ? undefined : oneLine(wording),
  };
}

function labels(lines: readonly AuditedLine[]): string {
  return lines.length === 0 ? NONE : lines.map(labelOf).join(', ');
}
