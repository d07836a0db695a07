import type { NoteExtract } from '../extract/note-extract.ts';
import type { CodeRecord } from '../model/code-record.ts';
import type { AxisReading } from '../retrieve/axis-reading.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { contextOf, readGrid } from '../retrieve/family-grid.ts';
import { type FamilyScore, rankFamilies } from '../retrieve/rank-families.ts';
import { asOneProcedure, readAsNote } from './as-note.ts';
import { type Guess, guess } from './guess-axis.ts';
import { namingWords, sharedWeight, withNearName } from './near-names.ts';
import type { Query } from './query.ts';

/** A code that the query may mean, with how its family's axes were read. */
export interface RankedCode {
  readonly record: CodeRecord;
  readonly score: number;
  readonly readings: readonly AxisReading[];
}

/** Families whose grid is read. */
const READ_FAMILIES = 7;
/** Families whose codes are listed. */
const MOST_FAMILIES = 14;
/** What a rare word is worth that this code of the family holds and its siblings do not. */
const OWN_WORD = 0.5;
/** However many words its siblings share more: what the axes tell goes before them. */
const MOST_BY_WORDS = 2.4;
const MISMATCH = { told: 4, guessed: 2.5, silent: 1.1 } as const;
const ADD_ON = 2.5;
const FURTHER = /\b(each|additional|further|add[ -]?on|second|more)\b/i;
/** The words are the name of this very code. */
const NAMED = 1.2;
/** An ended code answers only where nothing else does. */
const ENDED = 6;

/**
 * Codes of operations and services for the words of a query: families by name and by words, then the cell that the words
 * tell, as the engine reads a title.
 */
export function rankProcedures(engine: EngineLibrary, query: Query): RankedCode[] {
  const extract = asOneProcedure(readAsNote(spoken(query.full), engine).extract);
  const [instance] = extract.instances;
  if (instance === undefined) return [];
  const mentioned = new Map(instance.families.map(({ family, score }) => [family, score]));
  const families = rankFamilies(instance, extract, engine)
    .map((scored) => withNearName(scored, mentioned.get(scored.family.family) ?? 0, query, engine))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST_FAMILIES);
  const found = families.flatMap((scored, at) => codesOf(scored, at < READ_FAMILIES, { extract, query, engine }));
  return found.sort((a, b) => b.score - a.score);
}

interface Reading {
  readonly extract: NoteExtract;
  readonly query: Query;
  readonly engine: EngineLibrary;
}

function codesOf(scored: FamilyScore, isRead: boolean, { extract, query, engine }: Reading): RankedCode[] {
  const members = engine.codesOf.get(scored.family.family) ?? [];
  const [instance] = extract.instances;
  const grid =
    isRead && instance !== undefined
      ? readGrid(engine, scored.family, contextOf(extract, instance), extract)
      : { readings: [], ranked: members.map((code) => ({ code, mismatches: 1 })) };
  const naming = namingWords(scored.family.family, query, engine);
  const guessed = grid.readings.map((reading) => guess(reading, scored.family, query, naming, engine));
  const shared = new Map(members.map((code) => [code, sharedWeight(code, query, naming, engine)]));
  const most = Math.max(0, ...shared.values());
  return grid.ranked.map(({ code, mismatches }) => ({
    record: code,
    readings: grid.readings,
    score:
      scored.score -
      (mismatches === 0 && guessed.every(({ isGuessed }) => !isGuessed) ? 0 : costOf(code, guessed)) +
      Math.max(-MOST_BY_WORDS, OWN_WORD * ((shared.get(code) ?? 0) - most)) +
      (scored.namedCode === code.code ? NAMED : 0) -
      (code.role === 'addOn' && !FURTHER.test(query.text) ? ADD_ON : 0) -
      (code.validTo === undefined ? 0 : ENDED),
  }));
}

/** What the query says otherwise weighs more than what it leaves to the ordinary case. */
function costOf({ cell, role }: CodeRecord, readings: readonly Guess[]): number {
  if (readings.length === 0) return MISMATCH.silent;
  return readings.reduce((sum, { axis, value, how, isGuessed }) => {
    const wanted = cell[axis];
    if (wanted === undefined || (value !== undefined && wanted.includes(value))) return sum;
    if (role === 'addOn' && wanted.includes('further')) return sum;
    return sum + (isGuessed ? MISMATCH.guessed : how === 'told' ? MISMATCH.told : MISMATCH.silent);
  }, 0);
}

/** `non tunneled` and `adult` as a note would write them. */
function spoken(text: string): string {
  const plain = text.replace(/\bnon[ -]+(?=[a-z])/gi, 'not ').replace(/\bover (?=\d)/gi, 'over, more than ');
  if (/\d+ ?-?(year|month|week|day|yo\b)/i.test(plain)) return plain;
  const age = /\b(adults?|elderly)\b/i.test(plain)
    ? 40
    : /\b(child|children|pediatric|paediatric|kid)\b/i.test(plain)
      ? 6
      : 0;
  return age === 0 ? plain : `${plain}, ${age} year old`;
}
