import { hasCue } from '../extract/cue.ts';
import type { NoteExtract } from '../extract/note-extract.ts';
import { isPerformed } from '../extract/statement-state.ts';
import type { CodeRecord, FamilyRecord } from '../model/code-record.ts';
import { measureOf } from '../retrieve/band-axis.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { contextOf, fitsPatient, type GridReading, readGrid } from '../retrieve/family-grid.ts';
import { judgePredicates } from '../retrieve/predicates.ts';
import { countedSize, readThings, thingAxis } from '../retrieve/things.ts';
import { DOUBT } from './confidence.ts';
import { furtherItems, unitsOf } from './count-units.ts';
import { mohsSites } from './mohs-sites.ts';
import type { Pick } from './pick.ts';
import type { Doubt, Place, ProtoLine } from './proto-line.ts';
import { factWords } from './question-words.ts';
import { sidesApart } from './sides-apart.ts';

/** The claim lines one picked family gives: its cell, its add-ons by count, one line a thing where things are measured. */
export function linesOf(pick: Pick, extract: NoteExtract, library: EngineLibrary): ProtoLine[] {
  const { family } = pick.choice;
  if (family.family === MOHS) {
    const told = mohsLines(pick, extract, library);
    if (told.length > 0) return told;
  }
  const axis = thingAxis(family);
  const all = axis === undefined ? [] : readThings(axis, family, pick.instance, extract, library);
  const things = pick.things === undefined ? all : all.filter(({ place }) => pick.things?.has(place.start));
  if (axis !== undefined && things.length > 0) {
    return mergeEqual(
      things.flatMap((thing) =>
        linesFrom(pick, thing.grid, extract, library, thing.size, [thing.place])
          .map(asOneThing)
          .map((line) => ({
            ...line,
            measured: `${thing.size} ${axis.measure === 'area-sqcm' ? 'sq cm' : 'cm'}`,
          })),
      ),
    );
  }
  const apart = sidesApart(pick, extract, library);
  if (apart !== undefined) {
    return apart.flatMap(({ side, grid }) =>
      linesFrom(pick, grid, extract, library, undefined, []).map((line) => ({ ...line, sides: [side] })),
    );
  }
  const context = contextOf(extract, pick.instance);
  const sized = Object.values(family.axes).find((each) => each.kind === 'band' && each.measure !== 'age-years');
  const size =
    sized?.kind === 'band'
      ? measureOf(sized, context, extract)?.value
      : countedSize(library.codesOf.get(family.family) ?? [], pick.instance, extract);
  return linesFrom(pick, readGrid(library, family, context, extract), extract, library, size, []);
}

const MOHS = 'mohs-surgery';

/** Each site of a Mohs record: its first stage, its further stages, its blocks beyond the fifth. */
function mohsLines(pick: Pick, extract: NoteExtract, library: EngineLibrary): ProtoLine[] {
  const { family } = pick.choice;
  return mergeEqual(
    mohsSites(extract).flatMap(({ near, stages, extraBlocks, ...place }) => {
      const grid = readGrid(library, family, { ...contextOf(extract, pick.instance), near }, extract);
      return grid.codes.flatMap((record) => {
        const isBlock = record.cell['part']?.includes('extra-block') === true;
        const units = isBlock ? extraBlocks : record.role === 'primary' ? 1 : stages - 1;
        return units > 0 ? [protoLine(pick, record, family, grid, [place], units, [])] : [];
      });
    }),
  );
}

/** The lines of an act whose size is not told: of the values it may have, the least one counts. */
export function leastLines(
  pick: Pick,
  only: Readonly<Record<string, readonly string[]>>,
  extract: NoteExtract,
  library: EngineLibrary,
): ProtoLine[] {
  const { family } = pick.choice;
  const axes = Object.entries(family.axes).map(([name, axis]) => {
    const [, ...greater] = only[name] ?? [];
    if (axis.kind !== 'cue') return [name, axis] as const;
    return [name, { ...axis, values: axis.values.filter(({ value }) => !greater.includes(value)) }] as const;
  });
  const least = { ...family, axes: Object.fromEntries(axes) };
  const grid = readGrid(library, least, { ...contextOf(extract, pick.instance), measure: LEAST_SIZE }, extract);
  return linesFrom(pick, grid, extract, library, undefined, []);
}

/** Falls in the lowest band of every axis. */
const LEAST_SIZE = 0.1;

/** Things that were measured one by one are counted by their measures. */
function asOneThing(line: ProtoLine): ProtoLine {
  const { of, rule } = line.record.count;
  return rule === 'each' && (of === 'lesion' || of === 'session') ? { ...line, units: 1 } : line;
}

