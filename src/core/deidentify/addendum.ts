import type { DeidentifiedNote, DeidentifiedText, IdentifierKind, NoteFacts } from '../model/deidentified-note.ts';
import { type DeidentifyHints, deidentify } from './deidentify.ts';

const HEADING = 'ADDENDUM BY THE SENDER:';

/** The note with what its sender told later, in a paragraph marked as such. Offsets into the note stay true. */
export function withAddendum(note: DeidentifiedNote, words: string, hints: DeidentifyHints = {}): DeidentifiedNote {
  const added = deidentify(words, hints);
  const isOnlyPlaceholders = !/\p{L}/u.test(added.text.replace(/\[[A-Z0-9+ ]+\]/g, ''));
  if (isOnlyPlaceholders) return note;
  return {
    text: `${note.text}\n\n${HEADING} ${added.text}` as DeidentifiedText,
    facts: factsOver(added.facts, note.facts),
    masked: sum(note.masked, added.masked),
  };
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
