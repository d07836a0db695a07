import { amendNote } from '../amend/amend-note.ts';
import { sentencesOf, TOLD, tellApart } from '../amend/told-paragraphs.ts';
import { takeBack } from '../mail/thread/take-back.ts';
import type { DeidentifiedNote, DeidentifiedText, IdentifierKind, NoteFacts } from '../model/deidentified-note.ts';
import { type DeidentifyHints, deidentify } from './deidentify.ts';

export interface ToldNote {
  readonly note: DeidentifiedNote;
  /** The sender's earlier sentences that he takes back with these. */
  readonly taken: readonly string[];
  /** He denies the operation that the signed note tells: a mail cannot take that back. */
  readonly deniesNote: boolean;
  /** He corrects words of the signed note. */
  readonly correctsNote: boolean;
}

/**
 * The note with what its sender told later, in a paragraph marked as such, and without what he takes back of it.
 * Offsets into the note stay true.
 */
export function withTold(note: DeidentifiedNote, words: string, hints: DeidentifyHints = {}): ToldNote {
  const added = deidentify(words, hints);
  const told = sentencesOf(added.text).filter((sentence) => /\p{L}/u.test(sentence.replace(/\[[A-Z0-9+ ]+\]/g, '')));
  if (told.length === 0) return { note, taken: [], deniesNote: false, correctsNote: false };
  const { signed, told: earlier } = tellApart(note.text);
  const { kept, taken, left } = takeBack(earlier, told);
  const sentences = [...kept, ...left];
  const longer: DeidentifiedNote = {
    text: [signed, ...(sentences.length > 0 ? [`${TOLD} ${sentences.join('\n')}`] : [])].join(
      '\n\n',
    ) as DeidentifiedText,
    facts: factsOver(added.facts, note.facts),
    masked: sum(note.masked, added.masked),
  };
  const { isDenied, amendments } = amendNote(longer);
  return { note: longer, taken, deniesNote: isDenied, correctsNote: amendments.length > 0 };
}

/** True when the sender's word stands beside the signed note. */
export function hasAddendum(note: DeidentifiedNote): boolean {
  return tellApart(note.text).told.length > 0;
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
