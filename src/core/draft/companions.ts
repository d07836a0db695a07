import { hasCue, partsOf } from '../extract/cue.ts';
import type { NoteExtract, ProcedureInstance } from '../extract/note-extract.ts';
import { sidesOf } from '../extract/targets.ts';
import type { Companion, Cue, FamilyRecord } from '../model/code-record.ts';
import { isDenial, tellingPlace } from '../retrieve/cue-axis.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { deniedIn, fitsPatient } from '../retrieve/family-grid.ts';
import { DOUBT } from './confidence.ts';
import { unitsOf } from './count-units.ts';
import { leastLines, linesOf } from './lines-of.ts';
import type { Pick as PickedFamily } from './pick.ts';
import type { Place, ProtoLine } from './proto-line.ts';

/** Codes that come with a line because the body proves them: graft, plate, guidance, second technique. */
export function companionsOf(lines: readonly ProtoLine[], extract: NoteExtract, library: EngineLibrary): ProtoLine[] {
  const found: ProtoLine[] = [];
  for (const line of lines) {
    for (const companion of [...line.family.companions, ...line.record.companions]) {
      const record = library.find(companion.code);
      const family = record === undefined ? undefined : library.families.get(record.family);
      if (record === undefined || family === undefined || !fitsPatient(record, extract)) continue;
      if ([...lines, ...found].some((known) => known.record.code === companion.code)) continue;
      const place = provenAt(companion, line, extract);
      if (place === undefined) continue;
      const isSided = record.count.of === 'side' && line.instance.facts.sides.length === 0;
      const units = isSided
        ? sidesNear(companion, extract)
        : unitsOf(record, family, line.instance, extract, undefined);
      if (units === 0) continue;
      found.push({
        ...line,
        record,
        family,
        units: units ?? 1,
        modifiers: companion.modifier === undefined ? [] : [companion.modifier],
        places: [place],
        readings: [],
        measured: undefined,
        why: `comes with ${line.record.code} because the note tells it`,
        held: undefined,
        doubts: [{ weight: DOUBT.companion, because: 'selected by one passage of the note' }],
      });
    }
  }
  return found;
}

/**
 * `Colectomy with mobilization of the splenic flexure` of which the story says that the flexure was not taken down: what
 * only the title tells and the story denies by the words of the companion.
 */
export function withoutDenied(lines: readonly ProtoLine[], extract: NoteExtract): ProtoLine[] {
  const companions = lines.flatMap(({ family, record }) => [...family.companions, ...record.companions]);
  return lines.filter(({ record, instance }) => {
    if (record.role !== 'addOn' || instance.source !== 'title') return true;
    return companions.every(
      ({ code, cues }) => code !== record.code || !isOnlyClaimed(cues, extract.performed, extract),
    );
  });
}

/** The first performed statement (title included) that proves a companion and does not cancel it. */
function provenAt(
  { cues, unless, modifier }: Companion,
  { instance }: ProtoLine,
  extract: NoteExtract,
): Place | undefined {
  const told = instance.story ?? extract.performed;
  const named = modifier === '59' ? ownItems(instance, extract) : extract.titles;
  const titles = isOnlyClaimed(cues, told, extract) ? [] : named;
  for (const statement of [...titles, ...told]) {
    if (!hasCue(cues, statement.normal)) continue;
    const place = tellingPlace(cues, unless, statement);
    if (place !== undefined) return place;
  }
  return provenTogether(cues, unless, [...titles, ...told]);
}

/** `Ureteroscopy and stent` over a story that says `I chose to leave no stent`: the title claims it, nothing tells it. */
function isOnlyClaimed(cues: Companion['cues'], told: readonly Told[], extract: NoteExtract): boolean {
  const denies = (span: Told): boolean => isDenial({ cues }, span);
  return deniedIn(extract).some(denies) && told.every((span) => !hasCue(cues, span.normal) || denies(span));
}

