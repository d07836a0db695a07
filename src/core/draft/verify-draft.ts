import type { DeidentifiedNote } from '../model/deidentified-note.ts';
import type { Candidate, ClaimLine, Confidence, Draft, Evidence, NotBilled } from '../model/draft.ts';
import { isVisitCode } from '../visits/visit-codes.ts';

/** What a model chose, as it came: nothing of it is believed. */
export interface UnverifiedChoice {
  readonly lines: readonly {
    readonly code: string;
    readonly modifiers: readonly string[];
    readonly units: number;
    readonly quotes: readonly string[];
  }[];
}

/** A line that was not believed. `code` is a code's shape or `-`; `reason` is one of our own sentences. */
export interface DroppedLine {
  readonly code: string;
  readonly reason: string;
}

export interface VerifiedDraft {
  readonly draft: Draft;
  readonly dropped: readonly DroppedLine[];
}

type Described = ReadonlyMap<string, { readonly title: string }>;

const CHOSEN_BY_MODEL: Confidence = {
  value: 0.5,
  word: 'needs a coder',
  because: 'the model chose it and quotes the note; the rule engine by itself did not',
};
const LEFT_OUT = 'The rule engine drafted it; the model, which read the whole note, did not choose it.';
/** Fewer letters than this prove nothing. */
const SHORTEST_QUOTE = 4;

/**
 * Turns a model's choice into a draft. A line survives when its code is among the candidates, its units are a positive
 * whole number and each of its quotes (at least one) stands in the note, white space aside. Titles, diagnoses,
 * reasons and confidence come from the library and the deterministic draft, never from the model; so do visits, whose
 * level is read from the note. When no line survives, the deterministic draft is returned as it is.
 */
export function verifyChoice(
  choice: UnverifiedChoice,
  candidates: readonly Candidate[],
  note: DeidentifiedNote,
  deterministic: Draft,
  describe: Described,
): VerifiedDraft {
  // Visits, drugs and sedation are read from the note by their own rooms: no candidate, no choice.
  const settled = deterministic.lines.filter(
    ({ code }) => isVisitCode(code) || !candidates.some((one) => one.code === code),
  );
  const lines: ClaimLine[] = [...settled];
  const dropped: DroppedLine[] = [];
  const quoteIn = quoteFinder(note.text);
  const drafted = [...deterministic.lines];
  for (const { code, modifiers, units, quotes } of choice.lines.filter((line) => !isVisitCode(line.code))) {
    const drop = (reason: string) => dropped.push({ code: /^[A-Z0-9]{5}$/.test(code) ? code : '-', reason });
    const candidate = candidates.find((one) => one.code === code);
    const evidence = quotes.map(quoteIn);
    const valid = modifiers.map((one) => one.trim().toUpperCase()).filter((one) => /^[A-Z0-9]{2}$/.test(one));
    if (candidate === undefined) drop('not among the candidates');
    else if (!Number.isSafeInteger(units) || units < 1) drop('units are not a positive whole number');
    else if (evidence.length === 0) drop('no quote');
    else if (!evidence.every((one) => one !== undefined)) drop('a quote is not in the note');
    else if (lines.some((line) => line.code === code && sameModifiers(line.modifiers, valid))) drop('repeated');
    else {
      const at = drafted.findIndex((line) => line.code === code);
      const [known] = at === -1 ? [] : drafted.splice(at, 1);
      lines.push(
        toLine(
          candidate,
          known,
          { seq: lines.length + 1, modifiers: [...new Set(valid)], units, evidence },
          deterministic,
          describe,
        ),
      );
    }
  }
  if (lines.length === settled.length) return { draft: deterministic, dropped };
  return { draft: { ...deterministic, lines, ...beside(lines, deterministic) }, dropped };
}

function toLine(
  candidate: Candidate,
  known: ClaimLine | undefined,
  chosen: Pick<ClaimLine, 'seq' | 'modifiers' | 'units' | 'evidence'>,
  deterministic: Draft,
  describe: Described,
): ClaimLine {
  return {
    ...chosen,
    code: candidate.code,
    title: describe.get(candidate.code)?.title ?? known?.title ?? '',
    why: known?.why ?? candidate.why.slice(0, 2).join('; '),
    confidence: known?.confidence ?? CHOSEN_BY_MODEL,
    dx: known?.dx ?? deterministic.diagnoses.slice(0, 4).map(({ code }) => code),
    parent: known?.parent,
    held: known?.held,
    totalRvu: known?.totalRvu,
    globalDays: known?.globalDays,
  };
}

/** What stands beside the lines: drafted lines that the model left out are shown, questions about them fall away. */
function beside(lines: readonly ClaimLine[], deterministic: Draft): Pick<Draft, 'notBilled' | 'questions'> {
  const billed = new Set(lines.map(({ code }) => code));
  const leftOut = deterministic.lines
    .filter(({ code }, at, all) => !billed.has(code) && all.findIndex((one) => one.code === code) === at)
    .map(({ code, title, evidence }): NotBilled => ({ code, title, reason: LEFT_OUT, evidence }));
  return {
    notBilled: [...leftOut, ...deterministic.notBilled.filter(({ code }) => !billed.has(code))],
    questions: deterministic.questions.filter(
      ({ holds }) => holds.length === 0 || holds.some((code) => billed.has(code)),
    ),
  };
}

function sameModifiers(one: readonly string[], other: readonly string[]): boolean {
  return [...one].sort().join() === [...new Set(other)].sort().join();
}

/** Finds a quote in the text with runs of white space read as one blank; offsets are those of the text itself. */
function quoteFinder(text: string): (quote: string) => Evidence | undefined {
  let flat = '';
  const origin: number[] = [];
  for (const { 0: piece, index } of text.matchAll(/\s+|\S+/g)) {
    const blank = /^\s/.test(piece);
    for (let at = 0; at < (blank ? 1 : piece.length); at++) origin.push(index + at);
    flat += blank ? ' ' : piece;
  }
  return (quote) => {
    const wanted = quote.replace(/\s+/g, ' ').trim();
    if ((wanted.match(/[\p{L}\p{N}]/gu) ?? []).length < SHORTEST_QUOTE) return undefined;
    const at = flat.indexOf(wanted);
    const start = origin[at];
    const last = origin[at + wanted.length - 1];
    if (at === -1 || start === undefined || last === undefined) return undefined;
    return { quote: text.slice(start, last + 1), start, end: last + 1 };
  };
}
