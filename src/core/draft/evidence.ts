import type { NoteExtract } from '../extract/note-extract.ts';
import type { Evidence } from '../model/draft.ts';
import type { Place } from './proto-line.ts';

const LONGEST_QUOTE = 220;
const MOST_QUOTES = 4;

/** Verbatim quotes around places of the note: the whole statement when short, else words around the place. */
export function quotesOf(places: readonly Place[], extract: NoteExtract): Evidence[] {
  const quotes: Evidence[] = [];
  for (const place of places) {
    const quote = quoteAt(place, extract);
    if (quote === undefined || quotes.some((known) => quote.start < known.end && known.start < quote.end)) continue;
    quotes.push(quote);
    if (quotes.length === MOST_QUOTES) break;
  }
  return quotes;
}

/** The statement a place lies in, cut to a readable length at word boundaries. Undefined for an empty place. */
export function quoteAt(place: Place, extract: NoteExtract): Evidence | undefined {
  const { text } = extract;
  const home = extract.statements.find(({ start, end }) => place.start >= start && place.start < end);
  let start = home?.start ?? place.start;
  let end = home?.end ?? place.end;
  if (end - start > LONGEST_QUOTE) {
    const room = Math.max(0, LONGEST_QUOTE - (place.end - place.start)) / 2;
    start = wordStart(text, Math.max(start, Math.floor(place.start - room)), start);
    end = wordEnd(text, Math.min(end, Math.ceil(Math.min(place.end, place.start + LONGEST_QUOTE) + room)), end);
  }
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return end <= start ? undefined : { quote: text.slice(start, end), start, end };
}

function wordStart(text: string, from: number, least: number): number {
  let at = from;
  while (at > least && /\S/.test(text.charAt(at - 1))) at -= 1;
  return at;
}

function wordEnd(text: string, from: number, most: number): number {
  let at = from;
  while (at < most && /\S/.test(text.charAt(at))) at += 1;
  return at;
}
