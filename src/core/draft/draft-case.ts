import { draftAnesthesia } from '../anesthesia/draft-anesthesia.ts';
import { withSedation } from '../anesthesia/draft-sedation.ts';
import { withDrugs } from '../drugs/draft-drugs.ts';
import type { NoteExtract } from '../extract/note-extract.ts';
import type { CaseSettings } from '../model/consultation.ts';
import type { Candidate, Draft } from '../model/draft.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { draftDeterministic } from './draft.ts';

/** The claim of whoever is billing: the operation for a surgeon, the session for an anesthetist. */
export function draftCase(
  extract: NoteExtract,
  candidates: readonly Candidate[],
  library: EngineLibrary,
  settings: CaseSettings,
): Draft {
  const surgical = draftDeterministic(extract, candidates, library, settings);
  return settings.role.value === 'anesthesia'
    ? draftAnesthesia(surgical, extract, library, settings)
    : withDrugs(withSedation(surgical, extract, library, settings), extract, library, settings);
}
