import { pairReason } from '../check/pair-reasons.ts';
import type { PtpRow } from '../model/official.ts';
import { isVisit } from '../rules/modifiers/visit-codes.ts';
import { sourceOf } from '../rules/rule.ts';
import type { Bench } from './bench.ts';

/** The edits that deny a code beside what the note supports, those first that no modifier opens. */
export function pairsAgainst(code: string, { pairs, claim }: Bench): PtpRow[] {
  const supported = new Set<string>(claim.lines.map((line) => line.code));
  return pairs
    .filter(({ column1, column2 }) => column2 === code && supported.has(column1))
    .toSorted((one, other) => one.indicator.localeCompare(other.indicator));
}

/** The edits between a code and the others of the two claims, in either order. */
export function pairsWith(code: string, { pairs, billed, claim }: Bench): PtpRow[] {
  const beside = new Set<string>([...billed.lines, ...claim.lines].map((line) => line.code));
  return pairs.filter(
    ({ column1, column2 }) => (column1 === code && beside.has(column2)) || (column2 === code && beside.has(column1)),
  );
}

/** `49320 is an ordinary step of 47562; NCCI pair 47562 / 49320, indicator 0: no modifier opens it (NCCI PTP 2025Q3)`. */
export function pairWords(row: PtpRow, bench: Bench): string {
  const opens = row.indicator === '0' ? 'no modifier opens it' : `only ${separateThing(row.column2)} opens it`;
  return `${row.column2} is ${pairReason(row)}; ${pairName(row)}: ${opens} (${editionOf(bench)})`;
}

/** `NCCI pair 45385 / 45380, indicator 1`. */
export function pairName({ column1, column2, indicator }: PtpRow): string {
  return `NCCI pair ${column1} / ${column2}, indicator ${indicator}`;
}

export function editionOf({ context }: Bench, kind: 'ptp' | 'mue' = 'ptp'): string {
  const { state, edition } = sourceOf(kind, context);
  return state === 'nearest-edition' ? `${edition}, the nearest edition` : edition;
}

export function hasEditOf(kind: 'ptp' | 'mue', { context }: Bench): boolean {
  return sourceOf(kind, context).state !== 'not-checked';
}

function separateThing(code: string): string {
  return isVisit(code) ? 'a visit of its own' : 'another site, lesion, encounter or practitioner';
}
