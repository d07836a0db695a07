import type { CodeSystem } from '../model/code.ts';

import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { byCode } from './by-code.ts';
import { type Catalogues, cataloguesOf } from './catalogues.ts';
import { decidingFact } from './deciding-fact.ts';
import type { LookupHit, LookupOptions } from './hit.ts';
import { rankProcedures } from './procedures.ts';
import { type Query, readQuery } from './query.ts';
import { spelled } from './spell.ts';
import { rounded, searchWords, sharedWords } from './word-index.ts';

/** `Anesthesia for ...`: asked by who gives it. */
const ANESTHESIA = /^\W*ana?esth\w*\b(\W+(care|services?))?(\W+(for|of|during|in)\b)?/i;
/** The anesthesia code serves the operation that the rest of the query finds first, or one of the next. */
const SERVES = { first: 6, next: 2 } as const;

/** Words of doing something: who uses one asks for a procedure, though a diagnosis shares more words. */
const ACT =
  /\w(ectomy|otomy|ostomy|oscopy|plasty|pexy|desis|tripsy|centesis|gram|graphy)\b|\b(repair\w*|remov\w+|excis\w+|resect\w+|insert\w+|plac(ed|ement)|implant\w*|inject\w+|drain(ed|age)|biops\w+|ablation|emboli[sz]ation|release|reduction|manipulation|fixation|fus(ed|ion)|graft\w*|surgery|debride?ment|destr\w+|fixed|sling|test)\b/i;
const BESIDE_ACT = 0.5;

const SYSTEMS: readonly CodeSystem[] = ['cpt', 'hcpcs', 'icd10cm'];

/** Codes for words, a code or the beginning of a code, best first. Indexes are built when they are first needed. */
export function lookup(engine: EngineLibrary, asked: string, { limit, system }: LookupOptions): LookupHit[] {
  const catalogues = cataloguesOf(engine);
  const systems = system === undefined ? SYSTEMS : [system];
  const exact = byCode(engine, catalogues, asked, systems, limit);
  if (exact.length > 0) return exact;
  const text = spelled(catalogues.speller, asked.replace(/['’]s\b/g, ''), (stemmed) =>
    isKnown(stemmed, systems, catalogues),
  );
  const found = systems.flatMap((each) => search(engine, catalogues, text, each, limit));
  const isAct = systems.length > 1 && ACT.test(readQuery(text, catalogues.lexicon, () => 1).full);
  return found
    .map((hit) => (isAct && hit.system === 'icd10cm' ? { ...hit, score: rounded(hit.score * BESIDE_ACT) } : hit))
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
  const { lexicon } = catalogues;
  const query = (idf: ReadonlyMap<string, number>): Query => readQuery(text, lexicon, (term) => idf.get(term) ?? 0);
  if (system === 'cpt') {
    const words = query(engine.index.idf);
    return ANESTHESIA.test(text)
      ? anesthesiaHits(engine, catalogues, text, limit)
      : procedureHits(engine, words, limit);
  }
  const index = system === 'hcpcs' ? catalogues.levelTwo : catalogues.diagnoses;
  return searchWords(index, query(index.index.idf), limit);
}

function anesthesiaHits(
  engine: EngineLibrary,
  { anesthesia, lexicon }: Catalogues,
  text: string,
  limit: number,
): LookupHit[] {
  const operation = text.replace(ANESTHESIA, ' ').trim();
  const read = (idf: ReadonlyMap<string, number>): Query => readQuery(operation, lexicon, (term) => idf.get(term) ?? 0);
  const served = rankProcedures(engine, read(engine.index.idf))
    .slice(0, 3)
    .map(({ record }) => record.code);
  const worth = (code: string): number => {
    const ranges = engine.find(code)?.anesthesia?.serves ?? [];
    const place = served.findIndex((one) => ranges.some(({ from, to }) => one >= from && one <= to));
    return place < 0 ? 0 : place === 0 ? SERVES.first : SERVES.next;
  };
  const byWords = new Map(searchWords(anesthesia, read(anesthesia.index.idf), 60).map((hit) => [hit.code, hit]));
  return anesthesia.entries
    .map(({ code, title }) => {
      const hit = byWords.get(code);
      return {
        code,
        system: 'cpt' as const,
        title,
        score: (hit?.score ?? 0) + worth(code),
        why: hit?.why ?? ['the operation'],
      };
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit);
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
