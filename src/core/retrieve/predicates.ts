import type { NoteExtract, ProcedureInstance } from '../extract/note-extract.ts';
import { isPerformed } from '../extract/statement-state.ts';
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
  const body = performedText(instance, extract);
  let missing = 0;
  let satisfied = 0;
  for (const need of record.needs) {
    const own = judge(library.vocabulary, need, instance.normal);
    if (own === 'conflict' && !tells(library.vocabulary, need, body)) return { isBlocked: true, missing: 1, satisfied };
    if (own === 'satisfied' || tells(library.vocabulary, need, body)) satisfied += 1;
    else missing += 1;
  }
  return { isBlocked: record.forbids.some((forbid) => isForbidden(library, forbid, instance)), missing, satisfied };
}

/** A forbidden fact counts only in the instance's own words: elsewhere it may belong to another procedure. */
function isForbidden(library: EngineLibrary, forbid: Predicate, instance: ProcedureInstance): boolean {
  return tells(library.vocabulary, forbid, instance.normal);
}

const texts = new WeakMap<ProcedureInstance, string>();

function performedText(instance: ProcedureInstance, extract: NoteExtract): string {
  const known = texts.get(instance);
  if (known !== undefined) return known;
  const linked = new Set(instance.statements);
  const made = extract.statements
    .filter((statement) => linked.has(statement.index) && isPerformed(statement))
    .map(({ normal }) => normal)
    .join(' . ');
  texts.set(instance, made);
  return made;
}
