import { endOfName } from './name-run.ts';
import { isCredential, isTitle, PERSON_LEAD, PERSON_TAIL, ROLE_LABEL, startsCredential } from './person-cues.ts';
import type { Span } from './spans.ts';
import {
  couldBeName,
  hasForeignLetter,
  isCapital,
  isClearGiven,
  isClinical,
  isEponym,
  isGiven,
  isOrdinary,
  isSurname,
  namesAThing,
  type Token,
  tokenize,
} from './tokens.ts';

/** How far before a name, in characters, the words that lead to it may begin. */
const LEAD_REACH = 40;

/** The words of a text and which of them also stand in lower case (so are hardly names). */
interface Words {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly lowerCased: ReadonlySet<string>;
  /** Holds no clinical word. */
  readonly isLetter: boolean;
  readonly isMessage: boolean;
}

/**
 * Finds names of persons: beside titles, labels and credentials, by lists of names, by their place in a sentence,
 * from the `names` that are known (mail headers), and then every later mention. Eponyms and instruments are left alone.
 */
export function findPeople(
  text: string,
  { names = [], isMessage = false }: { readonly names?: readonly string[]; readonly isMessage?: boolean },
): Span[] {
  const tokens = tokenize(text);
  const lower = tokens.filter(({ shape }) => shape === 'lower');
  const words: Words = {
    text,
    tokens,
    lowerCased: new Set(lower.map((token) => token.lower)),
    isLetter: !tokens.some(isClinical),
    isMessage,
  };
  const isCasual = tokens.filter(({ shape }) => shape === 'Title').length * 20 < lower.length;
  const found = [...namesInContext(words), ...(isCasual ? casualNames(tokens) : [])];
  return [...found, ...laterMentions(words, found, names)];
}

const spanOf = (tokens: readonly Token[], first: number, last: number): Span => ({
  start: tokens[first]?.start ?? 0,
  end: tokens[last]?.end ?? 0,
  kind: 'name',
});

function namesInContext(words: Words): Span[] {
  const { text, tokens } = words;
  const found: Span[] = [];
  const labelled = labelledTokens(text, tokens);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const previous = tokens[at - 1];
    if (token === undefined) break;
    const afterTitle = previous !== undefined && isTitle(previous, token);
    const afterLabel = labelled.has(at);
    const afterLead =
      isSurname(token) && PERSON_LEAD.test(text.slice(Math.max(0, token.start - LEAD_REACH), token.start));
    if (!isCapital(token) && !(token.shape === 'Initial' && (afterLabel || afterTitle))) continue;
    const last = endOfName(tokens, at, { afterTitle, afterLabel: afterLabel || afterLead });
    if (last < at || tokens.slice(at, last + 1).every(isStandIn)) continue;
    const isName =
      afterTitle ||
      (afterLabel && looksLikeName(tokens, at, last)) ||
      (couldBeName(token) && startsCredential(text, tokens[last + 1])) ||
      standsAlone(words, at, last);
    if (!isName) continue;
    found.push(spanOf(tokens, at, last));
    at = last;
  }
  return found;
}

/** `Dr. X`, `Dr. ABC`: a note that was de-identified before keeps its stand-ins. */
const isStandIn = ({ text }: Token) => /^(?:[A-Z]|XX+|XYZ?|ABCD?|Dr|DR|NA)$/.test(text);

/** The words right after `Surgeon:` and its like, and after the separators of the list that follows. */
function labelledTokens(text: string, tokens: readonly Token[]): ReadonlySet<number> {
  const labelled = new Set<number>();
  let at = 0;
  for (const hit of text.matchAll(ROLE_LABEL)) {
    const from = hit.index + hit[0].length;
    while (at < tokens.length && (tokens[at]?.start ?? 0) < from) at++;
    const first = tokens[at];
    if (first === undefined || !/^[ \t,\d.)#*-]*(?:\n[\s,\d.)#*-]*)?$/.test(text.slice(from, first.start))) continue;
    labelled.add(at);
    for (let next = at + 1; next < Math.min(at + 24, tokens.length); next++) {
      const token = tokens[next];
      if (token === undefined || /[.:]\s|\n\s*\n/.test(token.gap)) break;
      const listed =
        /^(?:\s*[,;/&]\s*|\s*\n\s*(?:\d+[.)])?\s*|[ \t]{2,})$/.test(token.gap) || tokens[next - 1]?.lower === 'and';
      if (listed && (isGiven(token) || isSurname(token))) labelled.add(next);
    }
  }
  return labelled;
}

/** After a label: no `None`, `Same`, `The`, no instrument, and not a lone ordinary word. */
function looksLikeName(tokens: readonly Token[], first: number, last: number): boolean {
  return tokens.slice(first, last + 1).some(couldBeName) && !namesAThing(tokens, last);
}

