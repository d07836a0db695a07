import { normalize } from '../extract/normalize.ts';
import type { DiagnosisRecord } from '../model/code.ts';
import type { CodeLibrary, CodeRecord, Cue, FamilyRecord } from '../model/code-record.ts';
import type { OfficialTexts } from '../model/official.ts';
import { isVisitCode } from '../visits/visit-codes.ts';
import { isApart } from './apart.ts';
import { type Bm25Index, buildBm25 } from './bm25.ts';
import { buildCatalogue, type DiagnosisCatalogue } from './diagnosis-catalogue.ts';
import { buildVocabulary, type Vocabulary } from './facets.ts';
import { buildNameIndex, type NameIndex, procedureNames, UNLISTED_SECTION } from './name-index.ts';
import { officialDiagnoses } from './official-diagnoses.ts';
import { buildLexicon, type Lexicon, stemsOf, termsOf } from './terms.ts';
import { buildSpeller, mend, type Speller } from './typo.ts';

/** The library with its indexes, built once per process. Pure data. */
export interface EngineLibrary {
  readonly library: CodeLibrary;
  readonly families: ReadonlyMap<string, FamilyRecord>;
  readonly codes: ReadonlyMap<string, CodeRecord>;
  readonly codesOf: ReadonlyMap<string, readonly CodeRecord[]>;
  /** Families told apart from this one by one deciding fact (`notThis` of its codes). */
  readonly neighbours: ReadonlyMap<string, ReadonlySet<string>>;
  /** Codes whose `notThis` names this one: told from it by one deciding fact. */
  readonly toldFrom: ReadonlyMap<string, readonly CodeRecord[]>;
  readonly vocabulary: Vocabulary;
  readonly lexicon: Lexicon;
  readonly names: NameIndex;
  /** Our own list of diagnoses. */
  readonly diagnoses: DiagnosisCatalogue;
  /** All of ICD-10-CM, where its file is loaded. Built when it is first asked for. */
  readonly official: DiagnosisCatalogue | undefined;
  /** The texts of the loaded editions, for whoever searches in them. */
  readonly texts: OfficialTexts | undefined;
  /** Families and codes that a story tells without naming them. */
  readonly described: readonly Described[];
  /** Those that a story tells beside any title. */
  readonly untitled: readonly Described[];
  /** What is left of an operation of which the story denies every act of the title. */
  readonly waysIn: readonly Described[];
  readonly speller: Speller;
  /** One-word names written in capitals, in lower case: `TIPS` is not the tips of something. */
  readonly abbreviations: ReadonlySet<string>;
  /** Documents are `library.codes` by position. */
  readonly index: Bm25Index;
  /** The place of a code in `library.codes`, which is its document in the index. */
  readonly documentOf: ReadonlyMap<string, number>;
  /** The place in `library.families` of a document's family; -1 for a visit, which no story of an operation tells. */
  readonly storyFamilyOf: Int32Array;
  find(code: string): CodeRecord | undefined;
  findDiagnosis(code: string): DiagnosisRecord | undefined;
}

const FIELD_WEIGHTS = { title: 3, alias: 3, name: 2, cell: 1.5, says: 1 } as const;

/**
 * Builds every index of the engine: about a second for a full library; call it once. `texts` are those of the loaded
 * editions; they are indexed when first needed.
 */
export function prepareLibrary(library: CodeLibrary, texts?: OfficialTexts): EngineLibrary {
  const families = new Map(library.families.map((family) => [family.family, family]));
  const codes = new Map(library.codes.map((code) => [code.code as string, code]));
  const codesOf = Map.groupBy(library.codes, (code) => code.family);
  const lexicon = buildLexicon(library.lexicon);
  const index = buildBm25(
    library.codes.flatMap((code, id) => {
      const family = families.get(code.family);
      return isApart(family) ? [] : [{ id, terms: termsOfCode(code, family) }];
    }),
  );
  const diagnoses = buildCatalogue(library.diagnoses);
  const speller = buildSpeller([...index.idf.keys(), ...diagnoses.index.idf.keys()]);
  let whole: DiagnosisCatalogue | undefined;
  const named = withNames(library, families);
  return {
    library,
    families,
    codes,
    codesOf,
    neighbours: neighboursOf(library, codes),
    toldFrom: toldFromOf(library),
    vocabulary: buildVocabulary(library.vocabulary),
    lexicon,
    names: buildNameIndex(procedureNames(named)),
    diagnoses,
    get official() {
      whole ??= texts && buildCatalogue(officialDiagnoses(texts));
      return whole;
    },
    texts,
    described: describedOf(library, 'described'),
    untitled: describedOf(library, 'untitled'),
    waysIn: library.codes.flatMap(({ family, code, wayIn: cues }) => (cues.length > 0 ? [{ family, code, cues }] : [])),
    speller,
    abbreviations: abbreviationsOf(named),
    index,
    documentOf: new Map(library.codes.map(({ code }, at) => [code, at])),
    storyFamilyOf: storyFamilyOf(library),
    find: (code) => codes.get(code),
    findDiagnosis: diagnoses.find,
  };
}

