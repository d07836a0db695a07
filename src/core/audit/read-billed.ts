import type { BilledClaim, BilledLine, CodeBook } from './billed-claim.ts';
import { type CodeMention, codesIn } from './billed-codes.ts';
import { type Cue, cuesIn, type Said, spelledRight } from './billed-words.ts';
import { isDeniedBehind, reasonCodeOf } from './denials.ts';

/** Words beside codes that ask nothing else: a line of these and codes is a claim. */
const FILLER =
  /\b(?:cpt|hcpcs|icd(?:-?10)?(?:-?cm)?|codes?|dxs?|diagnos[ei]s|and|with|plus|units?|mods?|modifiers?|lines?|claim|the|this|these|that|is|are|was|it|all|right|correct|ok|okay|good|fine|accurate|supported|please|pls|my|our|primary|secondary|thanks|thank you|each|pos|\d{1,2}|[a-l]{1,4})\b/g;
const DIAGNOSIS_LABEL = /\b(?:dxs?|diagnos[ei]s|icd)\b/;
const LIST_MARK = /^[\s*•>|-]*(?:(?:line )?#?\(?\d{1,2}[.):]?[ \t]+)?(?:cpt|hcpcs|dx|icd)?[ \t:.#]*$/i;
/** A claim told again in place of the earlier one. */
const CORRECTED =
  /\b(?:corrected claim|re ?-?(?:billed|submitted|submitting|filed)|(?:now|instead we|changed (?:it|this|that|the claim) to|will now) (?:bill|billed|submit|submitted|code|coded)?\b.*\d{4}|new claim|changed (?:it|this|that|the claim) to)\b/;
/** Nothing but a verb between a code and its cue: "47562 was paid". */
const DIRECTLY = /^\W*(?:(?:was|were|is|are|got|has|have|been)\W+)*$/;
const ABBREVIATION = /^(?:\d{1,2}|mods?|w|no|vs|dr)$/i;

/** Ten pages: nobody tells a claim at greater length, and a text of one endless sentence is slow to read. */
const MOST_SENDER_CHARS = 30_000;

interface Sentence {
  readonly start: number;
  readonly words: string;
  readonly mentions: readonly CodeMention[];
  readonly cues: readonly Cue[];
  /** A line that begins with its code goes on with the list above it. */
  readonly goesOn: boolean;
}

interface ToldCode {
  readonly mention: CodeMention;
  readonly said: Said;
  /** Codes told twice in one list are two lines; told again elsewhere they are the same line. */
  readonly list: number;
}

/**
 * The claim that the sender says he billed, or is about to: "I billed 47562, 44180-59: right?", "Denied: 44180 (CO-97)",
 * a list with one code a line. Codes that he only asks about, that others billed, and numbers that are no codes stay
 * out. Undefined when nothing is told as billed.
 */
export function readBilled(senderText: string, book: CodeBook): BilledClaim | undefined {
  const text = spelledRight(senderText.slice(0, MOST_SENDER_CHARS));
  const told: ToldCode[] = [];
  let before: Said | undefined;
  let list = 0;
  for (const sentence of sentencesOf(text, book)) {
    if (!sentence.goesOn) list += 1;
    if (CORRECTED.test(sentence.words)) told.length = 0;
    const said = saidOf(sentence, sentence.goesOn || isDiagnosisLine(sentence) ? before : undefined);
    for (const [at, mention] of sentence.mentions.entries()) {
      const one = said[at];
      if (one !== undefined) told.push({ mention, said: one, list });
    }
    before = saidAfter(sentence) ?? said.at(-1);
  }
  return claimOf(told, text);
}

/** What the sentence says of each of its codes: by the last cue before it, else by what it goes on with, else by a cue behind. */
function saidOf(sentence: Sentence, before: Said | undefined): (Said | undefined)[] {
  const { mentions, cues, start, words } = sentence;
  if (cues.some(({ said }) => said === 'other')) return mentions.map(() => 'other');
  const isPlain = cues.every(({ said }) => said === 'billed');
  // "47562 and 44180-59 were billed", and a line of nothing but codes.
  const alone: Said | undefined = isPlain && (cues.length > 0 || isOnlyCodes(sentence)) ? 'billed' : undefined;
  return mentions.map((mention) => {
    const cue = cues.findLast(({ end }) => end <= mention.start);
    const behind = cues.find(
      (next) => next.start >= mention.end && DIRECTLY.test(words.slice(mention.end - start, next.start - start)),
    );
    const said = cue?.said ?? before ?? alone ?? (behind?.said === 'billed' ? 'billed' : undefined);
    return said !== 'asked' && said !== 'other' && isDeniedBehind(mention, mentions, words, start) ? 'denied' : said;
  });
}

/** What a cue behind the last code says of the lines below: "We billed:", "denied:". */
function saidAfter({ mentions, cues }: Sentence): Said | undefined {
  const last = cues.at(-1);
  if (last === undefined || last.start < (mentions.at(-1)?.end ?? 0)) return undefined;
  return cues.some(({ said }) => said === 'other') ? 'other' : last.said;
}

function claimOf(told: readonly ToldCode[], text: string): BilledClaim | undefined {
  const lines: (BilledLine & { readonly list: number })[] = [];
  const diagnoses = new Set<string>();
  for (const { mention, said, list } of told) {
    if (said === 'asked' || said === 'other') continue;
    if (mention.kind === 'diagnosis') {
      if (said === 'billed') diagnoses.add(mention.code);
      continue;
    }
    const { code, modifiers, units = 1 } = mention;
    const denial = said === 'denied' ? reasonCodeOf(mention, text) : undefined;
    // In one list another side or digit is another line, denied or not.
    const isOther = (line: BilledLine): boolean =>
      modifiers.length > 0 && line.modifiers.length > 0 && line.modifiers.join() !== modifiers.join();
    const at = lines.findLastIndex(
      (line) => line.code === code && (line.list !== list || (denial !== undefined && !isOther(line))),
    );
    const known = lines[at];
    if (known === undefined) lines.push({ code, modifiers, units, denial, list });
    else lines[at] = toldAgain(known, mention, denial);
  }
  if (lines.length === 0 && diagnoses.size === 0) return undefined;
  return { lines: lines.map(({ list, ...line }) => line), diagnoses: [...diagnoses] };
}

/** What the later place says of modifiers, units and denial counts. */
function toldAgain<Line extends BilledLine>(line: Line, mention: CodeMention, denial: string | undefined): Line {
  return {
    ...line,
    modifiers: mention.modifiers.length > 0 ? mention.modifiers : line.modifiers,
    units: mention.units ?? line.units,
    denial: denial ?? line.denial,
  };
}

function isDiagnosisLine({ mentions, words }: Sentence): boolean {
  return mentions.length > 0 && mentions.every(({ kind }) => kind === 'diagnosis') && DIAGNOSIS_LABEL.test(words);
}

function isOnlyCodes({ start, words, mentions }: Sentence): boolean {
  let rest = words;
  for (const mention of mentions.toReversed()) {
    rest = `${rest.slice(0, mention.start - start)} ${rest.slice(mention.end - start)}`;
  }
  return mentions.length > 0 && !/[a-z\d]/.test(rest.replace(FILLER, ' '));
}

/** Sentences and lines with their codes and cues; a stop inside a code, a number or an abbreviation ends nothing. */
function sentencesOf(text: string, book: CodeBook): Sentence[] {
  const mentions = codesIn(text, book);
  const cues = cuesIn(text.toLowerCase());
  const sentences: Sentence[] = [];
  let start = 0;
  let startsLine = true;
  const close = (end: number): void => {
    const within = (place: { readonly start: number }): boolean => place.start >= start && place.start < end;
    const own = mentions.filter(within);
    const words = text.slice(start, end).toLowerCase();
    const goesOn = startsLine && own[0] !== undefined && LIST_MARK.test(text.slice(start, own[0].start));
    if (words.trim() !== '') sentences.push({ start, words, mentions: own, cues: cues.filter(within), goesOn });
    start = end + 1;
  };
  for (const { 0: stop, index } of text.matchAll(/\n|[.?!;](?=\s|$)/g)) {
    const isLine = stop === '\n';
    const isInside =
      mentions.some((mention) => mention.start < index && index < mention.end) ||
      (!isLine && ABBREVIATION.test(text.slice(start, index).split(/\s/).at(-1) ?? ''));
    if (isInside) continue;
    close(index);
    startsLine = isLine;
  }
  close(text.length);
  return sentences;
}
