import type { PtpRow } from '../model/official.ts';

/** Why an edit exists: the section of NCCI Policy Manual ch. 1 that its rationale stands for, and what it means for column 2. */
interface PairReason {
  readonly section: string;
  /** Continues "column 2 is ..."; column 1 stands for `{1}`. */
  readonly words: string;
}

const REASONS: readonly (readonly [RegExp, PairReason])[] = [
  [/separate procedure/i, { section: 'J', words: 'billed only when done by itself, not in the field of {1}' }],
  [/more extensive/i, { section: 'L', words: 'the lesser form of {1}' }],
  [/mutually exclusive/i, { section: 'P', words: 'not done together with {1} on the same target' }],
  [/sequential/i, { section: 'M', words: 'an attempt that went over into {1}; only what succeeded is billed' }],
  [/standards of medical/i, { section: 'B', words: 'an ordinary step of {1}' }],
  [/misuse/i, { section: 'O', words: 'not meant to be billed with {1}' }],
  [/coding instruction/i, { section: 'I', words: 'excluded beside {1} by coding instruction' }],
  [/code definition/i, { section: 'H', words: 'contained in what {1} stands for' }],
  [/preparation|monitoring/i, { section: 'F', words: 'preparation or monitoring that belongs to {1}' }],
  [/anesthesia service included/i, { section: 'G', words: 'anesthesia by the operator, part of {1}' }],
  [/laboratory panel/i, { section: 'N', words: 'a part of the panel {1}' }],
  [/gender/i, { section: 'Q', words: 'for the other sex than {1}' }],
];

const UNTOLD: PairReason = { section: '', words: 'part of {1}' };

function reasonFor({ rationale = '' }: PtpRow): PairReason {
  return REASONS.find(([pattern]) => pattern.test(rationale))?.[1] ?? UNTOLD;
}

/** `an ordinary step of 47562`: what column 2 is beside column 1. */
export function pairReason(row: PtpRow): string {
  return reasonFor(row).words.replace('{1}', row.column1);
}

export function pairAuthority(row: PtpRow): string {
  const { section } = reasonFor(row);
  return section === '' ? PTP_AUTHORITY : `NCCI Policy Manual ch. 1, ${section}`;
}

export const PTP_AUTHORITY = 'NCCI procedure-to-procedure edits';
