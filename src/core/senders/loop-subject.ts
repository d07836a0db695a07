/** `Re:`, `AW:`, `Fwd:`, `[CC-7F3K2AB]`, `(#123)` at either end: what a loop adds on every turn. */
const PREFIX = /^\s*(?:[\p{L}]{1,12}\s?(?:\[\d{1,3}\])?\s?[:：]\s*)+/u;
const MOST_CHARS = 200;

/** The subject without what replies and ticket systems put before and behind it: two turns of a loop have one subject. */
export function stripSubject(subject: string): string {
  return subject
    .slice(0, 1_000)
    .toLowerCase()
    .replace(/[[(][^[\]()]{0,60}[\])]/g, ' ')
    .replace(PREFIX, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, MOST_CHARS);
}
