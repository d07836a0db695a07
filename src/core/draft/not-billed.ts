import type { NoteExtract } from '../extract/note-extract.ts';
import type { NotBilled } from '../model/draft.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { contextOf, readGrid } from '../retrieve/family-grid.ts';
import { quotesOf } from './evidence.ts';
import type { Refusal } from './pick.ts';
import type { ProtoLine, Rejection } from './proto-line.ts';

const MOST_NOT_BILLED = 6;

/** At most six codes a reasonable coder would have been tempted by, each with its reason. */
export function notBilledOf(
  lines: readonly ProtoLine[],
  rejections: readonly Rejection[],
  refusals: readonly Refusal[],
  extract: NoteExtract,
  library: EngineLibrary,
): NotBilled[] {
  const billed = new Set(lines.map(({ record }) => record.code));
  const refused = refusals.flatMap((refusal): Rejection[] => {
    const grid = readGrid(library, refusal.choice.family, contextOf(extract, refusal.instance), extract);
    const record = grid.ranked[0]?.code;
    return record === undefined ? [] : [{ record, reason: refusal.reason, places: [refusal.place] }];
  });
  const listed = new Map<string, NotBilled>();
  for (const { record, reason, places } of [...rejections, ...refused]) {
    if (billed.has(record.code) || listed.has(record.code)) continue;
    listed.set(record.code, {
      code: record.code,
      title: record.title,
      reason,
      evidence: quotesOf(places, extract),
    });
  }
  return [...listed.values()].slice(0, MOST_NOT_BILLED);
}
