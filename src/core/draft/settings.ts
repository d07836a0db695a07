import { daysBetween } from '../deidentify/dates.ts';
import type { NoteExtract } from '../extract/note-extract.ts';
import type { CaseSettings } from '../model/consultation.ts';
import type { NoteFacts } from '../model/deidentified-note.ts';
import type { IsoDate } from '../model/ids.ts';
import { visitLines } from '../visits/parts.ts';
import { placeOf } from '../visits/places.ts';
import { isVisit } from '../visits/visit-marks.ts';

/** Settles what the reply takes for granted: the mail's word over the note's, the note's over the usual case. */
export function settleCase(extract: NoteExtract, facts: NoteFacts, receivedOn: IsoDate): CaseSettings {
  const { senderHints: mail, noteHints: note } = extract;
  const dateOfService = settleDate(mail.dateOfService, facts.dateOfService, receivedOn);
  const settings: CaseSettings = {
    dateOfService,
    role: settle(mail.role, note.role, 'surgeon'),
    place: flat(settle(mail.place, note.place, { value: 'facility', pos: undefined })),
    payer: flat(settle(mail.payer, note.payer, { value: 'medicare', plan: undefined })),
    priorOperation: settlePrior(extract, facts, dateOfService),
  };
  return mail.place === undefined && isVisit(extract)
    ? { ...settings, place: placeOfVisit(extract, settings) }
    : settings;
}

/** The kind of a visit tells its place: hospitals that the history names do not. */
function placeOfVisit(extract: NoteExtract, settings: CaseSettings): CaseSettings['place'] {
  const { isInFacility, isAssumed } = placeOf(visitLines(extract), extract, settings);
  return { value: isInFacility ? 'facility' : 'office', pos: undefined, from: isAssumed ? 'assumed' : 'note' };
}

/** The sender's word over the note's; days from a date count only where the date of service is known. */
function settlePrior(
  { senderHints, priorOperation: note }: NoteExtract,
  { priorOperationOn }: NoteFacts,
  { value: day, from }: CaseSettings['dateOfService'],
): CaseSettings['priorOperation'] {
  const { priorOperation: mail } = senderHints;
  if (mail === 'none') return undefined;
  if (mail === undefined) return note === undefined ? undefined : { value: note, from: 'note' };
  const isDated = priorOperationOn !== undefined && priorOperationOn <= day && from !== 'received';
  const dated = isDated ? daysBetween(priorOperationOn, day) : undefined;
  const value = {
    ...mail,
    daysBefore: mail.daysBefore ?? dated ?? note?.daysBefore,
    side: mail.side ?? note?.side,
    quote: note?.quote,
  };
  return { value, from: 'mail' };
}

function settleDate(
  mail: IsoDate | undefined,
  note: IsoDate | undefined,
  receivedOn: IsoDate,
): CaseSettings['dateOfService'] {
  if (mail !== undefined) return { value: mail, from: 'mail' };
  return note === undefined ? { value: receivedOn, from: 'received' } : { value: note, from: 'note' };
}

function settle<T>(
  mail: T | undefined,
  note: T | undefined,
  usual: T,
): { readonly value: T; readonly from: 'mail' | 'note' | 'assumed' } {
  if (mail !== undefined) return { value: mail, from: 'mail' };
  return note === undefined ? { value: usual, from: 'assumed' } : { value: note, from: 'note' };
}

function flat<T extends object, F>({ value, from }: { readonly value: T; readonly from: F }): T & { readonly from: F } {
  return { ...value, from };
}
