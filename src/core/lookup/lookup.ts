import type { CodeSystem } from '../model/code.ts';

import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { type Catalogues, cataloguesOf } from './catalogues.ts';
import { byCode } from './by-code.ts';
import { decidingFact } from './deciding-fact.ts';
import type { LookupHit, LookupOptions } from './hit.ts';
import { rankProcedures } from './procedures.ts';
import { type Query, readQuery } from './query.ts';
import { spelled } from './spell.ts';
import { rounded, searchWords, sharedWords } from './word-index.ts';

const SYSTEMS: readonly CodeSystem[] = ['cpt', 'hcpcs', 'icd10cm'];

/** Codes for words, a code or the beginning of a code, best first. Indexes are built when they are first needed. */
export function lookup(engine: EngineLibrary, asked: string, { limit, system }: LookupOptions): LookupHit[] {
  const catalogues = cataloguesOf(engine);
  const systems = system === undefined ? SYSTEMS : [system];
  const exact = byCode(engine, catalogues, asked, systems, limit);
  if (exact.length > 0) return exact;
  const text = spelled(catalogues.speller, asked, (stemmed) => isKnown(stemmed, systems, catalogues));
  const found = systems.map((each) => search(engine, catalogues, text, each, limit));
  return found
    .flat()
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit);
}

function isKnown(stemmed: string, systems: readonly CodeSystem[], { levelTwo, diagnoses }: Catalogues): boolean {
  if (systems.includes('hcpcs') && levelTwo.index.idf.has(stemmed)) return true;
  return systems.includes('icd10cm') && diagnoses.index.idf.has(stemmed);
}

function search(
  engine: EngineLibrary,
  catalogues: Catalogues,
  text: string,
  system: CodeSystem,
  limit: number,
): LookupHit[] {
  const { lexicon } = engine;
  const query = (idf: ReadonlyMap<string, number>): Query => readQuery(text, lexicon, (term) => idf.get(term) ?? 0);
  if (system === 'cpt') {
    const words = query(engine.index.idf);
    return /\bana?esth/i.test(text)
      ? searchWords(catalogues.anesthesia, query(catalogues.anesthesia.index.idf), limit)
      : procedureHits(engine, words, limit);
  }
  const index = system === 'hcpcs' ? catalogues.levelTwo : catalogues.diagnoses;
  return searchWords(index, query(index.index.idf), limit);
}

function procedureHits(engine: EngineLibrary, query: Query, limit: number): LookupHit[] {
  const ranked = rankProcedures(engine, query);
  const [first] = ranked;
  return ranked.slice(0, limit).map((each) => ({
    code: each.record.code,
    system: each.record.system,
    title: each.record.title,
    score: rounded(each.score),
    why: sharedWords(engine.index, query, engine.documentOf.get(each.record.code) ?? -1),
    decides: each === first ? decidingFact(each, ranked.slice(1, 12), engine) : undefined,
  }));
}