/** Without title, label or credential: lists of names and the sentence around must speak for a person. */
function standsAlone(words: Words, first: number, last: number): boolean {
  const { text, tokens, lowerCased } = words;
  const run = tokens.slice(first, last + 1);
  const [head, second] = run;
  const full = run.filter(({ shape }) => shape !== 'Initial');
  if (head === undefined || namesAThing(tokens, last)) return false;
  if (full.some((word) => lowerCased.has(word.lower) && isOrdinary(word))) return false;
  // `GARCIA, MARY`, `Allen, David`: surname first, as hospital systems print a patient.
  if (second !== undefined && isSurname(head) && isClearGiven(second)) return true;
  const dotted = second?.shape === 'Initial' && text[second.end] === '.';
  if (second !== undefined && isGiven(head) && !isOrdinary(head)) {
    if (second.shape === 'Initial') return dotted || run.length > 2 || !isEponym(head);
    if (isSurname(second) || (isClearGiven(head) && !lowerCased.has(second.lower))) return true;
  }
  if (words.isMessage && standsInMessage(words, run)) return true;
  if (head.shape === 'UPPER') return false;
  if (dotted && isSurname(head) && !isOrdinary(head) && !isEponym(head)) return true;
  if (words.isLetter && standsInLetter(words, first, last)) return true;
  if (full.some(isEponym)) return false;
  const clear = isClearGiven(head);
  if (second?.shape === 'Initial' && full.length > 1) return true;
  if (run.length > 1 && full.some((word) => isSurname(word) || isClearGiven(word) || hasForeignLetter(word)))
    return true;
  if (run.length === 1 && lowerCased.has(head.lower) && !clear) return false;
  const end = tokens[last]?.end ?? 0;
  if (PERSON_LEAD.test(text.slice(Math.max(0, head.start - LEAD_REACH), head.start))) return true;
  if (PERSON_TAIL.test(text.slice(end, end + 40))) return true;
  if (run.length > 1) return false;
  // `membrane of Liliequist`: what is named after somebody often says so.
  const isOfSomething = tokens[first - 1]?.lower === 'of' || head.startsSentence;
  return clear || (!isOfSomething && !isOrdinary(head) && (isSurname(head) || hasForeignLetter(head)));
}

/** A letter knows no eponyms: there a listed name counts by itself, and so do two unknown capitals in a sentence or on a line. */
function standsInLetter({ tokens, lowerCased }: Words, first: number, last: number): boolean {
  const run = tokens.slice(first, last + 1);
  if (run.some((word) => isOrdinary(word) || lowerCased.has(word.lower))) return false;
  const [before, after] = [tokens[first - 1], tokens[last + 1]];
  if (run.length === 1) return run.some((word) => isGiven(word) || isSurname(word));
  const fills = (before === undefined || /\n/.test(run[0]?.gap ?? '')) && (after === undefined || /\n/.test(after.gap));
  return fills || before?.shape === 'lower' || after?.shape === 'lower';
}

/** Whoever writes about a case gives the full name: two capitals in a row that are neither a term nor an eponym. */
function standsInMessage({ lowerCased }: Words, run: readonly Token[]): boolean {
  const full = run.filter(({ shape }) => shape !== 'Initial');
  return full.length > 1 && !full.some((word) => !isUnknownCapital(word) || lowerCased.has(word.lower));
}

/** `CABG` is an abbreviation, `ORTEGA-LUNDT` hardly. */
const isUnknownCapital = (token: Token): boolean =>
  couldBeName(token) &&
  token.text.length >= (token.shape === 'UPPER' ? 6 : 3) &&
  !isOrdinary(token) &&
  !isEponym(token) &&
  !isClinical(token);

/** The words of a subject that may be names, for lack of a better reason to be there. */
export function unknownCapitals(subject: string): readonly string[] {
  const words = tokenize(subject).filter((token) => isUnknownCapital(token) && !SUBJECT_WORD.test(token.text));
  return words.map(({ text }) => text);
}

const SUBJECT_WORD = /^(?:Op|Lap|Chole|Roux|Code|Case)$/;

/** In a text without capitals a given name of the lists, with the surname after it. */
function casualNames(tokens: readonly Token[]): Span[] {
  return tokens.flatMap((token, at) => {
    if (token.shape !== 'lower' || token.text.length < 4 || !isClearGiven(token) || isEponym(token)) return [];
    const next = tokens[at + 1];
    const surname = next?.gap === ' ' && isSurname(next) && !isOrdinary(next);
    return namesAThing(tokens, at) ? [] : [spanOf(tokens, at, surname ? at + 1 : at)];
  });
}

/** Every other place where a found or known name, or a part of it, stands. */
function laterMentions({ text, tokens }: Words, found: readonly Span[], knownNames: readonly string[]): Span[] {
  const inText = found.flatMap(({ start, end }) => tokenize(text.slice(start, end)));
  const parts = [...inText, ...knownNames.flatMap(partsOfKnownName)];
  const sure = new Set<string>();
  const withCare = new Set<string>();
  for (const part of parts) {
    if (part.text.length < 3 || isCredential(part.text)) continue;
    (isOrdinary(part) || isEponym(part) || part.text.length < 4 ? withCare : sure).add(part.lower);
  }
  return tokens.flatMap((token, at) => {
    const careful =
      withCare.has(token.lower) &&
      isCapital(token) &&
      !token.startsSentence &&
      !isOrdinary(token) &&
      !namesAThing(tokens, at);
    return careful || sure.has(token.lower) ? [spanOf(tokens, at, at)] : [];
  });
}

/** A mail's display name may be a desk or a practice: only what looks like a person counts. */
function partsOfKnownName(name: string): Token[] {
  const parts = tokenize(name.replace(/[._]/g, ' '));
  const person = parts.length <= 4 && !parts.some((part) => isOrdinary(part));
  return parts.filter((part) => person || isGiven(part) || isSurname(part));
}
