import type { NoteExtract } from '../extract/note-extract.ts';
import type { Evidence } from '../model/draft.ts';
import type { Place } from './proto-line.ts';

const LONGEST_QUOTE = 140;
const MOST_QUOTES = 4;

/** Where a long statement may be cut without breaking a phrase, coarse to fine. */
const BOUNDARIES: readonly RegExp[] = [/[;:,]\s+/g, /\s+(?=(?:and|but|which|then|until|while|after|before)\s)/g];

/** Verbatim quotes around places of the note: the whole statement when short, else whole clauses around the place. */
export function quotesOf(places: readonly Place[], extract: NoteExtract): Evidence[] {
  const quotes: Evidence[] = [];
  for (const place of places) {
    const quote = quoteAt(place, extract);
    if (quote === undefined || quotes.some((known) => isRepeated(quote, known))) continue;
    quotes.push(quote);
    if (quotes.length === MOST_QUOTES) break;
  }
  return quotes;
}

/** The same place, or the same words told elsewhere. */
function isRepeated(quote: Evidence, known: Evidence): boolean {
  if (quote.start < known.end && known.start < quote.end) return true;
  const plain = ({ quote: words }: Evidence): string => words.toLowerCase().replace(/^\d+[.)]\s*|[^a-z0-9]+/g, ' ');
  return plain(quote).trim() === plain(known).trim();
}

/** The statement a place lies in, a long one cut to the clauses around the place. Undefined for an empty place. */
export function quoteAt(place: Place, extract: NoteExtract): Evidence | undefined {
  const { text } = extract;
  const home = extract.statements.find(({ start, end }) => place.start >= start && place.start < end);
  const whole = { start: home?.start ?? place.start, end: home?.end ?? place.end };
  const { start, end } = trimmed(
    text,
    whole.end - whole.start > LONGEST_QUOTE ? clausesAround(text, whole, place) : whole,
  );
  return end <= start ? undefined : { quote: text.slice(start, end), start, end };
}

/** The place itself, without blanks around it; nothing for an empty one. */
export function exactQuote(place: Place, { text }: NoteExtract): Evidence[] {
  const { start, end } = trimmed(text, place);
  return end <= start ? [] : [{ quote: text.slice(start, end), start, end }];
}

/** Grows from the clause of the place to its neighbours while the quote stays readable. */
function clausesAround(text: string, whole: Place, place: Place): Place {
  const cuts = cutsOf(text, whole);
  const last = cuts.length - 1;
  let from = Math.max(
    0,
    cuts.findLastIndex((cut) => cut <= place.start),
  );
  let to = from + 1;
  // A long place (a whole title) is told by its beginning.
  while (to < last && (cuts[to] ?? 0) < place.end && (cuts[to + 1] ?? 0) - (cuts[from] ?? 0) <= LONGEST_QUOTE) to += 1;
  for (let grown = true; grown; ) {
    grown = false;
    if (to < last && (cuts[to + 1] ?? 0) - (cuts[from] ?? 0) <= LONGEST_QUOTE) {
      to += 1;
      grown = true;
    } else if (from > 0 && (cuts[to] ?? 0) - (cuts[from - 1] ?? 0) <= LONGEST_QUOTE) {
      from -= 1;
      grown = true;
    }
  }
  return { start: cuts[from] ?? whole.start, end: cuts[to] ?? whole.end };
}

/** Beginnings of clauses with both ends; a clause still too long is cut once more at finer boundaries. */
function cutsOf(text: string, whole: Place): number[] {
  let cuts = [whole.start, whole.end];
  for (const boundary of BOUNDARIES) {
    cuts = cuts.slice(0, -1).flatMap((start, at) => {
      const end = cuts[at + 1] ?? whole.end;
      if (end - start <= LONGEST_QUOTE) return [start];
      const inner = [...text.slice(start, end).matchAll(boundary)].map((hit) => start + hit.index + hit[0].length);
      return [start, ...inner.filter((cut) => cut > start && cut < end)];
    });
    cuts.push(whole.end);
  }
  return cuts;
}

function trimmed(text: string, { start, end }: Place): Place {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /[\s,;:]/.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
