import { loadCodeLibrary } from '../../src/code-library/load.ts';
import { prepareLibrary } from '../../src/core/retrieve/engine-library.ts';

/** The code library as it ships, read once per test file. */
export const REAL_LIBRARY = prepareLibrary(await loadCodeLibrary());
