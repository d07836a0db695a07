import { normalize } from './normalize.ts';
import type { Section, SectionKind, Statement } from './note-extract.ts';
import { performerOf, stateOf } from './statement-state.ts';

const ABBREVIATION = /(?<!['’])\b(dr|mr|mrs|ms|no|nos|vs|approx|st|fr|pt|jr|sr|etc|e\.g|i\.e|[a-z])\.$/i;
const LIST_MARK =
  /^\s*(?:\(?\d{1,2}[.)]\s|[-*•]\s|[a-hA-H][.)]\s|#\d\b|(?:fx|fracture|site|lesion|wound) #?\d\b ?[:.)-])/i;

/** Words that end no statement: `the subcutaneous tissue was closed with` goes on in the next line. */
const GOES_ON = /\s(with|of|the|an?|by|using|at|to|from|was|were|then|and|measuring)$/;

/** `A stent was placed, and we will return for the stone`: what is to come is a statement of its own. */
const TO_COME =
  /^,? (?:and|but) (?:then )?(?:i|we|he|she|they|(?:the )?patient) (?:will|plans?|intends?|(?:is|are) to)\b(?! (?:able|agree))/i;

interface Span {
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
}

/** Splits every section into statements with their state and performer. Offsets refer to `text`. */
export function splitStatements(text: string, sections: readonly Section[]): Statement[] {
  const statements: Statement[] = [];
  let paragraphs = 0;
  for (const section of sections) {
    if (section.kind === 'corrected') continue;
    const spans = sentenceSpans(text, section.start, section.end, paragraphs);
    paragraphs = (spans.at(-1)?.paragraph ?? paragraphs) + 1;
    for (const [at, span] of spans.entries()) {
      const raw = text.slice(span.start, span.end);
      const normal = normalize(raw);
      if (normal.trim() === '') continue;
      statements.push({
        index: statements.length,
        section: section.kind,
        paragraph: span.paragraph,
        start: span.start,
        end: span.end,
        normal,
        state: isAsked(raw, spans[at + 1], section.kind, text) ? 'hypothetical' : stateOf(normal, section.kind),
        performer: performerOf(normal),
      });
    }
  }
  return statements;
}

/** `Wire? no.`, `Lifted? Not needed.`: a surgeon who asks himself answers with yes, or did not do it. */
function isAsked(raw: string, next: Span | undefined, section: SectionKind, text: string): boolean {
  const answer = next === undefined ? '' : text.slice(next.start, next.end);
  return (
    (section === 'body' || section === 'other') && raw.endsWith('?') && /^(no|not|none|nope|never)\b/i.test(answer)
  );
}

/** Sentences and list items from `start` to `end`, each with the number of its paragraph. */
export function sentenceSpans(text: string, start: number, end: number, firstParagraph = 0): Span[] {
  const spans: Span[] = [];
  const wrapped = wrapWidth(text, start, end);
  let paragraph = firstParagraph;
  let from = start;
  const close = (to: number): void => {
    const raw = text.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    const trimmed = raw.trim();
    if (trimmed !== '') spans.push({ start: from + lead, end: from + lead + trimmed.length, paragraph });
    from = to;
  };
  for (let at = start; at < end; at += 1) {
    const char = text.charAt(at);
    if (char === '\n' && isLineEnd(text, at, from, end, wrapped)) {
      close(at + 1);
      if (startsParagraph(text, at, end)) paragraph += 1;
    } else if ((char === '.' || char === '!' || char === '?' || char === ';') && isSentenceEnd(text, at, from, end)) {
      close(at + 1);
      if (LIST_MARK.test(text.slice(at + 1, at + 8)) && /^\s*\(?\d/.test(text.slice(at + 1, at + 8))) paragraph += 1;
    } else if ((char === ',' || char === ' ') && TO_COME.test(text.slice(at, Math.min(end, at + 40)))) {
      close(at + 1);
    }
  }
  close(end);
  return spans;
}

function isSentenceEnd(text: string, at: number, from: number, end: number): boolean {
  const next = text.slice(at + 1, Math.min(end, at + 6));
  if (text.charAt(at) === ';') return true;
  if (!/^(["')\]]?\s|["')\]]?$|,[A-Z0-9])/.test(next)) return false;
  const isAnswered = text.charAt(at) === '?' && /^\s*(no|not|none)\b/.test(next);
  if (/^\s*[a-z]/.test(next) && !/^\s{2}/.test(next) && !isAnswered) return false;
  const sentence = text.slice(Math.max(from, at - 12), at + 1);
  if (/^\s*\(?\d{1,2}\.$/.test(text.slice(from, at + 1))) return false;
  return !ABBREVIATION.test(sentence) || (/\bno\.$/i.test(sentence) && !/^\s*\d/.test(next));
}

const SHORT_LINE = 50;
/** Of lines that a program wrapped none is much shorter than the longest one. */
const FULL_LINE = 0.7;

/** A line shorter than this was ended by its writer. */
function wrapWidth(text: string, start: number, end: number): number {
  const lines = text.slice(start, end).split('\n');
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 0);
  return Math.max(SHORT_LINE, longest * FULL_LINE);
}

/** A newline ends a statement unless the line was only wrapped. */
function isLineEnd(text: string, at: number, from: number, end: number, wrapped: number): boolean {
  const next = text.slice(at + 1, Math.min(end, at + 120)).split('\n', 1)[0] ?? '';
  if (next.trim() === '') return true;
  const lineStart = Math.max(from, text.lastIndexOf('\n', at - 1) + 1);
  const line = text.slice(lineStart, at).trimEnd();
  if (GOES_ON.test(line)) return false;
  if (LIST_MARK.test(next)) return true;
  if (/[.:;!?]$/.test(line)) return true;
  return line.length < wrapped && !/^\s*[a-z]/.test(next) && !/[,-]$/.test(line);
}

function startsParagraph(text: string, at: number, end: number): boolean {
  const next = text.slice(at + 1, Math.min(end, at + 60));
  return /^\s*\n/.test(next) || LIST_MARK.test(next) || /[.:!?]\s*$/.test(text.slice(Math.max(0, at - 2), at));
}
