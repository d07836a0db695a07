import type { DeskEntry } from '../../../pipeline/desk-port.ts';
import { ageOf, deskWords } from '../desk-words.ts';

const HEADINGS = ['CASE', 'STATE', 'STAGE', 'AGE', 'WHY', 'WHAT TO DO'];

/** A table, one mail a line; the last column is not padded. */
export function listText(entries: readonly DeskEntry[], now: Date): readonly string[] {
  if (entries.length === 0) return ['Nothing waits for a person.'];
  const rows = entries.map((entry) => {
    const { why, next } = deskWords(entry);
    return [entry.caseKey, entry.status, entry.stage, ageOf(entry.receivedAt, now), why, next];
  });
  const table = [HEADINGS, ...rows];
  const widths = HEADINGS.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

export function listJson(entry: DeskEntry): string {
  const { why, next } = deskWords(entry);
  return JSON.stringify({
    case: entry.caseKey,
    state: entry.status,
    stage: entry.stage,
    attention: entry.attention ?? null,
    verdict: entry.verdict ?? null,
    reason: entry.reason ?? null,
    attempts: entry.attempts,
    sending: entry.sending ?? null,
    receivedAt: entry.receivedAt.toISOString(),
    since: entry.since.toISOString(),
    hasRawMail: entry.hasRawMail,
    why,
    next,
  });
}
