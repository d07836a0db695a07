import type { CodeMention } from './billed-codes.ts';

const DENIED =
  /^\W*(?:(?:and|but|which|that|it|they|both|all|line|then|has|have|had|is|are|was|were|got|been|came|come|keeps?|being|getting|back|as|still|bundled|inclusive|incidental)\b\W*){0,5}(?:denied|rejected|disallowed|bounced|kicked (?:back|out)|unpaid|not paid|refused)\b/;
const OF_SEVERAL = /\b(?:were|both|all|are|have)\b/;
/** The claim adjustment reason code of a remittance: `CO-97`, `PI 236`, `CARC 97`. */
const REASON_CODE = /\b(CO|PR|OA|PI|CR|CARC)[- ]?(\d{1,3}|[A-Z]\d{1,2})\b/;

/** "44180-59 was denied", "29877 and 29870 were denied". `words` is the sentence that begins at `start`. */
export function isDeniedBehind(
  mention: CodeMention,
  mentions: readonly CodeMention[],
  words: string,
  start: number,
): boolean {
  const last = lastJoined(mention, mentions, words, start);
  const next = mentions.find((other) => other.start > last.start);
  const behind = words.slice(last.end - start, next === undefined ? undefined : next.start - start);
  return DENIED.test(behind) && (last === mention || OF_SEVERAL.test(behind));
}

/** The end of a row of codes with nothing but commas and "and" between them. */
function lastJoined(from: CodeMention, mentions: readonly CodeMention[], words: string, start: number): CodeMention {
  let last = from;
  for (const next of mentions.filter((other) => other.start > from.start)) {
    if (!/^[\s,&+]*(?:and)?\s*$/.test(words.slice(last.end - start, next.start - start))) break;
    last = next;
  }
  return last;
}

/** The payer's reason behind the code, else before the first code of its line; empty when only the denial is told. */
export function reasonCodeOf({ start, end }: CodeMention, text: string): string {
  const [behind = ''] = text.slice(end).split('\n', 1);
  const before = text.slice(0, start).split('\n').at(-1) ?? '';
  const hit = REASON_CODE.exec(behind) ?? (/\d{4}/.test(before) ? null : REASON_CODE.exec(before));
  return hit === null ? '' : `${hit[1]}-${hit[2]}`;
}
