import { rewritten } from '../deidentify/rewritten.ts';
import type { DeidentifiedNote } from '../model/deidentified-note.ts';
import type { Evidence } from '../model/evidence.ts';
import { completed, filledIn } from './complete.ts';
import { type Correction, correct } from './correct.ts';
import { type Edit, type EditedText, edited } from './edited-text.ts';
import { readTold, type Told } from './read-told.ts';
import { strikeSame } from './same-deed.ts';
import { slotsIn } from './slots.ts';
import { strike } from './strike.ts';
import { thingsIn } from './things.ts';
import { isDeed, withoutLead } from './told-deed.ts';
import { CORRECTED, DONE, TOLD, tellApart } from './told-paragraphs.ts';

/** A changed place of the note, and the sender's words that changed it. */
export interface Amendment {
  readonly start: number;
  readonly end: number;
  readonly quote: Evidence;
}

export interface AmendedNote {
  /**
   * The note as its sender corrects it: changed words in brackets, as in any quotation, and below it what he told.
   * Everything after this reads and quotes this text.
   */
  readonly note: DeidentifiedNote;
  readonly amendments: readonly Amendment[];
  /** He denies the very operation that the signed note tells: that is left as it stands. */
  readonly isDenied: boolean;
}

interface Sentence {
  readonly words: string;
  readonly heading: string;
}

/** Reads the follow-ups of a note into it, oldest first: a later one corrects what the earlier ones told. */
export function amendNote(note: DeidentifiedNote): AmendedNote {
  const { signed, told } = tellApart(note.text);
  if (told.length === 0) return { note, amendments: [], isDenied: false };
  let text: EditedText = { text: signed, places: [] };
  let isDenied = false;
  const sentences: Sentence[] = [];
  for (const [by, sentence] of told.entries()) {
    const read = readTold(sentence);
    const edits = editsOf(read, sentence, text.text);
    isDenied ||= edits === undefined;
    const isOfTold = edits !== undefined && correctTold(sentences, read);
    const replaced = isOfTold || edits === undefined || edits.length > 0 ? [] : replacedBy(read, text.text);
    const isRead = isOfTold || (edits ?? []).length > 0;
    text = edited(text, [...(edits ?? []), ...replaced], by);
    sentences.push(
      isRead ? { words: sentence, heading: CORRECTED } : standing(sentence, read, text.text, replaced.length > 0),
    );
  }
  return { ...composed(note, text, sentences), isDenied };
}

/** Undefined where the sentence denies the whole operation. */
function editsOf(read: Told, sentence: string, text: string) {
  switch (read.does) {
    case 'denies':
      return strike(text, read.things);
    case 'corrects':
      return correct(text, read);
    case 'answers': {
      const filled = filledIn(text, sentence);
      return filled.length > 0 ? filled : correct(text, asCorrection(sentence));
    }
    case 'adds':
      return isBothSides(sentence) ? correct(text, asCorrection(sentence)) : [];
  }
}

/** "Correction: the polyp was taken with hot forceps" stands in the place of what the note tells of that polyp. */
function replacedBy(read: Told, text: string): readonly Edit[] {
  return read.does === 'corrects' && read.isExplicit ? strikeSame(text, thingsIn(read.says)) : [];
}

/** An answer in few words counts where the note tells otherwise. */
function asCorrection(says: string): Correction {
  return { says, not: undefined, isExplicit: false };
}

function isBothSides(sentence: string): boolean {
  return slotsIn(sentence).some(({ value }) => value === 'bilateral' || value === 'both sides');
}

/** What an earlier mail told is corrected too. */
function correctTold(sentences: Sentence[], read: Told): boolean {
  if (read.does !== 'corrects') return false;
  let isCorrected = false;
  for (const [at, { words, heading }] of sentences.entries()) {
    if (heading === CORRECTED) continue;
    const edits = correct(words, read);
    if (edits.length === 0) continue;
    isCorrected = true;
    sentences[at] = { words: edited({ text: words, places: [] }, edits, at).text, heading };
  }
  return isCorrected;
}

/** A sentence that changes no word of the note stands beside it, as it is read best. */
function standing(sentence: string, { does }: Told, signed: string, isInstead: boolean): Sentence {
  if (isInstead) return { words: sentence, heading: DONE };
  if (does === 'denies' || does === 'answers') return { words: sentence, heading: TOLD };
  const { words, isTitle } = completed(sentence, signed);
  if (isTitle) return { words, heading: DONE };
  return isDeed(sentence) ? { words: withoutLead(sentence), heading: DONE } : { words, heading: TOLD };
}

/** The text with one paragraph for sentences in a row of one sort. */
function composed(
  note: DeidentifiedNote,
  { text: signed, places }: EditedText,
  sentences: readonly Sentence[],
): Pick<AmendedNote, 'note' | 'amendments'> {
  let text = signed;
  let last = '';
  const quotes: Evidence[] = [];
  for (const { words, heading } of sentences) {
    text += heading === last ? '\n' : `\n\n${heading} `;
    last = heading;
    quotes.push({ quote: words, start: text.length, end: text.length + words.length });
    text += words;
  }
  const amendments = places.flatMap(({ start, end, by }) => {
    const quote = quotes[by];
    return quote === undefined ? [] : [{ start, end, quote }];
  });
  return { note: rewritten(note, text), amendments };
}

/** The quotes behind a line with the sender's words wherever they changed what is quoted. */
export function withSendersWords(evidence: readonly Evidence[], amendments: readonly Amendment[]): readonly Evidence[] {
  const touched = amendments.filter(({ start, end }) => evidence.some((each) => each.start < end && each.end > start));
  const quotes = touched.map(({ quote }) => quote).filter((quote, at, all) => all.indexOf(quote) === at);
  const fresh = quotes.filter((quote) => !evidence.some(({ start }) => start === quote.start));
  return fresh.length === 0 ? evidence : [...evidence, ...fresh];
}
