import type { NoteExtract, ProcedureInstance } from '../extract/note-extract.ts';
import type { CodeRecord, FamilyRecord, Predicate } from '../model/code-record.ts';
import type { EngineLibrary } from './engine-library.ts';
import { judge, tells } from './facets.ts';

/** How the predicates of a record meet an instance: -1 for each conflict is fatal, the rest is counted. */
export interface PredicateScore {
  readonly isBlocked: boolean;
  readonly missing: number;
  readonly satisfied: number;
}

/** Judges needs and forbids on the instance's own words first, then on what was performed. */
export function judgePredicates(
  library: EngineLibrary,
  record: Pick<FamilyRecord | CodeRecord, 'needs' | 'forbids'>,
  instance: ProcedureInstance,
  extract: NoteExtract,
): PredicateScore {
  let missing = 0;
  let satisfied = 0;
  for (const need of record.needs) {
    const own = judge(library.vocabulary, need, instance.normal);
    if (own === 'conflict' && !isToldInBody(library, need, extract)) return { isBlocked: true, missing: 1, satisfied };
    if (own === 'satisfied' || isToldInBody(library, need, extract)) satisfied += 1;
    else missing += 1;
  }
  return { isBlocked: record.forbids.some((forbid) => isForbidden(library, forbid, instance)), missing, satisfied };
}

const OPEN: Predicate = { facet: 'approach', values: ['open'] };

/**
 * A forbidden fact counts only in the instance's own words: elsewhere it may belong to another procedure. What was
 * converted names both approaches and was finished openly.
 */
function isForbidden({ vocabulary }: EngineLibrary, forbid: Predicate, { normal }: ProcedureInstance): boolean {
  const isConverted = forbid.facet === 'approach' && !forbid.values.includes('open') && tells(vocabulary, OPEN, normal);
  return !isConverted && tells(vocabulary, forbid, normal);
}

/** What the performed statements of a note tell, remembered per note: the same predicates are asked for many families. */
const told = new WeakMap<NoteExtract, { readonly text: string; readonly answers: Map<string, boolean> }>();

function isToldInBody(library: EngineLibrary, predicate: Predicate, extract: NoteExtract): boolean {
  let known = told.get(extract);
  if (known === undefined) {
    known = { text: extract.performed.map(({ normal }) => normal).join(' . '), answers: new Map() };
    told.set(extract, known);
  }
  const key = `${predicate.facet}=${predicate.values.join()}`;
  const answer = known.answers.get(key) ?? tells(library.vocabulary, predicate, known.text);
  known.answers.set(key, answer);
  return answer;
}
