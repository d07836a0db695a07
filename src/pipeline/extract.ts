import { type Amendment, amendNote } from '../core/amend/amend-note.ts';
import { settleCase } from '../core/draft/settings.ts';
import { extractNote, type NoteExtract } from '../core/extract/extract.ts';
import type { CaseSettings, NoticeKind } from '../core/model/consultation.ts';
import type { DeidentifiedNote } from '../core/model/deidentified-note.ts';
import type { SenderCorrection } from '../core/model/feedback.ts';
import type { EngineLibrary } from '../core/retrieve/engine-library.ts';
import type { CaseInput } from './ports.ts';
import { next, type Outcome, stop } from './stage.ts';

export interface ExtractedCase {
  readonly note: DeidentifiedNote;
  readonly extracted: NoteExtract;
  readonly settings: CaseSettings;
  /** Where the sender's follow-ups changed it. */
  readonly amendments: readonly Amendment[];
  /** What the sender would bill instead of our earlier answer. */
  readonly correction: SenderCorrection | undefined;
}

/** Shorter than any operative note: a greeting that lost its attachment, not a case. */
const LEAST_NOTE_CHARS = 40;

/** De-identified note -> sections, statements, procedure instances, and the settings of the case. */
export function extract(input: CaseInput, library: EngineLibrary): Outcome<ExtractedCase, NoticeKind> {
  if (input.note.text.trim().length < LEAST_NOTE_CHARS) return stop('what-i-can-do');
  const { note, amendments } = amendNote(input.note);
  const read = extractNote(note, library, input.senderText);
  // In the sender's text the date is masked.
  const extracted = { ...read, senderHints: { ...read.senderHints, dateOfService: input.toldDateOfService } };
  const settings = settleCase(extracted, note.facts, input.mailedOn);
  return next({ note, amendments, extracted, settings, correction: input.correction });
}
