import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const DATA = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');

/** One line of the PTP csv: column1, column2, deletion, modifier. */
export interface RawPair {
  readonly column1: string;
  readonly column2: string;
  readonly ended: string;
  readonly indicator: string;
}

/** The publishers' files, read by splitting lines: nothing of the importer is used. */
export interface RawEdits {
  /** Every line that joins the two codes, in either order. */
  between(one: string, other: string): readonly RawPair[];
  /** `1 2`: units and MAI; undefined when none is published. */
  limit(code: string): string | undefined;
  /** The primaries of an add-on, sorted. */
  parents(code: string): readonly string[];
}

export function readRawEdits(codes: ReadonlySet<string>): RawEdits {
  const pairs = new Map<string, RawPair[]>();
  for (const line of unpacked('ncci/ptp_practitioner_2024q3.csv.xz')) {
    const [column1 = '', column2 = '', ended = '', indicator = ''] = line.split(',');
    if (!codes.has(column1) || !codes.has(column2)) continue;
    const key = keyOf(column1, column2);
    pairs.set(key, [...(pairs.get(key) ?? []), { column1, column2, ended, indicator }]);
  }
  const limits = new Map(
    textOf('mue/MCR_MUE_PractitionerServices_Eff_04-01-2026.csv').map((line) => {
      const [code = '', units, mai = ''] = line.split(',');
      return [code, `${units} ${mai.slice(0, 1)}`];
    }),
  );
  const addOns = textOf('aoc/ncci_aoc.csv').map((line) => line.split(','));
  return {
    between: (one, other) => pairs.get(keyOf(one, other)) ?? [],
    limit: (code) => limits.get(code),
    parents: (code) =>
      addOns
        .filter(([, addOn]) => addOn === code)
        .map(([primary = '']) => primary)
        .sort(),
  };
}

/** Every code of the 2025 fee schedule, the lines read as they stand. */
export function readRawFeeCodes(): ReadonlySet<string> {
  const lines = gunzipSync(readFileSync(join(DATA, 'pfs/PPRRVU2025_Oct.csv.gz')))
    .toString('latin1')
    .split('\n');
  return new Set(lines.flatMap((line) => /^([0-9A-Z]{5}),/.exec(line)?.[1] ?? []));
}

function keyOf(one: string, other: string): string {
  return [one, other].sort().join(' ');
}

function unpacked(file: string): readonly string[] {
  const bytes = execFileSync('xz', ['-dc', join(DATA, file)], { maxBuffer: 2 ** 30 });
  return bytes.toString('latin1').trimEnd().split('\n').slice(1);
}

function textOf(file: string): readonly string[] {
  return readFileSync(join(DATA, file), 'latin1').trimEnd().split('\n');
}
