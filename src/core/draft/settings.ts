import type { NoteExtract } from '../extract/note-extract.ts';
import type { CaseSettings } from '../model/consultation.ts';
import type { NoteFacts } from '../model/deidentified-note.ts';
import type { IsoDate } from '../model/ids.ts';

/** Settles what the reply takes for granted: the mail's word over the note's, the note's over the usual case. */
export function settleCase(extract: NoteExtract, facts: NoteFacts, receivedOn: IsoDate): CaseSettings {
  const { senderHints: mail, noteHints: note } = extract;
  return {
    dateOfService: settleDate(mail.dateOfService, facts.dateOfService, receivedOn),
    role: settle(mail.role, note.role, 'surgeon'),
    place: flat(settle(mail.place, note.place, { value: 'facility', pos: undefined })),
    payer: flat(settle(mail.payer, note.payer, { value: 'medicare', plan: undefined })),
  };
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
