import type { BandAxis, CodeRecord } from '../model/code-record.ts';
import type { EngineLibrary } from './engine-library.ts';

/** An axis that counts the vertebrae an instrument spans, with its name. */
export function spanAxis(record: CodeRecord, library: EngineLibrary): readonly [string, BandAxis] | undefined {
  if (record.role !== 'addOn') return undefined;
  for (const [name, axis] of Object.entries(library.families.get(record.family)?.axes ?? {})) {
    if (axis.kind !== 'band' || axis.measure !== 'count') continue;
    if (axis.of.some((cue) => cue.startsWith('vertebra'))) return [name, axis];
  }
  return undefined;
}

/** The codes for the same instrument over fewer or more vertebrae, the code itself first. */
export function otherSpans(record: CodeRecord, library: EngineLibrary): readonly CodeRecord[] {
  const span = spanAxis(record, library);
  if (span === undefined) return [record];
  const place = ({ cell }: CodeRecord): string => cell['where']?.join() ?? '';
  const members = library.codesOf.get(record.family) ?? [];
  return [record, ...members.filter((other) => other !== record && place(other) === place(record))];
}
