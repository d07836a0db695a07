import { draftDeterministic } from '../draft/draft.ts';
import { settleCase } from '../draft/settings.ts';
import type { IsoDate } from '../model/ids.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { retrieveCandidates } from '../retrieve/retrieve.ts';
import { readAsNote } from './as-note.ts';

/** The codes that the engine would bill for these words alone. */
export function codedAs(title: string, library: EngineLibrary, day: IsoDate): string[] {
  const { extract, facts } = readAsNote(title, library);
  const settings = settleCase(extract, facts, day);
  return draftDeterministic(extract, retrieveCandidates(extract, library), library, settings).lines.map(
    ({ code }) => code,
  );
}
