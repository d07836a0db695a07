import type { DeidentifiedNote, DeidentifiedText } from '../model/deidentified-note.ts';
import type { IsoDate } from '../model/ids.ts';
import { withoutCaseKeys } from '../model/lifecycle.ts';
import { type DateMention, findDates } from './dates.ts';
import { findAges, readFacts } from './facts.ts';
import { findNumbers, longNumbers } from './numbers.ts';
import { findPeople, unknownCapitals } from './people.ts';
import { findPlaces } from './places.ts';
import { type Masked, maskSpans, type Span } from './spans.ts';

export interface DeidentifyHints {
  /** Names known from outside the text: the display names of the mail's headers. */
  readonly names?: readonly string[];
  /** The day the mail came: completes two-digit years and days without a year. */
  readonly receivedOn?: IsoDate;
  /** The words of a mail rather than a document: full names stand in it without a title or a label. */
  readonly isMessage?: boolean;
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
  return mask(text, findDates(text, hints.receivedOn), { ...hints, isMessage: true }).text as DeidentifiedText;
}

/**
 * Masks the subject of a mail for the reply, on one line. It is read with suspicion, as it may be the name of a file:
 * any capitalised word that is not known may be a name, and any long number a record's.
 */
export function deidentifySubject(subject: string, hints: DeidentifyHints = {}): DeidentifiedText {
  const whole = withoutCaseKeys(subject.replace(/[\s_]+/g, ' ')).trim();
  const [prefix = ''] = SUBJECT_PREFIX.exec(whole) ?? [];
  const line = whole.slice(prefix.length);
  const names = [...(hints.names ?? []), ...unknownCapitals(line)];
  const dates = findDates(line, hints.receivedOn);
  const masked = mask(line, dates, { ...hints, names, isMessage: true }, longNumbers(line));
  return (prefix + masked.text) as DeidentifiedText;
}

/** `Re: Fwd: `, which reads like a label before a name. */
const SUBJECT_PREFIX = /^(?:(?:re|fwd?|aw|wg|sv|vs|tr|rv|antw)(?: ?\[\d+\])? ?: ?)+/i;

/**
 * The names a text gives away, for the `names` of the other texts of the same mail (its subject, the sender's lines).
 * They are identifiers: use them at once, keep them nowhere.
 */
export function namesIn(text: string, hints: DeidentifyHints = {}): readonly string[] {
  return [...new Set(findPeople(text, hints).map(({ start, end }) => text.slice(start, end)))];
}

function mask(text: string, dates: readonly DateMention[], hints: DeidentifyHints, more: readonly Span[] = []): Masked {
  const unwrapped = withoutWraps(text);
  const ages = findAges(text).filter(({ years }) => years > 89);
  return maskSpans(text, [
    ...dates.map(({ start, end }) => ({ start, end, kind: 'date' as const })),
    ...findNumbers(text),
    ...ages.map(({ start, end }) => ({ start, end, kind: 'age-over-89' as const })),
    ...findPlaces(unwrapped),
    ...findPeople(unwrapped, hints),
    ...more,
  ]);
}

/** The text with every line that a mail client broke joined to the next: character for character as long. */
const withoutWraps = (text: string): string => text.replace(WRAP, ' ');
const WRAP = /(?<=[^\n]{55}[\p{L},])\n(?=\p{L}(?![^\n]{0,60}:))/gu;
