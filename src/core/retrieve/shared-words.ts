import type { ProcedureInstance } from '../extract/note-extract.ts';
import type { CodeRecord, FamilyRecord } from '../model/code-record.ts';
import { holdsTerm } from './bm25.ts';
import { type EngineLibrary, queryTerms } from './engine-library.ts';

/** Sides, numbers and the frame of a title tell nothing of what was done. */
const NO_CONTENT =
  /^(\d.*|[ctls]\d+|left|right|bilater|later|medi|anterior|posterior|proxim|distal|multipl|x|cm|mm|techniqu|approach|approximatel|use|under|guidanc|procedur|operat|perform)$/;

/** The share of an instance's telling words (by rarity) that the codes of a family know: 1 when they know them all. */
export function sharedWords(instance: ProcedureInstance, family: FamilyRecord, library: EngineLibrary): number {
  return knownShare([instance.text], library.codesOf.get(family.family) ?? [], library);
}

/** The share of the telling words of texts (by rarity) that some codes know; 0 where no word tells anything. */
export function knownShare(texts: readonly string[], codes: readonly CodeRecord[], library: EngineLibrary): number {
  const members = codes.flatMap(({ code }) => library.documentOf.get(code) ?? []);
  let [shared, whole] = [0, 0];
  for (const [term, weight] of texts.flatMap((text) => [...queryTerms(library, text)])) {
    if (NO_CONTENT.test(term)) continue;
    const rarity = weight * (library.index.idf.get(term) ?? library.names.rarest);
    whole += rarity;
    if (members.some((id) => holdsTerm(library.index, term, id))) shared += rarity;
  }
  return whole === 0 ? 0 : shared / whole;
}
