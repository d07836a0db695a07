import { isBlank, isRule } from '../text-lines.ts';

/** "You wrote:", "On Tue you wrote:", "My last mail said:": a line that a person types over words of before. */
const INTRODUCTION =
  /^(?:(?:on|at) .{2,40}?,? )?(?:(?:you|i|we|he|she|they|[\p{L}.]{2,20}(?: [\p{L}.]{2,20})?) (?:wrote|write|said|asked|replied)|(?:my|your|our|the) (?:last|previous|earlier|first|prior) (?:e-?mail|mail|message|reply|answer|note) (?:said|was|read)|(?:quote|quoting|earlier|previously)(?: (?:message|mail|e-?mail))?)(?: (?:on|at) .{2,40}?)? ?:$/iu;
/** "--- previous message ---" opens what "--- end ---" or nothing closes. */
const OPENED =
  /^\s*[-=_*~]{2,} ?(?:begin |start )?(?:previous|earlier|prior|last|quoted?|my|your) ?.{0,30}?[-=_*~]{2,}\s*$/i;
const CLOSED = /^\s*[-=_*~]{2,}.{0,30}[-=_*~]*\s*$/;

/**
 * The words of a reply without those that its writer quotes in a way of his own: after an introduction up to the next
 * blank line, between lines of dashes, and lines with a bar before them. What was told before is no news.
 */
export function withoutOwnQuotes(text: string): string {
  const lines = text.split('\n');
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (/^\s{0,3}[|│]\s/.test(line)) continue;
    const end = INTRODUCTION.test(line.trim()) ? paragraphEnd(lines, at + 1) : blockEnd(lines, at);
    if (end === undefined) kept.push(line);
    else at = end - 1;
  }
  return kept.join('\n').trim();
}

function paragraphEnd(lines: readonly string[], from: number): number {
  const first = lines.findIndex((line, at) => at >= from && !isBlank(line));
  if (first === -1) return lines.length;
  const blank = lines.findIndex((line, at) => at > first && isBlank(line));
  return blank === -1 ? lines.length : blank;
}

/** Where a block ends that a line of dashes opens here; undefined where none does. */
function blockEnd(lines: readonly string[], at: number): number | undefined {
  const line = lines[at] ?? '';
  const isNamed = OPENED.test(line);
  if (!isNamed && !isRule(line)) return undefined;
  const close = lines.findIndex((each, index) => index > at + 1 && (isNamed ? CLOSED.test(each) : isRule(each)));
  if (close !== -1) return close + 1;
  return isNamed ? lines.length : undefined;
}
