import type { CodeRecord } from '../model/code-record.ts';
import { partOf } from '../retrieve/alone.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import type { ProtoLine, Rejection } from './proto-line.ts';

/** What remains of the lines, and what fell with its reason. */
export interface Assembly {
  readonly lines: readonly ProtoLine[];
  readonly rejections: readonly Rejection[];
}

/** Set logic from the library alone: duplicates, codes never billed beside another, add-ons without their parent. */
export function assemble(lines: readonly ProtoLine[], library: EngineLibrary): Assembly {
  const rejections: Rejection[] = [];
  const single = mergeDuplicates(asFurther(lines, library));
  const allowed = dropExcluded(single, rejections);
  const parented = dropOrphans(allowed, rejections, library);
  return { lines: inOrder(parented), rejections };
}

/**
 * Several lesions, each sampled in its own way: one primary, the weightiest by its place in the library's precedence; a
 * further one is the add-on of its own technique (CPT 11103 after 11104).
 */
function asFurther(lines: readonly ProtoLine[], library: EngineLibrary): ProtoLine[] {
  const kept = [...lines];
  for (const line of lines) {
    const addOn = furtherOf(line, library);
    const primary = lines.find(
      (other) => other.record !== line.record && addOn?.parents.includes(other.record.code) === true,
    );
    if (addOn === undefined || primary === undefined) continue;
    const at = kept.indexOf(line);
    if (at >= 0) kept[at] = { ...line, record: addOn };
  }
  return kept;
}

/** The add-on for one more thing treated as this line's was: the same cell, of the same family, under several parents. */
function furtherOf({ record, family }: ProtoLine, { codesOf }: EngineLibrary): CodeRecord | undefined {
  if (record.role !== 'primary' || record.target !== 'lesion') return undefined;
  const { place: _, ...cell } = record.cell;
  return codesOf
    .get(family.family)
    ?.find(
      ({ role, parents, cell: other }) =>
        role === 'addOn' &&
        parents.length > 1 &&
        Object.entries(cell).every(([axis, values]) => values.join() === other[axis]?.join()),
    );
}

/** The same code for the same target twice is one line; other side or digit makes it a line of its own. */
function mergeDuplicates(lines: readonly ProtoLine[]): ProtoLine[] {
  const kept = new Map<string, ProtoLine>();
  for (const line of lines) {
    const key = `${line.record.code} ${line.modifiers.filter(isPart).join()}`;
    const known = kept.get(key);
    if (known === undefined) kept.set(key, line);
    else kept.set(key, joined(known, line));
  }
  return [...kept.values()];
}

/** Digits, lids and coronary arteries: each is a target of its own. */
function isPart(modifier: string): boolean {
  return /^([FTE][A\d]|L[CDM]|R[CI])$/.test(modifier);
}

function joined(known: ProtoLine, line: ProtoLine): ProtoLine {
  const sides = new Set([...known.modifiers, ...line.modifiers].filter((modifier) => /^(LT|RT|50)$/.test(modifier)));
  const others = known.modifiers.filter((modifier) => !sides.has(modifier));
  const side = sides.size > 1 ? ['50'] : [...sides];
  return {
    ...known,
    units:
      isOtherThing(known, line) || isOtherItem(known, line)
        ? known.units + line.units
        : Math.max(known.units, line.units),
    modifiers: [...side, ...others],
    places: [...known.places, ...line.places],
    doubts: weightOf(line) < weightOf(known) ? line.doubts : known.doubts,
  };
}

/** Named twice, it is as sure as where it is named best. */
function weightOf({ doubts }: ProtoLine): number {
  return doubts.reduce((sum, { weight }) => sum + weight, 0);
}

/** `1. Repair of this tendon. 2. Repair of that tendon`: two numbered items of the title that name one code of single things. */
function isOtherItem(known: ProtoLine, line: ProtoLine): boolean {
  if (line.record.count.rule !== 'each' || known.units * line.units > 1) return false;
  const [first, second] = [known, line].map(({ instance }) => ITEM.exec(instance.normal)?.[1]);
  return first !== undefined && second !== undefined && first !== second && known.instance.source === 'title';
}

const ITEM = /^ *(\d)\b/;

