/** `Re:`, `AW:`, `Fwd:`, `Re[2]:`: what a loop adds in front on every turn. */
const PREFIX = /^\s*(?:[\p{L}]{1,12}\s?(?:\[\d{1,3}\])?\s?[:：]\s*)+/u;
/** `[EXT]` in front. */
const TAG = /^\s*\[[^[\]]{0,60}\]/;
/** `[CC-7F3K2AB]`, `(Ticket 4711)`: what it adds behind, whatever becomes of the brackets later. */
const BEHIND = /(?<=[^\s[(])\s*[[(].*$/s;
/** A loop may cut what grows with every turn. */
const MOST_CHARS = 40;

/** The subject without what replies and ticket systems put before and behind it: two turns of a loop have one subject. */
export function stripSubject(subject: string): string {
  return subject
    .slice(0, 1_000)
    .toLowerCase()
    .replace(PREFIX, '')
    .replace(TAG, '')
    .replace(PREFIX, '')
    .replace(BEHIND, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, MOST_CHARS)
    .trim();
}
