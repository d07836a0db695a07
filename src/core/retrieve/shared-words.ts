import type { ProcedureInstance } from '../extract/note-extract.ts';
import type { CodeRecord, FamilyRecord } from '../model/code-record.ts';
import { holdsTerm } from './bm25.ts';
import { type EngineLibrary, queryTerms } from './engine-library.ts';

/** Sides, numbers and the frame of a title tell nothing of what was done. */
const NO_CONTENT =
  /^(\d.*|[ctls]\d+|left|right|bilater|later|medi|anterior|posterior|proxim|distal|multipl|x|cm|mm|techniqu|approach|approximatel|use|under|guidanc|procedur|operat|perform)$/;

/** The share of an instance's telling words (by rarity) that the codes of a family know: 1 when they know them all. */
export function sharedWords(instance: ProcedureInstance, family: FamilyRecord, library: EngineLibrary): number {
  const members = documentsOf(library.codesOf.get(family.family) ?? [], library);
  return shareOf([instance.text], library, (term) => members.some((id) => holdsTerm(library.index, term, id)));
}

/**
 * The share of the telling words of texts (by rarity) that other codes know and these do not; `understood` are words of
 * the note that told facts of these codes.
 */
export function foreignWords(
  texts: readonly string[],
  codes: readonly CodeRecord[],
  understood: readonly string[],
  library: EngineLibrary,
): number {
  const members = documentsOf(codes, library);
  const told = new Set(understood.flatMap((words) => [...queryTerms(library, words).keys()]));
  const isKnown = (term: string): boolean => told.has(term) || members.some((id) => holdsTerm(library.index, term, id));
  return shareOf(texts, library, (term) => library.index.idf.has(term) && !isKnown(term));
}

function documentsOf(codes: readonly CodeRecord[], { documentOf }: EngineLibrary): number[] {
  return codes.flatMap(({ code }) => documentOf.get(code) ?? []);
}

function shareOf(texts: readonly string[], library: EngineLibrary, isCounted: (term: string) => boolean): number {
  let [counted, whole] = [0, 0];
  for (const [term, weight] of texts.flatMap((text) => [...queryTerms(library, text)])) {
    if (NO_CONTENT.test(term)) continue;
    const rarity = weight * (library.index.idf.get(term) ?? library.names.rarest);
    whole += rarity;
    if (isCounted(term)) counted += rarity;
  }
  return whole === 0 ? 0 : counted / whole;
}
