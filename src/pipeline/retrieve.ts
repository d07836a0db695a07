import type { Candidate } from '../core/model/draft.ts';
import type { EngineLibrary } from '../core/retrieve/engine-library.ts';
import { libraryOn } from '../core/retrieve/library-on.ts';
import { retrieveCandidates } from '../core/retrieve/retrieve.ts';
import type { ExtractedCase } from './extract.ts';

export interface CaseWithCandidates extends ExtractedCase {
  readonly candidates: readonly Candidate[];
}

/** Every procedure instance gets its candidate codes: the only codes that anybody may choose later. */
export function retrieve(work: ExtractedCase, library: EngineLibrary): CaseWithCandidates {
  return {
    ...work,
    candidates: retrieveCandidates(work.extracted, libraryOn(library, work.settings.dateOfService.value)),
  };
}
