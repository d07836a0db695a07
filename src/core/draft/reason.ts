import type { CodeRecord, FamilyRecord } from '../model/code-record.ts';
import type { AxisReading } from '../retrieve/axis-reading.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import type { ProtoLine } from './proto-line.ts';

/** A code one fact away, with the fact that decides between the two. */
interface Neighbour {
  readonly code: string;
  /** The fact holds for the chosen code (`chosen`), or would have to hold for the neighbour. */
  readonly holdsFor: 'chosen' | 'neighbour';
  readonly fact: string;
  readonly rank: number;
}

const MOST_NEIGHBOURS = 2;

/**
 * Why this code and not its nearest neighbours, as a coder would say it: `47563, not 47562: contrast pictures of the
 * ducts were obtained`. Neighbours come from `notThis`; only those one told fact away, or named by the same words.
 */
export function reasonOf(
  line: Pick<ProtoLine, 'record' | 'family' | 'instance' | 'readings' | 'measured'>,
  counted: readonly string[],
  library: EngineLibrary,
): string {
  const { record } = line;
  const named = new Set(line.instance.families.map(({ family }) => family));
  const neighbours = neighboursOf(record, line.family, line.readings, named, library).slice(0, MOST_NEIGHBOURS);
  const held = neighbours.filter(({ holdsFor }) => holdsFor === 'chosen');
  const needed = neighbours.filter(({ holdsFor }) => holdsFor === 'neighbour');
  const parts = [
    ...(line.measured === undefined ? [] : [`${line.measured} by the note`]),
    ...(counted.length > 1 ? [countWords(record, counted)] : []),
    ...held.map(({ code, fact }, at) => `${at === 0 ? `${record.code}, ` : ''}not ${code}: ${fact}`),
    ...needed.map(({ code, fact }) => `${code} would need: ${fact}`),
  ];
  return parts.length === 0 ? record.title : parts.join('; ');
}

/** `2 interspaces (C5-C6, C6-C7), the first under the primary code`. */
function countWords({ count }: CodeRecord, counted: readonly string[]): string {
  const first = count.rule === 'further' ? ', the first under the primary code' : '';
  return `${counted.length} ${count.of}s (${counted.join(', ')})${first}`;
}

function neighboursOf(
  record: CodeRecord,
  family: FamilyRecord,
  readings: readonly AxisReading[],
  named: ReadonlySet<string>,
  library: EngineLibrary,
): Neighbour[] {
  const found = new Map<string, Neighbour>();
  const add = (other: CodeRecord, holdsFor: Neighbour['holdsFor'], fact: string): void => {
    const rank = temptation(record, other, family, readings, named);
    if (rank === undefined || found.has(other.code)) return;
    found.set(other.code, { code: other.code, holdsFor, fact, rank });
  };
  for (const other of library.toldFrom.get(record.code) ?? []) {
    const fact = other.notThis.find(({ code }) => code === record.code)?.decidingFact;
    if (fact !== undefined) add(other, 'chosen', fact);
  }
  for (const { code, decidingFact } of record.notThis) {
    const other = library.find(code);
    if (other !== undefined) add(other, 'neighbour', decidingFact);
  }
  return [...found.values()].sort((a, b) => a.rank - b.rank);
}

/** 0: a told fact decides; 1: the same words name it; 2: what the note leaves open decides. Undefined: not tempting. */
function temptation(
  record: CodeRecord,
  other: CodeRecord,
  family: FamilyRecord,
  readings: readonly AxisReading[],
  named: ReadonlySet<string>,
): number | undefined {
  if (other.family !== family.family) return named.has(other.family) ? 1 : undefined;
  const differing = readings.filter(({ axis }) => !sharesValue(record.cell[axis], other.cell[axis]));
  if (differing.length > 1) return undefined;
  return differing.length === 0 || differing.some(({ how }) => how === 'told') ? 0 : 2;
}

function sharesValue(one: readonly string[] | undefined, two: readonly string[] | undefined): boolean {
  return one === undefined || two === undefined || one.some((value) => two.includes(value));
}