function linesFrom(
  pick: Pick,
  grid: GridReading,
  extract: NoteExtract,
  library: EngineLibrary,
  size: number | undefined,
  places: readonly Place[],
): ProtoLine[] {
  const { family } = pick.choice;
  const primary = choosePrimary(pick, grid, extract, library);
  if (primary === undefined) return [];
  const lines: ProtoLine[] = [];
  const units = unitsOf(primary.record, family, pick.instance, extract, size);
  if (primary.record.role === 'primary' || units === undefined || units > 0) {
    lines.push(protoLine(pick, primary.record, family, grid, places, Math.max(1, units ?? 1), primary.doubts));
  }
  for (const code of grid.codes) {
    if (code.role !== 'addOn' || code.code === primary.record.code) continue;
    const further = code.count.rule === 'one' ? 0 : (unitsOf(code, family, pick.instance, extract, size) ?? 0);
    if (further === 0) continue;
    const own = furtherItems(pick.instance, extract);
    lines.push(protoLine(pick, code, family, grid, [...own, ...places], further, []));
  }
  return lines;
}

/** The code of the cell; among several the named one, then the one whose own predicates are best met. */
function choosePrimary(
  pick: Pick,
  grid: GridReading,
  extract: NoteExtract,
  library: EngineLibrary,
): { readonly record: CodeRecord; readonly doubts: readonly Doubt[] } | undefined {
  const hit = grid.codes.filter(({ role }) => role === 'primary');
  const exact = hit.length > 0 ? hit : grid.codes;
  const judged = exact
    .map((record) => ({ record, ...judgePredicates(library, record, pick.instance, extract) }))
    .filter(({ isBlocked }) => !isBlocked)
    .sort((a, b) => a.missing - b.missing || favour(b.record, extract) - favour(a.record, extract));
  const named = pick.choice.namedCode;
  const chosen = judged.find(({ record }) => record.code === named) ?? judged[0];
  if (chosen !== undefined) {
    return {
      record: chosen.record,
      doubts:
        judged.length > 1 && named === undefined
          ? [{ weight: DOUBT.severalFit, because: 'several neighbouring codes fit' }]
          : [],
    };
  }
  const hasPrimary = grid.ranked.some(({ code }) => code.role === 'primary');
  const nearest = grid.ranked.find(
    ({ code, mismatches }) =>
      mismatches === 1 && (code.role === 'primary' || !hasPrimary) && fitsPatient(code, extract),
  );
  return nearest === undefined
    ? undefined
    : { record: nearest.code, doubts: [{ weight: DOUBT.noExactCell, because: 'no code fits every fact of the note' }] };
}

function favour(record: CodeRecord, extract: NoteExtract): number {
  const performed = extract.statements.filter(isPerformed);
  return record.favours.filter((cue) => performed.some(({ normal }) => hasCue([cue], normal))).length;
}

function protoLine(
  pick: Pick,
  record: CodeRecord,
  family: FamilyRecord,
  grid: GridReading,
  places: readonly Place[],
  units: number,
  doubts: readonly Doubt[],
): ProtoLine {
  return {
    record,
    family,
    instance: pick.instance,
    units,
    modifiers: [],
    isShared: pick.isShared,
    sides: pick.instance.facts.sides,
    places,
    readings: grid.readings,
    measured: undefined,
    why: undefined,
    held: heldReason(grid, family),
    doubts: [...doubts, ...doubtsOf(pick, grid)],
  };
}

function heldReason(grid: GridReading, family: FamilyRecord): string | undefined {
  const open = grid.readings.filter(({ how }) => how === 'hold').map(({ axis }) => factWords(axis, family.axes[axis]));
  return open.length === 0 ? undefined : `the note does not tell ${open.join(', nor ')}`;
}

/** A family leads by less than about half a rare word. */
const NARROW = 4;

function doubtsOf(pick: Pick, grid: GridReading): Doubt[] {
  const doubts: Doubt[] = [];
  if (!pick.choice.isNamed)
    doubts.push({ weight: DOUBT.unnamed, because: 'the note describes it in other words than its usual name' });
  if (pick.choice.missing > 0)
    doubts.push({ weight: DOUBT.factMissing, because: 'a fact that the code needs is not told' });
  if (pick.margin < NARROW)
    doubts.push({ weight: DOUBT.rivalWords, because: 'another procedure has nearly the same words' });
  if (pick.instance.source === 'body')
    doubts.push({ weight: DOUBT.bodyOnly, because: 'told in the body, not in the title' });
  for (const { axis, how } of grid.readings) {
    if (how === 'ask' || how === 'lower')
      doubts.push({
        weight: DOUBT.factOpen,
        because: `the note does not tell ${factWords(axis, pick.choice.family.axes[axis])}`,
      });
  }
  return doubts;
}

/** Equal codes of several things become one line with as many units. */
function mergeEqual(lines: readonly ProtoLine[]): ProtoLine[] {
  const merged = new Map<string, ProtoLine>();
  for (const line of lines) {
    const known = merged.get(line.record.code);
    merged.set(
      line.record.code,
      known === undefined
        ? line
        : {
            ...known,
            units: known.units + line.units,
            measured: [known.measured, line.measured].filter((each) => each !== undefined).join(' and '),
            places: [...known.places, ...line.places],
          },
    );
  }
  return [...merged.values()];
}
