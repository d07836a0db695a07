import { factWords, valueWords } from '../draft/question-words.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import type { RankedCode } from './procedures.ts';

/** Values that a deciding fact names. */
const MOST_VALUES = 6;
/** Another family counts as a neighbour of the first hit within this share of its score. */
const NEAR = 0.55;

/**
 * What the query leaves open and would lead to a neighbour of the first code: an axis of its family that no word tells,
 * else the fact that tells it from a neighbour that the words fit nearly as well.
 */
export function decidingFact(first: RankedCode, others: readonly RankedCode[], engine: EngineLibrary): string | undefined {
  const axes = openAxes(first, engine);
  const told = others
    .filter(({ record, score }) => record.family !== first.record.family && score >= first.score * NEAR)
    .flatMap(({ record }) => neighbourFact(first, record.code, engine) ?? [])
    .slice(0, 2);
  const facts = [...axes, ...told];
  return facts.length === 0 ? undefined : facts.join('; ');
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
  const open = readings.filter(({ how }) => how !== 'told').toSorted((a, b) => Number(a.how === 'assume') - Number(b.how === 'assume'));
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
      ({ code, cell }) => `${(cell[axis] ?? []).map((value) => valueWords(axis, value, definition)).join(' or ')} ${code}`,
    );
    const more = choices.length > MOST_VALUES ? ', ...' : '';
    return [`${factWords(axis, definition)}: ${choices.slice(0, MOST_VALUES).join(', ')}${more}`];
  });
}
