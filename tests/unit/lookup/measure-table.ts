import { lookup } from '../../../src/core/lookup/lookup.ts';
import type { CodeSystem } from '../../../src/core/model/code.ts';
import type { EngineLibrary } from '../../../src/core/retrieve/engine-library.ts';
import type { Expected } from './read-table.ts';

/** The share of queries whose first code is one of those expected and, where a fact decides, tells it. */
export function shareRight(
  engine: EngineLibrary,
  table: readonly Expected[],
  system: CodeSystem | undefined,
): { readonly share: number; readonly misses: readonly string[] } {
  const misses = table.flatMap(({ query, codes, decides }) => {
    const [first] = lookup(engine, query, { limit: 5, system });
    const isTold = decides.length === 0 || decides.some((word) => first?.decides?.toLowerCase().includes(word));
    return first !== undefined && codes.includes(first.code) && isTold
      ? []
      : [`${query}: ${first?.code} ${first?.title}, not ${codes.join(' ')}`];
  });
  return { share: 1 - misses.length / Math.max(1, table.length), misses };
}
