import { deniedThings, takeBack, thingsIn } from '../mail/take-back.ts';
import { isDeed, withoutLead } from '../mail/told-deed.ts';
import type { DeidentifiedNote, DeidentifiedText, IdentifierKind, NoteFacts } from '../model/deidentified-note.ts';
import { type DeidentifyHints, deidentify } from './deidentify.ts';

/** Stands before what was told of the operation; a note has it when its sender added to it. */
const TOLD = 'ADDENDUM BY THE SENDER:';
/** Before what was done beside it: read like the title of an operation, which the story of the note should tell too. */
const DONE = 'PROCEDURES ADDED BY SENDER:';
const PARAGRAPH = new RegExp(`\\n+(?=(?:${TOLD}|${DONE}) )`);

export interface ToldNote {
  readonly note: DeidentifiedNote;
  /** The sender's earlier sentences that he takes back with these. */
  readonly taken: readonly string[];
  /** He denies what the signed note itself tells: a mail cannot take that back. */
  readonly deniesNote: boolean;
}

/**
 * The note with what its sender told later, in paragraphs marked as such, and without what he takes back of them.
 * Offsets into the note stay true.
 */
export function withTold(note: DeidentifiedNote, words: string, hints: DeidentifyHints = {}): ToldNote {
  const added = deidentify(words, hints);
  const told = sentencesOf(added.text).filter((sentence) => /\p{L}/u.test(sentence.replace(/\[[A-Z0-9+ ]+\]/g, '')));
  if (told.length === 0) return { note, taken: [], deniesNote: false };
  const [signed = '', ...paragraphs] = note.text.split(PARAGRAPH);
  const earlier = paragraphs.flatMap((paragraph) => sentencesOf(paragraph.replace(TOLD, '').replace(DONE, '')));
  const { kept, taken, left } = takeBack(earlier, told);
  const things = thingsIn(signed);
  const deniesNote = left.some((sentence) => [...deniedThings(sentence)].some((thing) => things.has(thing)));
  return {
    note: {
      text: [signed, ...paragraphsOf(kept), ...paragraphsOf(left)].join('\n\n') as DeidentifiedText,
      facts: factsOver(added.facts, note.facts),
      masked: sum(note.masked, added.masked),
    },
    taken,
    deniesNote,
  };
}

/** True when the sender's word stands beside the signed note. */
export function hasAddendum(note: DeidentifiedNote): boolean {
  return PARAGRAPH.test(note.text);
}

function sentencesOf(text: string): string[] {
  return text
    .split(/\n|(?<=(?<!\b(?:Dr|Mr|Mrs|Ms|St|vs|approx))[.!?;])\s+(?=[\p{Lu}\d[])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** One paragraph for sentences in a row of one sort. */
function paragraphsOf(sentences: readonly string[]): string[] {
  const paragraphs: { readonly heading: string; readonly sentences: string[] }[] = [];
  for (const sentence of sentences) {
    const heading = isDeed(sentence) ? DONE : TOLD;
    const last = paragraphs.at(-1);
    const words = heading === DONE ? withoutLead(sentence) : sentence;
    if (last?.heading === heading) last.sentences.push(words);
    else paragraphs.push({ heading, sentences: [words] });
  }
  return paragraphs.map(({ heading, sentences: each }) => `${heading} ${each.join('\n')}`);
}

/** Two texts of one sender, the later one in a paragraph of its own. */
export function joinTexts(earlier: DeidentifiedText, later: DeidentifiedText): DeidentifiedText {
  return [earlier, later].filter((text) => text.trim() !== '').join('\n\n') as DeidentifiedText;
}

/** What two texts tell of one patient: `over` where it tells something, `base` where it is silent. */
export function factsOver(base: NoteFacts, over: NoteFacts): NoteFacts {
  return {
    dateOfService: over.dateOfService ?? base.dateOfService,
    ageYears: over.ageYears ?? base.ageYears,
    sex: over.sex ?? base.sex,
    // Counted from the date of service of their own text.
    priorDates: over.dateOfService === undefined ? base.priorDates : over.priorDates,
    priorOperationOn: over.priorOperationOn ?? base.priorOperationOn,
  };
}

function sum(one: DeidentifiedNote['masked'], other: DeidentifiedNote['masked']): DeidentifiedNote['masked'] {
  const total: Partial<Record<IdentifierKind, number>> = { ...one };
  for (const [kind, count] of Object.entries(other)) {
    const known = kind as IdentifierKind;
    total[known] = (total[known] ?? 0) + count;
  }
  return total;
}
