import { loadCodeLibrary } from '../code-library/load.ts';
import { type EngineLibrary, prepareLibrary } from '../core/retrieve/engine-library.ts';

/** The code library, read from its files and indexed: about a second of work, once per process. */
export async function openLibrary(): Promise<EngineLibrary> {
  return prepareLibrary(await loadCodeLibrary());
}
