import { loadCodeLibrary } from '../code-library/load.ts';
import type { OfficialTexts } from '../core/model/official.ts';
import { type EngineLibrary, prepareLibrary } from '../core/retrieve/engine-library.ts';

/** The code library, read from its files and indexed, beside the texts of the loaded editions: once per process. */
export async function openLibrary(texts?: OfficialTexts): Promise<EngineLibrary> {
  return prepareLibrary(await loadCodeLibrary(), texts);
}
