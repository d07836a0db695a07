import type { NoteExtract } from '../extract/note-extract.ts';
import { readTargets } from '../extract/targets.ts';
import type { CodeRecord } from '../model/code-record.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { otherSpans, spanAxis } from '../retrieve/spans.ts';
import { namedTargets, timesOfLevels } from './count-units.ts';
import type { ProtoLine } from './proto-line.ts';

/** Lines of the spine set right by the vertebrae and spaces they concern. */
export function bySpine(lines: readonly ProtoLine[], extract: NoteExtract, library: EngineLibrary): ProtoLine[] {
  return bySpan(byTechnique(lines, extract, library), extract, library);
}

/**
 * Plates, screws and rods by the vertebrae they span: those the title names for them, else those of the fusion they
 * hold. The word that proves the instrument does not tell how far it reaches.
 */
function bySpan(lines: readonly ProtoLine[], extract: NoteExtract, library: EngineLibrary): ProtoLine[] {
  return lines.map((line) => {
    const record = spanning(line, lines, extract, library);
    return record === line.record ? line : { ...line, record };
  });
}

function spanning(
  line: ProtoLine,
  lines: readonly ProtoLine[],
  extract: NoteExtract,
  library: EngineLibrary,
): CodeRecord {
  const span = spanAxis(line.record, library);
  if (span === undefined) return line.record;
  const count = vertebraeOf(line, lines, extract);
  const [name, axis] = span;
  const band = axis.bands.find(({ over, upTo }) => count > over && count <= upTo)?.value;
  if (count < 2 || band === undefined) return line.record;
  const fits = (record: CodeRecord): boolean => record.cell[name]?.includes(band) === true;
  return otherSpans(line.record, library).find(fits) ?? line.record;
}

function vertebraeOf(line: ProtoLine, lines: readonly ProtoLine[], extract: NoteExtract): number {
  const isOwn = line.instance.families[0]?.family === line.family.family;
  const own = isOwn ? readTargets(line.instance.normal).vertebrae : [];
  if (own.length > 1) return new Set(own).size;
  const fused = lines.filter(({ record }) => line.record.parents.includes(record.code));
  const times = fused.map(({ instance }) => timesOfLevels('interspace', instance, extract) ?? 0);
  const spaces = fused.flatMap(({ instance }) => namedTargets('interspace', instance, extract));
  const named = new Set(spaces.flatMap((space) => space.split('-'))).size;
  return Math.max(named, ...times.map((each) => each + 1));
}

const INTERBODY = /\b(interbod\w*|plif|tlif|cages?)\b/;
const COMBINED = 'combined';
const ALONG_THE_BACK = 'posterolateral';

/**
 * `PLIF L4-L5, posterolateral fusion L4-S1`: a space that is fused only along the back counts by its own code, not as
 * one more space fused both ways, and holds no cage.
 */
function byTechnique(lines: readonly ProtoLine[], extract: NoteExtract, library: EngineLibrary): ProtoLine[] {
  const isOf = ({ record }: ProtoLine, technique: string): boolean => record.cell['technique']?.[0] === technique;
  const primary = lines.find((line) => line.record.role === 'primary' && isOf(line, COMBINED));
  if (primary === undefined) return [...lines];
  const between = interbodySpaces(extract);
  const fused = new Set([
    ...namedTargets('interspace', primary.instance, extract),
    ...carriedOver(primary.family.family, extract),
    ...between,
  ]);
  const further = (library.codesOf.get(primary.family.family) ?? []).find(
    ({ role, cell }) => role === 'addOn' && cell['technique']?.includes(ALONG_THE_BACK),
  );
  if (between.size === 0 || between.size === fused.size || further === undefined) return [...lines];
  const kept = lines.flatMap((line) => {
    const { count, role } = line.record;
    if (count.of === 'interspace' && count.rule === 'each') return [{ ...line, units: between.size }];
    if (role !== 'addOn' || !isOf(line, COMBINED)) return [line];
    return between.size > 1 ? [{ ...line, units: between.size - 1 }] : [];
  });
  return [...kept, { ...primary, record: further, units: fused.size - between.size, doubts: [], places: [] }];
}

/** `Fusion at L4-L5 | and L5-S1 utilizing local bone graft`: a space cut off with the next piece belongs to the fusion. */
function carriedOver(family: string, { instances }: NoteExtract): readonly string[] {
  return instances.flatMap(({ normal }, at) => {
    const before = instances[at - 1]?.families[0]?.family;
    return before === family && /^ *and +[ctls]\d/.test(normal) ? readTargets(normal).spaces : [];
  });
}

/** The spaces that the title names beside a cage or an interbody fusion: in the same piece, else in the same item. */
function interbodySpaces({ instances, titles }: NoteExtract): ReadonlySet<string> {
  const pieces = instances.filter(({ source }) => source === 'title');
  for (const spans of [pieces, titles]) {
    const named = spans
      .filter(({ normal }) => INTERBODY.test(normal))
      .flatMap(({ normal }) => readTargets(normal).spaces);
    if (named.length > 0) return new Set(named);
  }
  return new Set();
}
