import type { MeasureFact, NoteExtract, ProcedureInstance } from '../extract/note-extract.ts';
import { LIST_ITEM } from '../extract/section-end.ts';
import type { BandAxis, CodeRecord, FamilyRecord } from '../model/code-record.ts';
import type { Context } from './axis-reading.ts';
import { bestSourced, measuresFor, sizeOf } from './band-axis.ts';
import { distinctMeasures } from './distinct-measures.ts';
import type { EngineLibrary } from './engine-library.ts';
import { contextOf, type GridReading, readGrid } from './family-grid.ts';
import { placedVolume } from './volumes.ts';

/** One thing of its own (a lesion, a wound, all wounds of one class): the cell it falls in, its size, its place. */
export interface Thing {
  readonly grid: GridReading;
  readonly size: number;
  readonly place: { readonly start: number; readonly end: number };
  readonly near: Context['near'];
}

/** The axis that makes every measured thing a line (`each`) or sums things of equal kind (`sum`), if the family has one. */
export function thingAxis(family: FamilyRecord): BandAxis | undefined {
  return Object.values(family.axes).find(
    (axis): axis is BandAxis =>
      axis.kind === 'band' && axis.combine !== 'max' && axis.measure !== 'count' && axis.measure !== 'age-years',
  );
}

/** Measured things of a family, each read in its own words first; summed over equal kinds when the family sums. */
export function readThings(
  axis: BandAxis,
  family: FamilyRecord,
  instance: ProcedureInstance,
  extract: NoteExtract,
  library: EngineLibrary,
): Thing[] {
  const context = contextOf(extract, instance);
  const facts = distinctMeasures(
    axis,
    sourced(measuresFor(axis, extract), itemsOf(axis, instance, extract), extract),
    extract,
  );
  const things = facts.map((fact): Thing => {
    const size = sizeWithMargin(axis, fact, facts.length === 1, extract);
    const near = nearOf(fact, facts, extract);
    const only = facts.length === 1 && !context.isBodyShared;
    return {
      grid: readGrid(library, family, { ...context, near, only, measure: size }, extract),
      size,
      place: fact,
      near,
    };
  });
  return axis.combine === 'sum' ? summed(things, family, context, extract, library) : things;
}

const AREA: BandAxis = {
  kind: 'band',
  measure: 'area-sqcm',
  of: [],
  kinds: [],
  combine: 'sum',
  bands: [],
  ask: undefined,
  whenSilent: { do: 'hold' },
};

/** The area or volume told in all, for a family without sizes whose add-ons count square centimeters or milliliters. */
export function countedSize(
  codes: readonly CodeRecord[],
  instance: ProcedureInstance,
  extract: NoteExtract,
): number | undefined {
  if (codes.some(({ count }) => count.of === 'ml')) return placedVolume(extract);
  if (!codes.some(({ count }) => count.of === 'sqcm')) return undefined;
  const facts = distinctMeasures(AREA, sourced(measuresFor(AREA, extract), [instance], extract), extract);
  return facts.length === 0 ? undefined : facts.reduce((sum, fact) => sum + sizeOf(AREA, fact), 0);
}

/** What is summed is summed over every item of the title that names it: the left ear and the right ear. */
function itemsOf(
  axis: BandAxis,
  instance: ProcedureInstance,
  { instances }: NoteExtract,
): readonly ProcedureInstance[] {
  const family = instance.families[0]?.family;
  if (axis.combine !== 'sum' || family === undefined) return [instance];
  return instances.filter((other) => other.source === instance.source && other.families[0]?.family === family);
}

/** The numbers of the items' own words, else those of the best source. */
function sourced(
  facts: readonly MeasureFact[],
  items: readonly ProcedureInstance[],
  extract: NoteExtract,
): readonly MeasureFact[] {
  // One item of the list in which a story tells its wounds is not all of them.
  const whole = items.filter(({ source, text }) => !(source === 'body' && LIST_ITEM.test(text)));
  const own = facts.filter((fact) => whole.some(({ start, end }) => fact.start >= start && fact.end <= end));
  return own.length > 0 ? own : bestSourced(facts, extract);
}

/** An excised diameter: the lesion and twice the narrowest margin, before the cut. */
function sizeWithMargin(axis: BandAxis, fact: MeasureFact, isOnly: boolean, extract: NoteExtract): number {
  const size = sizeOf(axis, fact);
  if (axis.measure !== 'diameter-cm' || fact.of === 'wound') return size;
  const placeOf = ({ statement }: MeasureFact): number | undefined => extract.statements[statement]?.paragraph;
  const all = extract.measures.filter(({ of, unit }) => of === 'margin' && unit === 'cm');
  const own = all.filter((margin) => placeOf(margin) === placeOf(fact));
  // The size of the only lesion may stand in the findings, its margin in the story.
  const margins = own.length > 0 || !isOnly ? own : bestSourced(all, extract);
  const narrowest = margins.length === 0 ? 0 : Math.min(...margins.map(({ value }) => value));
  return Math.round((size + 2 * narrowest) * 100) / 100;
}

/**
 * The measure's own statement, then its paragraph up to the statements of the other things in it. What stands between the
 * thing before and this one comes last: it tells how that one was treated.
 */
function nearOf(fact: MeasureFact, facts: readonly MeasureFact[], extract: NoteExtract): Context['near'] {
  const home = extract.statements[fact.statement];
  if (home === undefined) return [];
  const others = facts.map(({ statement }) => statement).filter((statement) => statement !== home.index);
  const from = Math.max(-1, ...others.filter((statement) => statement < home.index));
  const to = Math.min(extract.statements.length, ...others.filter((statement) => statement > home.index));
  const around = extract.statements.filter(
    ({ index, paragraph, section }) =>
      paragraph === home.paragraph && section === home.section && index > from && index < to,
  );
  if (extract.statements[from]?.paragraph !== home.paragraph) return [[home], around, []];
  return [[home], around.filter(({ index }) => index > home.index), around.filter(({ index }) => index < home.index)];
}

function summed(
  things: readonly Thing[],
  family: FamilyRecord,
  context: Context,
  extract: NoteExtract,
  library: EngineLibrary,
): Thing[] {
  const banded = Object.entries(family.axes)
    .filter(([, axis]) => axis.kind === 'band')
    .map(([name]) => name);
  // Sites that share their codes are one kind: the scalp and the arm.
  const kindOf = ({ grid: { readings, codes } }: Thing): string =>
    readings
      .filter(({ axis }) => !banded.includes(axis))
      .map(({ axis, value }) => `${axis}=${codes[0]?.cell[axis] ?? value}`)
      .join(' ');
  return [...Map.groupBy(things, kindOf).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length === 1) return group;
    const size = Math.round(group.reduce((sum, thing) => sum + thing.size, 0) * 100) / 100;
    const grid = readGrid(library, family, { ...context, near: first.near, measure: size }, extract);
    return [{ ...first, size, grid }];
  });
}
