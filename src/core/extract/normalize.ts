/**
 * The reading form of a text: lower case, every character that is neither letter, digit nor decimal point
 * becomes a space. It has exactly the length of the original, so offsets into one are offsets into the other.
 */
export function normalize(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    const lower = char.toLowerCase();
    if (isWordChar(lower)) out += lower;
    else if (char === '.' && isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at + 1))) out += '.';
    else out += ' ';
  }
  return out;
}

function isWordChar(char: string): boolean {
  return char.length === 1 && ((char >= 'a' && char <= 'z') || isDigit(char));
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9';
}

/** A word with its place in the text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Words of a normalized text from `start` to `end`. */
export function wordsOf(normal: string, start = 0, end = normal.length): Word[] {
  const words: Word[] = [];
  const pattern = /[a-z0-9.]+/g;
  pattern.lastIndex = start;
  for (let hit = pattern.exec(normal); hit !== null && hit.index < end; hit = pattern.exec(normal)) {
    words.push({ text: hit[0], start: hit.index, end: hit.index + hit[0].length });
  }
  return words;
}
