import { lifeOf } from '../check/code-life.ts';
import type { CodeRecord } from '../model/code-record.ts';
import type { ClaimLine } from '../model/draft.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { editDistance } from '../retrieve/typo.ts';
import type { BilledLine } from './billed-claim.ts';

/** What was billed for one thing and what the note supports for it; either side may be empty. */
export interface Match {
  readonly billed: readonly BilledLine[];
  readonly supported: readonly ClaimLine[];
}

/** Lines of the same code belong together; then a code and its neighbour, which one deciding fact tells apart. */
export function matchLines(
  billed: readonly BilledLine[],
  supported: readonly ClaimLine[],
  library: EngineLibrary,
): Match[] {
  const sent = Map.groupBy(billed, ({ code }) => code);
  const ours = Map.groupBy(supported, ({ code }) => code as string);
  const same = [...sent].flatMap(([code, lines]): Match[] => {
    const own = ours.get(code);
    return own === undefined ? [] : [{ billed: lines, supported: own }];
  });
  const loose = [...sent].filter(([code]) => !ours.has(code));
  const free = new Map([...ours].filter(([code]) => !sent.has(code)));
  const others = loose.map(([code, lines]): Match => {
    const near = nearestCode(code, [...free.keys()], library);
    const own = near === undefined ? undefined : free.get(near);
    if (near !== undefined) free.delete(near);
    return { billed: lines, supported: own ?? [] };
  });
  return [...same, ...others, ...[...free.values()].map((lines): Match => ({ billed: [], supported: lines }))];
}

/** The code among `others` that is most easily taken for this one. */
export function nearestCode(code: string, others: readonly string[], library: EngineLibrary): string | undefined {
  const ranked = others
    .map((other) => ({ other, nearness: nearnessOf(code, other, library) }))
    .filter(({ nearness }) => nearness > 0)
    .sort((a, b) => b.nearness - a.nearness);
  return ranked[0]?.other;
}

/** Two for codes that the library tells apart by a fact or by a date, one for another member of the family or a slip of the keys. */
function nearnessOf(code: string, other: string, library: EngineLibrary): number {
  const ours = library.find(other);
  const theirs = library.find(code);
  if (ours === undefined) return 0;
  if (ours.replaces.includes(code)) return 2;
  if (theirs === undefined) {
    const { lastDay, successors } = lifeOf(code, library);
    if (successors.includes(other)) return 2;
    return lastDay === undefined && editDistance(code, other, 1) === 1 ? 1 : 0;
  }
  if (theirs.replacedBy.includes(other) || tells(theirs, other) || tells(ours, code)) return 2;
  return theirs.family === ours.family && theirs.role === ours.role ? 1 : 0;
}

function tells({ notThis }: CodeRecord, other: string): boolean {
  return notThis.some(({ code }) => code === other);
}