export interface Described {
  readonly family: string;
  readonly code: string | undefined;
  readonly cues: readonly Cue[];
}

function describedOf({ families, codes }: CodeLibrary, how: 'described' | 'untitled'): Described[] {
  return [
    ...codes.map(({ family, code, [how]: cues }) => ({ family, code, cues })),
    ...families.map(({ family, [how]: cues }) => ({ family, code: undefined, cues })),
  ].filter(({ cues }) => cues.length > 0);
}

function storyFamilyOf({ families, codes }: CodeLibrary): Int32Array {
  const places = new Map(families.map(({ family }, place) => [family, place]));
  return Int32Array.from(codes, ({ code, family }) => (isVisitCode(code) ? -1 : (places.get(family) ?? -1)));
}

/** The library without the codes that no name leads to. */
function withNames(library: CodeLibrary, families: ReadonlyMap<string, FamilyRecord>): CodeLibrary {
  return {
    ...library,
    families: library.families.filter((family) => !isApart(family)),
    codes: library.codes.filter(({ family }) => !isApart(families.get(family))),
  };
}

const LONGEST_ABBREVIATION = 4;

function abbreviationsOf({ families, codes, diagnoses }: CodeLibrary): Set<string> {
  const names = [...families.flatMap((family) => family.names), ...codes.flatMap((code) => code.aliases)];
  const texts = [...names.map(({ text }) => text), ...diagnoses.flatMap(({ terms }) => terms)];
  const short = texts.filter((text) => text.length <= LONGEST_ABBREVIATION);
  const capitals = short.filter((text) => /^[A-Z]+$/.test(text)).map((text) => text.toLowerCase());
  // Stemming takes a final s away, so `tip` would meet TIPS as well.
  return new Set(capitals.flatMap((text) => [text, text.replace(/s$/, '')]));
}

function neighboursOf(
  { codes }: CodeLibrary,
  byCode: ReadonlyMap<string, CodeRecord>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const neighbours = new Map<string, Set<string>>();
  for (const { family, notThis } of codes) {
    const known = neighbours.get(family) ?? new Set<string>();
    for (const { code } of notThis) {
      const other = byCode.get(code)?.family;
      if (other !== undefined && other !== family) known.add(other);
    }
    neighbours.set(family, known);
  }
  return neighbours;
}

function toldFromOf({ codes }: CodeLibrary): ReadonlyMap<string, readonly CodeRecord[]> {
  const told = new Map<string, CodeRecord[]>();
  for (const record of codes) {
    for (const { code } of record.notThis) {
      const known = told.get(code);
      if (known === undefined) told.set(code, [record]);
      else known.push(record);
    }
  }
  return told;
}

function termsOfCode(code: CodeRecord, family: FamilyRecord | undefined): Map<string, number> {
  const terms = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const term of stemsOf(text)) terms.set(term, (terms.get(term) ?? 0) + weight);
  };
  for (const alias of code.aliases) add(alias.text, FIELD_WEIGHTS.alias);
  // It tells no procedure: only who asks for "unlisted" finds it.
  if (family?.section === UNLISTED_SECTION) return terms;
  add(code.title, FIELD_WEIGHTS.title);
  add(code.says, FIELD_WEIGHTS.says);
  for (const name of family?.names ?? []) add(name.text, FIELD_WEIGHTS.name);
  for (const values of Object.values(code.cell)) for (const value of values) add(value, FIELD_WEIGHTS.cell);
  for (const { values } of family?.needs ?? []) for (const value of values) add(value, FIELD_WEIGHTS.cell);
  return terms;
}

/** Query terms with their weight: expansions count half. */
export function queryTerms(engine: EngineLibrary, text: string): Map<string, number> {
  const query = new Map<string, number>();
  const own = new Set(stemsOf(text));
  for (const { term } of termsOf(normalize(text), 0, engine.lexicon)) {
    const mended = mend(engine.speller, term);
    query.set(mended, Math.max(query.get(mended) ?? 0, own.has(term) ? 1 : 0.7));
  }
  return query;
}
