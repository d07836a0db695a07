import { isDashedLine, readMarker } from '../forward/forward-markers.ts';
import { readHeaderBlock } from '../forward/header-block.ts';
import { isBlank, isQuoted, isRule, unquote } from '../text-lines.ts';
import { readAttribution } from './attribution.ts';

const MAX_ANSWER_LINES = 500;

export interface TrimmedText {
  readonly visible: string;
  /** The quoted thread, as it stood. */
  readonly quoted: string;
}

/**
 * Splits what the sender wrote from the thread below it. Answers between or under the quotes stay visible together
 * with what they answer; a mail that is nothing but a quote is its own text.
 */
export function trimQuotes(text: string): TrimmedText {
  const lines = text.trimEnd().split('\n');
  const start = quoteStart(lines);
  const above = lines.slice(0, start);
  const below = lines.slice(start);
  const visibleAbove = above.join('\n').trimEnd();
  if (visibleAbove.trim() === '') {
    const answerAt = answerUnderQuote(below);
    if (answerAt === undefined) {
      return isThreadAlone(below) ? { visible: '', quoted: text.trim() } : { visible: text.trim(), quoted: '' };
    }
    return { visible: below.slice(answerAt).join('\n').trim(), quoted: below.slice(0, answerAt).join('\n').trim() };
  }
  return { visible: visibleAbove.replace(/^\s*\n/, ''), quoted: below.join('\n').trim() };
}

function quoteStart(lines: readonly string[]): number {
  const closing = closingQuote(lines);
  for (let at = 0; at < lines.length; at += 1) {
    if (isQuoted(lines[at])) {
      if (at >= closing) return introducedAt(lines, at);
      continue;
    }
    const attribution = readAttribution(lines, at);
    if (attribution !== undefined && !isAnsweredInline(lines, attribution.end)) return at;
    if (readHeaderBlock(lines, at) !== undefined) return introducedAt(lines, at);
    if (readMarker(lines[at] ?? '')?.kind === 'original') return at;
  }
  return lines.length;
}

/** Where the quote begins after which no own words follow, at most a signature. */
function closingQuote(lines: readonly string[]): number {
  const lastQuoted = lines.findLastIndex(isQuoted);
  const after = lines.slice(lastQuoted + 1).find((line) => !isBlank(line));
  if (lastQuoted === -1 || (after !== undefined && !/^\s*(?:--|__+)\s*$/.test(after))) return lines.length;
  return lines.findLastIndex((line, at) => at < lastQuoted && !isQuoted(line) && !isBlank(line)) + 1;
}

/** Quote, own words, quote again: the sender answers point by point, so the quotes are part of what he says. */
function isAnsweredInline(lines: readonly string[], start: number): boolean {
  const quote = isBlank(lines[start]) ? start + 1 : start;
  if (!isQuoted(lines[quote])) return false;
  const nearby = lines.slice(quote, quote + MAX_ANSWER_LINES);
  const answer = nearby.findIndex((line) => !isQuoted(line) && !isBlank(line));
  return answer !== -1 && nearby.slice(answer).some(isQuoted);
}

/** The rule or "Original Message" line right above belongs to the quote. */
function introducedAt(lines: readonly string[], at: number): number {
  for (let above = at - 1; above >= Math.max(0, at - 2); above -= 1) {
    const line = unquote(lines[above] ?? '');
    if (readMarker(line) !== undefined || isRule(line) || isDashedLine(line)) return above;
    if (!isBlank(line)) break;
  }
  return at;
}

/** A client's introduction and the thread under it: the sender added no word. A bare quote may be pasted text. */
function isThreadAlone(lines: readonly string[]): boolean {
  const first = lines.findIndex((line) => !isBlank(unquote(line)));
  if (first === -1) return false;
  if (readMarker(unquote(lines[first] ?? ''))?.kind === 'original' || readHeaderBlock(lines, first) !== undefined) {
    return true;
  }
  const attribution = readAttribution(lines, first);
  return attribution !== undefined && lines.slice(attribution.end).every((line) => isBlank(line) || isQuoted(line));
}

/** Where the own words begin under a quote that opens the mail. */
function answerUnderQuote(lines: readonly string[]): number | undefined {
  const attribution = readAttribution(lines, 0);
  const quote = attribution?.end ?? 0;
  const firstQuoted = lines.findIndex((line, index) => index >= quote && isQuoted(line));
  if (firstQuoted === -1) return undefined;
  const answer = lines.findIndex((line, index) => index > firstQuoted && !isQuoted(line) && !isBlank(line));
  return answer === -1 ? undefined : answer;
}
