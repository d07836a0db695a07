import type { NoteExtract, ProcedureInstance } from '../extract/note-extract.ts';
import type { CodeRecord, FamilyRecord, Predicate } from '../model/code-record.ts';
import type { EngineLibrary } from './engine-library.ts';
import { judge, tells, valuesIn } from './facets.ts';

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
    const isTold = isToldInBody(library, need, extract) || isToldWhy(library, need, instance, extract);
    if (own === 'satisfied' || isTold) satisfied += 1;
    else missing += 1;
  }
  return {
    isBlocked: record.forbids.some((forbid) => isForbidden(library, forbid, instance, extract)),
    missing,
    satisfied,
  };
}

/** An act that only the story tells may have its organ in the diagnosis: `the tendon was reattached` of an Achilles tendinitis. */
function isToldWhy(
  { vocabulary }: EngineLibrary,
  need: Predicate,
  { source }: ProcedureInstance,
  { diagnoses }: NoteExtract,
): boolean {
  return source === 'body' && diagnoses.some(({ normal }) => tells(vocabulary, need, normal));
}

const OPEN: Predicate = { facet: 'approach', values: ['open'] };

/**
 * A forbidden fact counts only in the instance's own words: elsewhere it may belong to another procedure. What was
 * converted names both approaches and was finished openly.
 */
function isForbidden(
  library: EngineLibrary,
  forbid: Predicate,
  instance: ProcedureInstance,
  extract: NoteExtract,
): boolean {
  const { vocabulary } = library;
  const own = withoutPossible(instance);
  const isApproach = forbid.facet === 'approach';
  const isConverted = isApproach && !forbid.values.includes('open') && tells(vocabulary, OPEN, own);
  if (isConverted) return false;
  return tells(vocabulary, forbid, own) || (isApproach && isUnderScope(library, forbid, instance, extract));
}

/** `Discectomy, possible fusion`: what a title holds possible forbids nothing that was done. */
function withoutPossible({ source, normal }: ProcedureInstance): string {
  const sure = source === 'title' ? normal.replace(/\b(?:(?:and|with|or) +)?possibl[ey] .*$/, '') : normal;
  return sure.trim() === '' ? normal : sure;
}

const SCOPE: Predicate = { facet: 'approach', values: ['arthroscopic'] };

/**
 * `Arthroscopy of the shoulder with: a. debridement, b. resection of the clavicle`: an item that tells no approach, and
 * may be work through the scope, was done by that of the item before it.
 */
function isUnderScope(
  { vocabulary, families }: EngineLibrary,
  forbid: Predicate,
  instance: ProcedureInstance,
  { instances }: NoteExtract,
): boolean {
  if (!forbid.values.includes('arthroscopic') || instance.source !== 'title') return false;
  if (valuesIn(vocabulary, 'approach', instance.normal).length > 0) return false;
  const before = instances.filter(
    ({ source, start, normal }) =>
      source === 'title' && start < instance.start && valuesIn(vocabulary, 'approach', normal).length > 0,
  );
  const last = before.at(-1);
  if (last === undefined || !tells(vocabulary, SCOPE, last.normal)) return false;
  return instance.families.some(({ family }) =>
    families.get(family)?.needs.some(({ facet, values }) => facet === 'approach' && values.includes('arthroscopic')),
  );
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
