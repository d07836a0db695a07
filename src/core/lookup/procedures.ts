import type { NoteExtract } from '../extract/note-extract.ts';
import type { CodeRecord } from '../model/code-record.ts';
import type { AxisReading } from '../retrieve/axis-reading.ts';
import { scoreBm25 } from '../retrieve/bm25.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { contextOf, readGrid } from '../retrieve/family-grid.ts';
import { type FamilyScore, rankFamilies } from '../retrieve/retrieve.ts';
import { asOneProcedure, readAsNote } from './coded-as.ts';
import type { Query } from './query.ts';

/** A code that the query may mean, with how its family's axes were read. */
export interface RankedCode {
  readonly record: CodeRecord;
  readonly score: number;
  readonly readings: readonly AxisReading[];
}

/** Families whose grid is read. */
const READ_FAMILIES = 8;
const WORD_FACTOR = 0.35;
const MISMATCH = 1.2;
const ADD_ON = 0.8;
/** The words are the name of this very code. */
const NAMED = 1.2;
/** An ended code answers only where nothing else does. */
const ENDED = 6;

/**
 * Codes of operations and services for the words of a query: families by name and by words, then the cell that the words
 * tell, as the engine reads a title.
 */
export function rankProcedures(engine: EngineLibrary, { text, terms }: Query): RankedCode[] {
  const extract = asOneProcedure(readAsNote(text, engine).extract);
  const words = new Map(scoreBm25(engine.index, terms));
  const best = new Map<string, RankedCode>();
  const add = (ranked: RankedCode): void => {
    const known = best.get(ranked.record.code);
    if (known === undefined || ranked.score > known.score) best.set(ranked.record.code, ranked);
  };
  const [instance] = extract.instances;
  const families = instance === undefined ? [] : rankFamilies(instance, extract, engine);
  for (const [at, scored] of families.entries()) {
    for (const ranked of codesOf(scored, at < READ_FAMILIES, { extract, words, engine })) add(ranked);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

interface Reading {
  readonly extract: NoteExtract;
  readonly words: ReadonlyMap<number, number>;
  readonly engine: EngineLibrary;
}

function codesOf(scored: FamilyScore, isRead: boolean, { extract, words, engine }: Reading): RankedCode[] {
  const members = engine.codesOf.get(scored.family.family) ?? [];
  const own = (record: CodeRecord): number => words.get(engine.documentOf.get(record.code) ?? -1) ?? 0;
  const most = Math.max(0, ...members.map(own));
  const [instance] = extract.instances;
  const grid =
    isRead && instance !== undefined
      ? readGrid(engine, scored.family, contextOf(extract, instance), extract)
      : { readings: [], ranked: members.map((code) => ({ code, mismatches: 1 })) };
  return grid.ranked.map(({ code, mismatches }) => ({
    record: code,
    readings: grid.readings,
    score:
      scored.score -
      mismatches * MISMATCH +
      WORD_FACTOR * (own(code) - most) +
      (scored.namedCode === code.code ? NAMED : 0) -
      (code.role === 'addOn' ? ADD_ON : 0) -
      (code.validTo === undefined ? 0 : ENDED),
  }));
}