/** Lesions and wounds told in different places of the note are different things. */
function isOtherThing(known: ProtoLine, line: ProtoLine): boolean {
  const { target } = line.record;
  if ((target !== 'lesion' && target !== 'skinGroup') || known.instance === line.instance) return false;
  // The first place of a measured thing is its measure.
  return known.places[0]?.start !== line.places[0]?.start;
}

function dropExcluded(lines: readonly ProtoLine[], rejections: Rejection[]): ProtoLine[] {
  return lines.filter((line) => {
    for (const other of lines) {
      if (other === line) continue;
      const rule = [...other.record.never, ...other.family.never].find(
        ({ code, when }) =>
          code === line.record.code && (when === 'always' || (isSameTarget(line, other) && !isToldApart(line))),
      );
      const whole = rule === undefined || isMutual(line, other) ? partOf(line, other) : rule;
      if (whole === undefined) continue;
      rejections.push({ record: line.record, reason: `${whole.why} (${whole.authority})`, places: line.places });
      return false;
    }
    return true;
  });
}

/** `59` on a line in the making stands for a fact of the note that sets it apart: pictures that earned their own place. */
function isToldApart({ modifiers }: ProtoLine): boolean {
  return modifiers.includes('59');
}

/** When each excludes the other, the one named first stays. */
function isMutual(line: ProtoLine, other: ProtoLine): boolean {
  const back = [...line.record.never, ...line.family.never].some(({ code }) => code === other.record.code);
  return back && line.instance.start <= other.instance.start;
}

/** Same target: the same digit, lid or bone of hand or foot, sides that meet, or nothing that tells them apart. */
export function isSameTarget(a: ProtoLine, b: ProtoLine): boolean {
  // A second technique that its own passage proves is for another lesion.
  if (a.modifiers.includes('59') || b.modifiers.includes('59')) return false;
  const digits = (line: ProtoLine): string[] => line.modifiers.filter(isPart);
  const [digitsOfA, digitsOfB] = [digits(a), digits(b)];
  if (digitsOfA.length > 0 && digitsOfB.length > 0) return digitsOfA.some((digit) => digitsOfB.includes(digit));
  const [raysOfA, raysOfB] = [a.instance.facts.rays, b.instance.facts.rays];
  if (raysOfA.length > 0 && raysOfB.length > 0) return raysOfA.some((ray) => raysOfB.includes(ray));
  if (a.sides.length === 0 || b.sides.length === 0 || a.sides.includes('bilateral') || b.sides.includes('bilateral'))
    return true;
  return a.sides.some((side) => b.sides.includes(side));
}

function dropOrphans(lines: readonly ProtoLine[], rejections: Rejection[], library: EngineLibrary): ProtoLine[] {
  return lines.filter((line) => {
    if (line.record.role !== 'addOn' || parentOf(line, lines, library) !== undefined) return true;
    rejections.push({ record: line.record, reason: 'an add-on without the code it is added to', places: line.places });
    return false;
  });
}

/** The line an add-on hangs on: a listed parent, else a primary of its own family. */
export function parentOf(line: ProtoLine, lines: readonly ProtoLine[], library: EngineLibrary): ProtoLine | undefined {
  const primaries = lines.filter(({ record }) => record.role === 'primary');
  const listed = primaries.find(({ record }) => line.record.parents.includes(record.code));
  if (listed !== undefined) return listed;
  if (line.record.parents.some((code) => library.find(code) !== undefined)) return undefined;
  return primaries.find(({ family }) => family.family === line.family.family) ?? primaries[0];
}

/** Primaries in the order the note names them, each followed by its add-ons. */
function inOrder(lines: readonly ProtoLine[]): ProtoLine[] {
  const primaries = lines
    .filter(({ record }) => record.role === 'primary')
    .toSorted((a, b) => a.instance.index - b.instance.index);
  const addOns = lines.filter(({ record }) => record.role === 'addOn');
  const placed = new Set<ProtoLine>();
  const ordered = primaries.flatMap((primary) => {
    const own = addOns.filter((addOn) => !placed.has(addOn) && belongsTo(addOn, primary));
    for (const addOn of own) placed.add(addOn);
    return [primary, ...own];
  });
  return [...ordered, ...addOns.filter((addOn) => !placed.has(addOn))];
}

function belongsTo(addOn: ProtoLine, primary: ProtoLine): boolean {
  return addOn.record.parents.includes(primary.record.code) || addOn.family.family === primary.family.family;
}
