import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { findNames } from '../retrieve/name-index.ts';
import { termsOf } from '../retrieve/terms.ts';
import { hasCue } from './cue.ts';
import type { ProcedureInstance, Statement } from './note-extract.ts';

/**
 * Gives each instance the stretch of the story that is its own: from the first statement that names its family, or
 * describes its act, to the first that turns to the next. Only where the story tells the procedures one after the other;
 * when it goes back and forth, or names one of them only, every instance may be read from all of it. Acts apart that are
 * described (one scope, then the other) may come again: findings first, then the story.
 */
export function withOwnStretch(
  instances: readonly ProcedureInstance[],
  performed: readonly Statement[],
  library: EngineLibrary,
): ProcedureInstance[] {
  const named = new Set(instances.flatMap(({ families: [first] }) => first?.family ?? []));
  const families = new Set([...named].filter((family) => !isInside(family, named, library)));
  const told = performed.filter((statement) => !instances.some((instance) => isTitleOf(instance, statement)));
  const described = library.described.filter(
    ({ family }) => families.has(family) && !isPartOfAnother(family, families, library),
  );
  const runs = families.size < 2 ? [] : runsOf(told, families, described, library);
  const isOrderly =
    runs.length > 1 &&
    (new Set(runs.map(({ family }) => family)).size === runs.length ||
      runs.every(({ family }) => described.some((act) => act.family === family)));
  if (!isOrderly) return [...instances];
  const stretches = new Map<string, Statement[]>();
  for (const [at, { family, from }] of runs.entries()) {
    const stretch = told.slice(at === 0 ? 0 : from, runs[at + 1]?.from ?? told.length);
    stretches.set(family, [...(stretches.get(family) ?? []), ...stretch]);
  }
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
function runsOf(
  performed: readonly Statement[],
  families: ReadonlySet<string>,
  described: EngineLibrary['described'],
  library: EngineLibrary,
): Run[] {
  const runs: Run[] = [];
  for (const [from, statement] of performed.entries()) {
    const mentions = findNames(library.names, termsOf(statement.normal, statement.start, library.lexicon));
    const acts = described.filter(({ cues }) => hasCue(cues, statement.normal));
    const named = new Set([...mentions, ...acts].map(({ family }) => family).filter((each) => families.has(each)));
    const [family] = named;
    if (named.size === 1 && family !== undefined && runs.at(-1)?.family !== family) runs.push({ family, from });
  }
  return runs;
}

/** The artery punctured for the heart catheter turns the story to nothing else: another family always covers it. */
function isInside(id: string, families: ReadonlySet<string>, { families: known, find }: EngineLibrary): boolean {
  return [...families].some(
    (other) =>
      other !== id &&
      known.get(other)?.never.some(({ code, when }) => when === 'always' && find(code)?.family === id) === true,
  );
}

/** A scope of the bladder on the way to the ureter is no act apart: one of the families excludes the other. */
function isPartOfAnother(id: string, families: ReadonlySet<string>, { families: known, find }: EngineLibrary): boolean {
  const excludes = (one: string, other: string): boolean =>
    known.get(one)?.never.some(({ code }) => find(code)?.family === other) === true;
  return [...families].some((other) => other !== id && (excludes(other, id) || excludes(id, other)));
}
