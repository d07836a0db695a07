import type { PtpRow } from '../model/official.ts';
import { isVisit } from '../rules/modifiers/visit-codes.ts';
import { type Desk, feeOf, listed } from './desk.ts';

const BUNDLED = /\b(?:bundled?|bundles|bundling|included?|includes|inclusive|inside|part of|contained)\b/;
const SAME_PLACE =
  /\bsame (knee|hip|shoulder|elbow|wrist|hand|foot|ankle|joint|side|site|eye|ear|breast|level|lesion|polyp|digit|finger|toe|incision|vessel|wound)\b/;

/** Column 2 of pairs that no modifier opens, told in one sentence for each first column. */
export function neverWords(column1: string, fallen: readonly string[], words: string): string {
  const isOne = fallen.length === 1;
  const lead = BUNDLED.test(words) ? 'Yes, bundled' : 'No';
  return `${lead}: ${listed(fallen)} ${isOne ? 'is' : 'are'} not paid beside ${column1}, and no modifier opens ${isOne ? 'the pair' : 'these pairs'}`;
}

/** What opens a pair of indicator 1: another target for a procedure, a separate reason for a visit. */
export function openedWords(row: PtpRow, words: string, desk: Desk): string {
  const { column1, column2 } = row;
  const [, place] = SAME_PLACE.exec(words) ?? [];
  const lead = BUNDLED.test(words) ? 'Yes' : place === undefined ? 'Not by themselves' : `No, not on the same ${place}`;
  const opens = isVisit(column2)
    ? visitWords(column1, column2, desk)
    : `documented as another site, encounter, practitioner or lesion does it go on the claim, with an anatomical modifier, XE, XS, XP, XU or 59 on ${column2}`;
  return `${lead}: ${column2} is part of ${column1}; only when ${opens}`;
}

/** 25 and 57 by the global period of the procedure (Medicare Claims Processing Manual ch. 12, 40.2 and 40.4). */
function visitWords(column1: string, visit: string, desk: Desk): string {
  if (isVisit(column1)) return `it is a second visit of its own that day does it go on the claim, with 25 on ${visit}`;
  return feeOf(column1, desk)?.globalDays === '090'
    ? `the operation was decided at it, that day or the day before, does it go on the claim, with 57 on ${visit}; 25 is for a global of 000 or 010`
    : `it is significant and separate from the procedure's own work before and after does it go on the claim, with 25 on ${visit}`;
}
