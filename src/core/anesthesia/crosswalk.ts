import { findCue, hasCue } from '../extract/cue.ts';
import type { NoteExtract, Statement } from '../extract/note-extract.ts';
import type { AnesthesiaFacts, CodeRecord, ServedOperations } from '../model/code-record.ts';
import type { ClaimLine } from '../model/draft.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';

/** An anesthesia code that serves what was done. */
export interface Served {
  readonly record: CodeRecord;
  readonly baseUnits: number;
  /** The operation it serves, as a surgical code with its title; undefined when only words told it. */
  readonly operation: ClaimLine | undefined;
  /** Words or age of the record chose it, not the surgical code alone. */
  readonly isConditional: boolean;
  /** Every code of the operation's family leads here. */
  readonly isFamilyWide: boolean;
}

type AnesthesiaRecord = CodeRecord & { readonly anesthesia: AnesthesiaFacts };

interface Row {
  readonly record: AnesthesiaRecord;
  readonly served: ServedOperations;
  readonly width: number;
}

/** The anesthesia code for one operation: rows bound to words or age before plain ones, narrow ranges before wide ones. */
export function anesthesiaFor(line: ClaimLine, extract: NoteExtract, library: EngineLibrary): Served | undefined {
  const named = [line.title, ...line.evidence.map(({ quote }) => quote), ...titleWords(extract)].join(' . ');
  const best = rowFor(line.code, named, extract, library);
  if (best === undefined) return undefined;
  const { record } = best;
  const family = library.codesOf.get(library.find(line.code)?.family ?? '') ?? [];
  return {
    record,
    baseUnits: record.anesthesia.baseUnits,
    operation: line,
    isConditional: weight(best) > 0,
    isFamilyWide: family.every(({ code }) => rowFor(code, named, extract, library)?.record === record),
  };
}

function rowFor(code: string, named: string, extract: NoteExtract, library: EngineLibrary): Row | undefined {
  return tableOf(library)
    .rows.filter(({ served }) => covers(served, code) && holds(served, named, extract))
    .toSorted((a, b) => weight(b) - weight(a) || a.width - b.width)[0];
}

/** Where the words of an anesthesia code stand. */
interface Naming {
  readonly record: AnesthesiaRecord;
  readonly statement: Statement;
  readonly start: number;
  readonly end: number;
}

/** Anesthesia codes by the words of the record, for what no surgical code tells; words within longer words name nothing. */
export function anesthesiaByWords(statements: readonly Statement[], library: EngineLibrary): NamedCode[] {
  const namings = statements.flatMap((statement) =>
    anesthesiaRecords(library).flatMap((record) => {
      const [longest] = record.favours
        .flatMap((cue) => findCue(cue, statement.normal) ?? [])
        .toSorted((a, b) => b.end - b.start - (a.end - a.start));
      return longest === undefined ? [] : [{ record, statement, ...longest }];
    }),
  );
  return namings
    .filter((naming) => !namings.some((other) => isWithin(naming, other)))
    .map(({ record, statement }) => ({
      record,
      baseUnits: record.anesthesia.baseUnits,
      operation: undefined,
      isConditional: false,
      isFamilyWide: false,
      statement,
    }));
}

/** A code with the statement that names it. */
export interface NamedCode extends Served {
  readonly statement: Statement;
}

function isWithin(one: Naming, other: Naming): boolean {
  if (one.statement !== other.statement || one.record === other.record) return false;
  return other.start <= one.start && one.end <= other.end && other.end - other.start > one.end - one.start;
}

/** The records that no surgical code leads to: they are found by their words alone. */
export function isByWordsOnly({ record }: Served): boolean {
  return record.anesthesia?.serves.length === 0;
}

/** Every anesthesia code of the library. */
export function anesthesiaRecords(library: EngineLibrary): readonly AnesthesiaRecord[] {
  return tableOf(library).records;
}

interface Table {
  readonly records: readonly AnesthesiaRecord[];
  readonly rows: readonly Row[];
}

const tables = new WeakMap<EngineLibrary, Table>();

function tableOf(library: EngineLibrary): Table {
  const known = tables.get(library);
  if (known !== undefined) return known;
  const records = library.library.codes.flatMap((record) =>
    record.anesthesia === undefined ? [] : [{ ...record, anesthesia: record.anesthesia }],
  );
  const rows = records.flatMap((record) =>
    record.anesthesia.serves.map((served): Row => ({ record, served, width: widthOf(served) })),
  );
  tables.set(library, { records, rows });
  return { records, rows };
}

function widthOf({ from, to }: ServedOperations): number {
  return from === to ? 0 : Number(to) - Number(from);
}

function covers({ from, to }: ServedOperations, code: string): boolean {
  return code >= from && code <= to && code.length === from.length;
}

function holds(
  { cues, unless, anywhere, ageFrom, ageBelow }: ServedOperations,
  named: string,
  extract: NoteExtract,
): boolean {
  const words = ` ${named.toLowerCase().replace(/[^a-z0-9.]+/g, ' ')} `;
  if (cues.length > 0 && !hasCue(cues, words)) return false;
  if (unless.length > 0 && hasCue(unless, words)) return false;
  if (anywhere.length > 0 && !extract.statements.some((each) => isTold(each) && hasCue(anywhere, each.normal)))
    return false;
  const age = extract.ageYears;
  if (ageFrom !== undefined && (age === undefined || age < ageFrom)) return false;
  return ageBelow === undefined || (age !== undefined && age < ageBelow);
}

function isTold({ state }: Statement): boolean {
  return state !== 'negated' && state !== 'hypothetical' && state !== 'planned';
}

/** Each condition that holds makes a row more telling than a plain one. */
function weight({ served }: Row): number {
  const { cues, anywhere, ageFrom, ageBelow } = served;
  return (
    Number(cues.length > 0) + Number(anywhere.length > 0) + Number(ageFrom !== undefined || ageBelow !== undefined)
  );
}

function titleWords({ titles }: NoteExtract): string[] {
  return titles.map(({ normal }) => normal);
}
