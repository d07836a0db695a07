import type { NoteExtract } from '../extract/note-extract.ts';
import type { CaseSettings } from '../model/consultation.ts';
import type { TimesTold } from './minutes.ts';
import type { VisitLine } from './parts.ts';
import type { FoundPlace } from './places.ts';

/** What was read of a visit before its level is decided. */
export interface VisitFacts {
  readonly extract: NoteExtract;
  readonly lines: readonly VisitLine[];
  readonly place: FoundPlace;
  readonly times: TimesTold;
  readonly settings: CaseSettings;
}