/** `lift && cold snare`: parts that are told in different statements; the last one is the proof. */
function provenTogether(
  cues: Companion['cues'],
  unless: Companion['unless'],
  told: readonly Told[],
): Place | undefined {
  for (const cue of cues) {
    const parts = partsOf(cue);
    if (parts.length < 2) continue;
    const places = parts.map((part) => firstPlace(part, unless, told));
    if (places.every((place) => place !== undefined)) return places.at(-1);
  }
  return undefined;
}

type Told = Pick<ProcedureInstance, 'normal' | 'start'>;

function firstPlace(cue: Cue, unless: Companion['unless'], told: readonly Told[]): Place | undefined {
  for (const statement of told) {
    const place = tellingPlace([cue], unless, statement);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** An act on each side is told of one and then of the other: `posterior sheath opened right then left`, `same on the left`. */
function sidesNear({ cues }: Companion, { performed }: NoteExtract): number {
  const sides = new Set(
    performed
      .flatMap(({ normal }, at) => (hasCue(cues, normal) ? performed.slice(at, at + STATEMENTS_OF_ACT) : []))
      .flatMap(({ normal }) => sidesOf(normal.replace(/ +/g, ' '))),
  );
  return sides.has('bilateral') || sides.size > 1 ? 2 : 1;
}

/** The act, what came of it, and the other side. */
const STATEMENTS_OF_ACT = 3;

/** A second technique stands in the items of its own operation: biopsies of the stomach are none of the colon. */
function ownItems(instance: ProcedureInstance, { instances }: NoteExtract): readonly ProcedureInstance[] {
  const own = instance.families[0]?.family;
  return instances.filter(
    ({ source, families: [first] }) => source === 'title' && (first === undefined || first.family === own),
  );
}

/**
 * Picks of the families that an act brings along because the story tells it: the closure of an excision in layers. Where
 * no length is told, each act brings the lowest band of the least class.
 */
export function broughtBy(picks: readonly PickedFamily[], extract: NoteExtract, library: EngineLibrary): ProtoLine[] {
  const named = new Set(picks.map(({ choice }) => choice.family.family));
  const measured = new Set<string>();
  return picks.flatMap((pick) =>
    pick.choice.family.brings.flatMap(({ family: id, cues, only }) => {
      const family = library.families.get(id);
      const story = [pick.instance, ...(pick.instance.story ?? extract.performed)];
      if (family === undefined || named.has(id) || measured.has(id)) return [];
      const isTold = (part: Cue): boolean => story.some((span) => tellingPlace([part], [], span) !== undefined);
      if (!cues.some((cue) => partsOf(cue).every(isTold))) return [];
      const brought = {
        ...pick,
        things: undefined,
        choice: { ...pick.choice, family, namedCode: undefined, missing: 0 },
      };
      const own = linesOf(brought, extract, library);
      const lines = isOfWounds(family) ? own.filter(({ places }) => isMeasuredWound(places, extract)) : own;
      if (lines.length > 0) measured.add(id);
      const least = lines.length > 0 ? lines : leastLines(brought, only, extract, library);
      return least.filter(({ readings }) => isOnly(readings, only));
    }),
  );
}

/** A wound shares its measures with the lesion cut out of it; a tumor of the bladder or a uterus has its own. */
function isOfWounds({ axes }: FamilyRecord): boolean {
  return Object.values(axes).every((axis) => axis.kind !== 'band' || /^(length|area)-/.test(axis.measure));
}

/** The length is told of the closure itself, not of the lesion; square centimeters are of no lesion. */
function isMeasuredWound([place]: readonly Place[], extract: NoteExtract): boolean {
  return extract.measures.some(({ of, unit, start }) => (of === 'wound' || unit === 'sqcm') && start === place?.start);
}

function isOnly(readings: ProtoLine['readings'], only: Readonly<Record<string, readonly string[]>>): boolean {
  return Object.entries(only).every(([name, values]) =>
    readings.some(({ axis, value, how }) => axis === name && how === 'told' && values.includes(value ?? '')),
  );
}
