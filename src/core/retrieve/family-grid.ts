import type { FamilyMention, NoteExtract, ProcedureInstance, SectionKind, Statement } from '../extract/note-extract.ts';
import type { CodeRecord, FamilyRecord } from '../model/code-record.ts';
import type { AxisReading, Context } from './axis-reading.ts';
import { readBandAxis } from './band-axis.ts';
import { readCueAxis } from './cue-axis.ts';
import type { EngineLibrary } from './engine-library.ts';

export interface GridReading {
  readonly readings: readonly AxisReading[];
  /** Codes of the cell that was hit, primaries first; empty when the grid has no such cell. */
  readonly codes: readonly CodeRecord[];
  /** Every code of the family, nearest cell first. */
  readonly ranked: readonly { readonly code: CodeRecord; readonly mismatches: number }[];
}

/** What an instance may be read from. A note without a body lets its title prove everything. */
export function contextOf(extract: NoteExtract, instance: ProcedureInstance): Context {
  const body = instance.story ?? extract.performed;
  return {
    own: [instance],
    isTitled: instance.source === 'title',
    body,
    isBodyShared: isOneOfSeveral(instance, extract),
    isTitledTwice: isTitledTwice(instance, extract),
    title: extract.titles,
    diagnoses: extract.diagnoses,
    near: isOneOfTwins(instance, extract) ? [[instance]] : [],
    denied: deniedIn(extract),
    planned: plannedIn(extract),
    measure: undefined,
  };
}

const denials = new WeakMap<NoteExtract, readonly Statement[]>();

/** What the story says was not done, or holds a `no` or `not`; read once for a note. */
export function deniedIn(extract: NoteExtract): readonly Statement[] {
  const known =
    denials.get(extract) ??
    extract.statements.filter(
      ({ section, state, normal }) => STORY.has(section) && (state === 'negated' || /\b(no|not|never)\b/.test(normal)),
    );
  denials.set(extract, known);
  return known;
}

/** What the author plans to do himself; a history tells plans that are past. */
function plannedIn({ statements }: NoteExtract): readonly Statement[] {
  return statements.filter(
    ({ section, state, performer }) => section !== 'history' && state === 'planned' && performer !== 'other',
  );
}

const STORY: ReadonlySet<SectionKind> = new Set(['body', 'findings', 'other', 'lead']);

function isOneOfSeveral(instance: ProcedureInstance, { instances }: NoteExtract): boolean {
  const [own] = instance.families;
  return instances.some(
    ({ families: [other] }) => other !== undefined && (other.family !== own?.family || isOtherCode(other, own)),
  );
}

function isTitledTwice(instance: ProcedureInstance, { instances }: NoteExtract): boolean {
  const family = instance.families[0]?.family;
  return instances.filter(({ source, families: [first] }) => source === 'title' && first?.family === family).length > 1;
}

/** One of several items of the story that tell the same act, each of its own lesion: its own words tell how. */
function isOneOfTwins(instance: ProcedureInstance, { instances }: NoteExtract): boolean {
  const family = instance.families[0]?.family;
  const twins = instances.filter(({ families: [first] }) => first !== undefined && first.family === family);
  return twins.length > 1 && twins.some(({ source }) => source === 'body');
}

/** Two codes of one family, each named in an item of its own. */
function isOtherCode(one: FamilyMention, other: FamilyMention | undefined): boolean {
  return one.code !== undefined && other?.code !== undefined && one.code !== other.code;
}

/** Reads every axis of a family in a context and picks the cell. */
export function readGrid(
  library: EngineLibrary,
  family: FamilyRecord,
  context: Context,
  extract: NoteExtract,
): GridReading {
  const readings = Object.entries(family.axes).map(([axis, definition]) =>
    definition.kind === 'cue'
      ? readCueAxis(axis, definition, context)
      : readBandAxis(axis, definition, context, extract),
  );
  const members = library.codesOf.get(family.family) ?? [];
  const hasPrimary = members.some(({ role }) => role === 'primary');
  const ranked = members
    .filter((code) => fitsPatient(code, extract))
    .map((code) => ({ code, mismatches: mismatchesOf(code, readings, family, hasPrimary) }))
    .sort((a, b) => a.mismatches - b.mismatches || roleRank(a.code) - roleRank(b.code));
  return { readings, codes: ranked.filter(({ mismatches }) => mismatches === 0).map(({ code }) => code), ranked };
}

function roleRank(code: CodeRecord): number {
  return code.role === 'primary' ? 0 : 1;
}

/** False when a documented age or sex lies outside the code's band. */
export function fitsPatient(code: CodeRecord, extract: Pick<NoteExtract, 'ageYears' | 'sex'>): boolean {
  const { sex, ageFrom, ageBelow } = code.patient;
  if (sex !== undefined && extract.sex !== undefined && extract.sex !== sex) return false;
  if (extract.ageYears === undefined) return true;
  return extract.ageYears >= (ageFrom ?? 0) && extract.ageYears < (ageBelow ?? Number.POSITIVE_INFINITY);
}

/** Axes on which the code's cell differs. The `further` value of an add-on beside its primary is told by counting. */
function mismatchesOf(
  code: CodeRecord,
  readings: readonly AxisReading[],
  family: FamilyRecord,
  hasPrimary: boolean,
): number {
  let mismatches = 0;
  for (const { axis, value } of readings) {
    const wanted = code.cell[axis];
    if (wanted === undefined || (value !== undefined && wanted.includes(value))) continue;
    if (code.role === 'addOn' && wanted.every((each) => isUntellable(family, axis, each, hasPrimary))) continue;
    mismatches += 1;
  }
  return mismatches;
}

function isUntellable(family: FamilyRecord, axis: string, value: string, hasPrimary: boolean): boolean {
  const definition = family.axes[axis];
  if (definition?.kind !== 'cue') return hasPrimary;
  return (definition.values.find((each) => each.value === value)?.cues.length ?? 0) === 0;
}
