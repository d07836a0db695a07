import type { DeidentifiedNote, DeidentifiedText } from '../model/deidentified-note.ts';
import type { IsoDate } from '../model/ids.ts';
import { type DateMention, findDates } from './dates.ts';
import { findAges, readFacts } from './facts.ts';
import { findNumbers } from './numbers.ts';
import { findPeople } from './people.ts';
import { findPlaces } from './places.ts';
import { type Masked, maskSpans } from './spans.ts';

export interface DeidentifyHints {
  /** Names known from outside the text: the display names of the mail's headers. */
  readonly names?: readonly string[];
  /** The day the mail came: completes two-digit years and days without a year. */
  readonly receivedOn?: IsoDate;
}

/**
 * Masks the identifiers of 45 CFR 164.514(b)(2) in a note and keeps, as typed facts, what coding needs of them.
 * Line breaks stay where they are. Pure and linear in the length of the text.
 */
export function deidentify(text: string, hints: DeidentifyHints = {}): DeidentifiedNote {
  const dates = findDates(text, hints.receivedOn);
  const masked = mask(text, dates, hints);
  return {
    text: masked.text as DeidentifiedText,
    facts: readFacts(text, dates, hints.receivedOn),
    masked: masked.counts,
  };
}

/** Masks a text of which only the words matter: the sender's own lines, a question. */
export function deidentifyText(text: string, hints: DeidentifyHints = {}): DeidentifiedText {
  return mask(text, findDates(text, hints.receivedOn), hints).text as DeidentifiedText;
}

/** Masks the subject of a mail for the reply, on one line. */
export function deidentifySubject(subject: string, hints: DeidentifyHints = {}): DeidentifiedText {
  return deidentifyText(subject.replace(/\s+/g, ' ').trim(), hints);
}

/**
 * The names a text gives away, for the `names` of the other texts of the same mail (its subject, the sender's lines).
 * They are identifiers: use them at once, keep them nowhere.
 */
export function namesIn(text: string, hints: DeidentifyHints = {}): readonly string[] {
  return [...new Set(findPeople(text, hints.names ?? []).map(({ start, end }) => text.slice(start, end)))];
}

function mask(text: string, dates: readonly DateMention[], hints: DeidentifyHints): Masked {
  const ages = findAges(text).filter(({ years }) => years > 89);
  return maskSpans(text, [
    ...dates.map(({ start, end }) => ({ start, end, kind: 'date' as const })),
    ...findNumbers(text),
    ...ages.map(({ start, end }) => ({ start, end, kind: 'age-over-89' as const })),
    ...findPlaces(text),
    ...findPeople(text, hints.names ?? []),
  ]);
}
