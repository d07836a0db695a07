import { factWords, valueWords } from '../draft/question-words.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import type { RankedCode } from './procedures.ts';

/** Values that a deciding fact names. */
const MOST_VALUES = 6;
/** A code of the same family that the words fit nearly as well: what they say of it may have been meant of the other. */
const CLOSE = 2.6;
/** Another family counts as a neighbour of the first hit within this share of its score. */
const NEAR = 0.55;

/**
 * What the query leaves open and would lead to a neighbour of the first code: an axis of its family that no word tells,
 * else the fact that tells it from a neighbour that the words fit nearly as well.
 */
export function decidingFact(
  first: RankedCode,
  others: readonly RankedCode[],
  engine: EngineLibrary,
): string | undefined {
  const axes = openAxes(first, engine);
  const next = others.find(({ record }) => record.family === first.record.family && record.role === first.record.role);
  if (axes.length === 0 && next !== undefined && next.score > first.score - CLOSE)
    axes.push(...between(first, next, engine));
  if (axes.length === 0) axes.push(...siblingFact(first, engine));
  const told = others
    .filter(({ record, score }) => record.family !== first.record.family && score >= first.score * NEAR)
    .flatMap(({ record }) => neighbourFact(first, record.code, engine) ?? [])
    .slice(0, 2);
  const facts = [...axes, ...told];
  return facts.length === 0 ? undefined : facts.join('; ');
}

/** What tells two codes of one family apart, though the query seems to tell it. */
function between(first: RankedCode, next: RankedCode, engine: EngineLibrary): string[] {
  const fact = neighbourFact(first, next.record.code, engine);
  if (fact !== undefined) return [fact];
  const axes = engine.families.get(first.record.family)?.axes ?? {};
  return Object.entries(first.record.cell).flatMap(([axis, values]) => {
    const others = next.record.cell[axis] ?? [];
    if (values.some((value) => others.includes(value))) return [];
    const told = [first.record, next.record].map(
      ({ code, cell }) =>
        `${(cell[axis] ?? []).map((value) => valueWords(axis, value, axes[axis])).join(' or ')} ${code}`,
    );
    return [`${factWords(axis, axes[axis])}: ${told.join(', ')}`];
  });
}

/** The fact by which the first code itself, or a sibling, tells them apart. */
function siblingFact(first: RankedCode, engine: EngineLibrary): string[] {
  const siblings = (engine.codesOf.get(first.record.family) ?? []).filter(
    ({ code, role }) => code !== first.record.code && role === first.record.role,
  );
  return siblings.flatMap(({ code }) => neighbourFact(first, code, engine) ?? []).slice(0, 2);
}

function neighbourFact({ record }: RankedCode, code: string, engine: EngineLibrary): string | undefined {
  const fact = record.notThis.find((other) => other.code === code)?.decidingFact;
  if (fact !== undefined) return `${code} where: ${fact}`;
  const back = engine.find(code)?.notThis.find((other) => other.code === record.code)?.decidingFact;
  return back === undefined ? undefined : `${record.code} rather than ${code} where: ${back}`;
}

/** `the way it was done: open 64721, through a scope 29848`, for each axis that the query does not tell. */
function openAxes({ record, readings }: RankedCode, engine: EngineLibrary): string[] {
  const family = engine.families.get(record.family);
  const open = readings
    .filter(({ axis, how, value }) => how !== 'told' || isRefined(value, axis, record.family, engine))
    .toSorted((a, b) => Number(a.how === 'assume') - Number(b.how === 'assume'));
  return open.flatMap(({ axis }) => {
    const own = record.cell[axis];
    const definition = family?.axes[axis];
    const siblings = (engine.codesOf.get(record.family) ?? []).filter(
      (other) =>
        other.validTo === undefined &&
        other.role === record.role &&
        Object.entries(record.cell).every(
          ([name, values]) => name === axis || other.cell[name]?.some((value) => values.includes(value)) === true,
        ),
    );
    if (own === undefined || siblings.length < 2) return [];
    const choices = siblings.map(
      ({ code, cell }) =>
        `${(cell[axis] ?? []).map((value) => valueWords(axis, value, definition)).join(' or ')} ${code}`,
    );
    const more = choices.length > MOST_VALUES ? ', ...' : '';
    return [`${factWords(axis, definition)}: ${choices.slice(0, MOST_VALUES).join(', ')}${more}`];
  });
}

/** A value that another one narrows: `drained`, `drained-complicated`. */
function isRefined(value: string | undefined, axis: string, family: string, { codesOf }: EngineLibrary): boolean {
  const values = (codesOf.get(family) ?? []).flatMap(({ cell }) => cell[axis] ?? []);
  return value !== undefined && values.some((other) => other.startsWith(`${value}-`));
}
