import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { findNames } from '../retrieve/name-index.ts';
import { termsOf } from '../retrieve/terms.ts';
import type { ProcedureInstance, Statement } from './note-extract.ts';

/**
 * Gives each instance the stretch of the story that is its own: from the first statement that names its family to the
 * first that names the next. Only where the story tells the procedures one after the other; when it goes back and
 * forth, or names one of them only, every instance may be read from all of it.
 */
export function withOwnStretch(
  instances: readonly ProcedureInstance[],
  performed: readonly Statement[],
  library: EngineLibrary,
): ProcedureInstance[] {
  const families = new Set(instances.flatMap(({ families: [first] }) => first?.family ?? []));
  const told = performed.filter((statement) => !instances.some((instance) => isTitleOf(instance, statement)));
  const runs = families.size < 2 ? [] : runsOf(told, families, library);
  const isOrderly = runs.length > 1 && new Set(runs.map(({ family }) => family)).size === runs.length;
  if (!isOrderly) return [...instances];
  const stretches = new Map(
    runs.map(({ family, from }, at) => [family, told.slice(at === 0 ? 0 : from, runs[at + 1]?.from ?? told.length)]),
  );
  return instances.map((instance) => {
    const own = stretches.get(instance.families[0]?.family ?? '');
    return own === undefined ? instance : { ...instance, story: own };
  });
}

/** A first line that stands in for a title tells none of the story. */
function isTitleOf({ source, start }: ProcedureInstance, statement: Statement): boolean {
  return source === 'title' && start >= statement.start && start < statement.end;
}

interface Run {
  readonly family: string;
  readonly from: number;
}

/** The families in the order in which the story turns to them; a statement that names several turns to none. */
function runsOf(performed: readonly Statement[], families: ReadonlySet<string>, library: EngineLibrary): Run[] {
  const runs: Run[] = [];
  for (const [from, statement] of performed.entries()) {
    const mentions = findNames(library.names, termsOf(statement.normal, statement.start, library.lexicon));
    const named = new Set(mentions.map(({ family }) => family).filter((family) => families.has(family)));
    const [family] = named;
    if (named.size === 1 && family !== undefined && runs.at(-1)?.family !== family) runs.push({ family, from });
  }
  return runs;
}
