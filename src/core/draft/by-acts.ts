import { actsTold } from '../acts/acts-told.ts';
import type { ToldAct } from '../acts/told-act.ts';
import type { NoteExtract, ProcedureInstance } from '../extract/note-extract.ts';
import { readTargets } from '../extract/targets.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { DOUBT } from './confidence.ts';
import type { ProtoLine } from './proto-line.ts';

/**
 * Lines set right by what the story tells vessel by vessel: codes on which a reader of acts has the last word stay only
 * where it tells them, and what it tells is added.
 */
export function byActs(lines: readonly ProtoLine[], extract: NoteExtract, library: EngineLibrary): ProtoLine[] {
  const readings = actsTold(extract, library);
  if (readings.length === 0) return [...lines];
  const acts = readings.flatMap((reading) => reading.acts);
  const kept = lines.flatMap((line) => {
    const { code } = line.record;
    if (!readings.some(({ governs }) => governs.test(code))) return [line];
    const agreed = agreedWith(line, acts);
    return agreed === undefined ? [] : [agreed];
  });
  const told = acts
    .filter(({ code }) => !kept.some(({ record }) => record.code === code))
    .flatMap((act, at) => lineOf(act, extract.instances.length + at, library));
  return [...kept, ...told];
}

/** A line that the reader tells too, of no vessel or side of its own, keeps its reasons and takes the reader's count. */
function agreedWith(line: ProtoLine, acts: readonly ToldAct[]): ProtoLine | undefined {
  const [act, other] = acts.filter(({ code }) => code === line.record.code);
  if (act === undefined || other !== undefined || act.vessel !== undefined) return undefined;
  if (act.side !== undefined || line.record.target === 'paired') return undefined;
  return { ...line, units: act.units, modifiers: [...new Set([...line.modifiers, ...act.modifiers])] };
}

function lineOf(act: ToldAct, index: number, library: EngineLibrary): ProtoLine[] {
  const record = library.find(act.code);
  const family = record === undefined ? undefined : library.families.get(record.family);
  if (record === undefined || family === undefined) return [];
  return [
    {
      record,
      family,
      instance: instanceOf(act, index),
      units: act.units,
      modifiers: act.modifiers,
      isShared: false,
      sides: act.side === undefined ? [] : [act.side],
      places: [act.statement],
      readings: [],
      measured: undefined,
      why: act.why,
      held: undefined,
      doubts: [{ weight: DOUBT.bodyOnly, because: 'told in the body, not in the title' }],
    },
  ];
}

/** The statement that tells the act, as the instance its line is of. */
function instanceOf({ statement, vessel, side }: ToldAct, index: number): ProcedureInstance {
  const facts = readTargets(statement.normal);
  return {
    index,
    source: 'body',
    text: statement.normal,
    normal: statement.normal,
    start: statement.start,
    end: statement.end,
    facts: { ...facts, sides: side === undefined ? [] : [side], vessels: vessel === undefined ? [] : [vessel] },
    story: [statement],
    families: [],
  };
}
