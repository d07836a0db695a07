import { isAnesthesiaRecord } from '../anesthesia/anesthesia-record.ts';
import { dateIn } from './header.ts';
import type { CaseHints } from './note-extract.ts';
import { notesPayer, toldPayer } from './payer-hint.ts';
import { notesPlace, toldPlace } from './place-hint.ts';
import { toldPriorOperation } from './prior-operation.ts';
import { notesRole, toldRole } from './role-hint.ts';

/** Reads what the note says about role, place and payer. The date of service of a note comes from de-identification. */
export function noteHints(text: string): CaseHints {
  const words = plain(text);
  return {
    dateOfService: undefined,
    role: isAnesthesiaRecord(text) ? 'anesthesia' : notesRole(words),
    residentUnavailable: isResidentUnavailable(words),
    place: notesPlace(words),
    payer: notesPayer(text),
    priorOperation: undefined,
  };
}

/**
 * Reads what the sender wrote around the note: `DOS: 2025-03-01, assistant surgeon, office, commercial`. A later
 * paragraph, as a reply adds one, is right against an earlier one.
 */
export function senderHints(text: string): CaseHints {
  return text
    .split(/\n\s*\n/)
    .map(readParagraph)
    .reduce((before, after) => ({
      dateOfService: after.dateOfService ?? before.dateOfService,
      role: after.role ?? before.role,
      residentUnavailable: after.residentUnavailable || before.residentUnavailable,
      place: after.place ?? before.place,
      payer: after.payer ?? before.payer,
      priorOperation: after.priorOperation ?? before.priorOperation,
    }));
}

function readParagraph(text: string): CaseHints {
  const words = plain(text);
  return {
    dateOfService: dateIn(words),
    role: toldRole(text),
    residentUnavailable: isResidentUnavailable(words),
    place: toldPlace(words),
    payer: toldPayer(words),
    priorOperation: toldPriorOperation(words),
  };
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ');
}

/** The statement that modifier 82 needs (Medicare Claims Processing Manual ch. 12, 20.4.3). */
const RESIDENT_UNAVAILABLE =
  /\bno (?:suitable |appropriate |other )?(?:qualified )?(?:surgical )?residents? (?:(?:was|were|is|are) )?(?:available|present)|\bresidents? (?:(?:was|were|is|are) )?(?:un|not )available|\b(?:unavailability|lack|absence) of an? (?:appropriate|qualified|suitable)[\w ,]{0,40}resident/;

function isResidentUnavailable(words: string): boolean {
  return RESIDENT_UNAVAILABLE.test(words);
}
