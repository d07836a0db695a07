import type { NoteExtract, ProcedureInstance, TargetFacts } from '../extract/note-extract.ts';
import { isPerformed } from '../extract/statement-state.ts';
import { readTargets } from '../extract/targets.ts';
import type { CodeRecord, CountRule, FamilyRecord } from '../model/code-record.ts';
import { countOf } from '../retrieve/band-axis.ts';

/** Words for the things a rule counts; targets with names of their own (levels, digits, vessels) are counted by name. */
const THINGS: Partial<Readonly<Record<CountRule['of'], readonly string[]>>> = {
  lesion: [
    'lesion*',
    'polyp*',
    'nevi',
    'wart*',
    'keratos*',
    'tumor*',
    'mass*',
    'skin tag*',
    'cyst*',
    'nodule*',
    'site*',
  ],
  level: ['level*', 'joint*'],
  muscle: ['muscle*', 'trigger point*'],
  joint: ['joint*'],
  nerve: ['nerve*'],
  graft: ['graft*', 'anastomos*'],
  lobe: ['lobe*'],
  tooth: ['tooth', 'teeth'],
  fracture: ['fracture*'],
  vessel: ['vessel*', 'branch*', 'arter*'],
};

/** How many units the count rule gives; undefined when the note does not tell. `size` is the measure of sized codes. */
export function unitsOf(
  record: CodeRecord,
  family: FamilyRecord,
  instance: ProcedureInstance,
  extract: NoteExtract,
  size: number | undefined,
): number | undefined {
  const rule = record.count;
  if (rule.rule === 'one') return 1;
  const things = countedThings(rule, instance, extract, size, family);
  if (things === undefined) return undefined;
  const isSize = rule.of === 'cm' || rule.of === 'sqcm' || rule.of === 'minutes';
  const covered = rule.rule === 'further' ? rule.parentCovers : 0;
  const units = isSize || rule.unitSize !== 1 ? Math.ceil((things - covered) / rule.unitSize - 1e-9) : things - covered;
  return Math.max(0, rule.cap === undefined ? units : Math.min(units, rule.cap));
}

function countedThings(
  rule: CountRule,
  instance: ProcedureInstance,
  extract: NoteExtract,
  size: number | undefined,
  family: FamilyRecord,
): number | undefined {
  if (rule.of === 'cm' || rule.of === 'sqcm' || rule.of === 'minutes') return size;
  if (rule.of === 'session') return 1;
  if (rule.of === 'side') return instance.facts.sides.includes('bilateral') || instance.facts.sides.length > 1 ? 2 : 1;
  const named = namedTargets(rule.of, instance, extract);
  if (named.length > 0) return named.length;
  if (instance.facts.times !== undefined) return instance.facts.times;
  const words = THINGS[rule.of] ?? [];
  const own = countOf(words, [instance]);
  if (own !== undefined) return own.value;
  const body = extract.statements.filter((statement) => isPerformed(statement) && statement.section !== 'title');
  return countOf([...words, ...bandThings(family)], body)?.value;
}

function bandThings(family: FamilyRecord): readonly string[] {
  return Object.values(family.axes).flatMap((axis) =>
    axis.kind === 'band' && axis.measure === 'count' ? axis.of : [],
  );
}

/** Targets by their names (levels, digits, vessels): of the instance, else of the title, else of what was performed. */
export function namedTargets(of: CountRule['of'], instance: ProcedureInstance, extract: NoteExtract): string[] {
  const read = readerOf(of);
  if (read === undefined) return [];
  const own = (SPINAL.has(of) ? ofSameFamily(instance, extract) : [instance]).flatMap(({ facts, normal }) =>
    read(facts, normal),
  );
  if (own.length > 0) return [...new Set(own)];
  for (const isTitle of [true, false]) {
    const named = extract.statements
      .filter((statement) => (statement.section === 'title') === isTitle && isPerformed(statement))
      .flatMap(({ normal }) => read(readTargets(normal), normal));
    if (named.length > 0) return [...new Set(named)];
  }
  return [];
}

/** Levels are counted over all items of the title that name the procedure: `L3-L4 injection and L4-L5 injection`. */
const SPINAL: ReadonlySet<CountRule['of']> = new Set(['interspace', 'vertebra', 'level', 'joint']);

/** The nerves to the small joints of the spine: a joint has two, so that three in a row serve two joints. */
const NERVES = /\b(medial branch\w*|ramus|rami|nerves?|mbbs?|rfa|radiofrequency|neurotom\w*|rhizotom\w*|ablat\w*|denervat\w*)\b/;

function spineJoints({ spaces, vertebrae }: TargetFacts, normal: string): readonly string[] {
  if (spaces.length > 0) return spaces;
  return vertebrae.length > 1 && NERVES.test(normal) ? vertebrae.slice(1) : vertebrae;
}

function ofSameFamily(instance: ProcedureInstance, { instances }: NoteExtract): readonly ProcedureInstance[] {
  const family = instance.families[0]?.family;
  return instances.filter(
    (other) =>
      other === instance ||
      (family !== undefined && other.source === instance.source && other.families[0]?.family === family),
  );
}

type Reader = (facts: TargetFacts, normal: string) => readonly string[];

function readerOf(of: CountRule['of']): Reader | undefined {
  switch (of) {
    case 'joint':
      return spineJoints;
    case 'fracture':
      return (facts) => facts.rays;
    case 'interspace':
      return (facts) => facts.spaces;
    case 'vertebra':
      return (facts) => facts.vertebrae;
    case 'level':
      return (facts) => (facts.spaces.length > 0 ? facts.spaces : facts.vertebrae);
    case 'digit':
      return (facts) => facts.digits;
    case 'vessel':
      return (facts) => facts.vessels;
    default:
      return undefined;
  }
}
