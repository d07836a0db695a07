import { digitalNervesOf } from '../extract/digital-nerves.ts';
import type { NoteExtract, ProcedureInstance, Statement, TargetFacts } from '../extract/note-extract.ts';
import { ribsOf } from '../extract/ribs.ts';
import { between } from '../extract/spine-levels.ts';
import { isPerformed } from '../extract/statement-state.ts';
import { readTargets } from '../extract/targets.ts';
import type { CodeRecord, CountRule, FamilyRecord } from '../model/code-record.ts';
import { countOf } from '../retrieve/band-axis.ts';
import { inOrder, measuredAlike, onBothSides, onOtherSides, toldInAll } from './counts-told.ts';

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
    'targets',
    'areas',
    'foci',
    'clusters',
  ],
  level: ['level*', 'joint*'],
  muscle: ['muscle*', 'trigger point*'],
  joint: ['joint*'],
  nerve: ['nerve*'],
  graft: ['graft*', 'anastomos*'],
  lead: ['lead', 'leads', 'electrodes', 'trial leads', 'percutaneous leads'],
  implant: ['implant*', 'urolift*'],
  lobe: ['lobe*'],
  tooth: ['tooth', 'teeth'],
  fracture: ['fracture*'],
  vessel: ['vessel*', 'branch*', 'arter*'],
};

/** Counted by what is measured, not by things. */
const SIZES: ReadonlySet<CountRule['of']> = new Set(['cm', 'sqcm', 'ml', 'minutes']);

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
  const isSize = SIZES.has(rule.of);
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
  if (SIZES.has(rule.of)) return size;
  if (rule.of === 'session') return 1;
  if (rule.of === 'side') return instance.facts.sides.includes('bilateral') || instance.facts.sides.length > 1 ? 2 : 1;
  const times = timesOfLevels(rule.of, instance, extract);
  if (times !== undefined) return times;
  const named = namedTargets(rule.of, instance, extract);
  if (named.length > 0) return named.length;
  if (instance.facts.times !== undefined) return instance.facts.times;
  const items = rule.of === 'lesion' && rule.rule === 'further' ? titleItems(instance, extract) : 0;
  if (items > 1) return items;
  const words = THINGS[rule.of] ?? [];
  const own = countOf(words, ofSameFamily(instance, extract));
  if (own !== undefined) return own.value;
  const body = extract.statements.filter((statement) => isPerformed(statement) && statement.section !== 'title');
  const counted = countOf([...words, ...bandThings(family)], body)?.value;
  const sided = rule.of === 'implant' ? onBothSides(extract) : undefined;
  const told = sided === undefined ? counted : Math.max(sided, counted ?? 0);
  return rule.of !== 'lesion' || (told ?? 0) > 1 ? told : (lesionsTold(body, extract, family) ?? told);
}

/** Lesions whose number no word tells. Of a paired organ each side has its own line, which is no further lesion. */
function lesionsTold(
  body: readonly Statement[],
  { text, measures }: NoteExtract,
  { target }: FamilyRecord,
): number | undefined {
  const counted = toldInAll(body) ?? labelled(body, text) ?? inOrder(body) ?? measuredAlike(body, measures);
  return counted ?? (target === 'paired' ? undefined : onOtherSides(body));
}

/** `ACDF x3`: how many levels the title says, where it names none; a story may name only some of them in full. */
export function timesOfLevels(
  of: CountRule['of'],
  { source, facts }: ProcedureInstance,
  { titles }: NoteExtract,
): number | undefined {
  const read = SPINAL.has(of) && source === 'title' ? readerOf(of) : undefined;
  const named = read?.(titles.map(({ normal }) => ({ normal, facts: readTargets(normal) })));
  return named?.length === 0 ? facts.times : undefined;
}

/** A letter or a number that is no size: `polyp 5 mm` bears no mark. */
const MARK = /^(?:(?:lesion|site|nodule|mass|polyp|tumou?r|wedge) *#?|#) ?([A-H]|\d)\b(?!\.\d| ?(?:mm|cm|x|by)\b)/i;

/** `Lesion A: ...`, `#2 left breast`: things that the story tells one by one under their own mark. */
function labelled(body: readonly Statement[], text: string): number | undefined {
  const marks = body.flatMap(({ start, end }) => {
    const mark = MARK.exec(text.slice(start, end))?.[1];
    return mark === undefined ? [] : [mark.toUpperCase()];
  });
  const known = new Set(marks);
  return known.size > 1 ? known.size : undefined;
}

function bandThings(family: FamilyRecord): readonly string[] {
  return Object.values(family.axes).flatMap((axis) =>
    axis.kind === 'band' && axis.measure === 'count' ? axis.of : [],
  );
}

/** Targets by their names (levels, digits, vessels): of the titled instance, else of the title, else of what was performed. */
export function namedTargets(of: CountRule['of'], instance: ProcedureInstance, extract: NoteExtract): string[] {
  const read = readerOf(of);
  if (read === undefined) return [];
  const isSpinal = SPINAL.has(of);
  const own = isSpinal ? ofSameFamily(instance, extract) : [instance];
  const performed = extract.performed.filter(({ section }) => section !== 'title');
  const seen = of === 'vertebra' ? FOUND : EXPOSURE;
  const treated = isSpinal ? performed.filter(({ normal }) => !seen.test(normal)) : performed;
  // One sentence of a story tells one of several levels or bones.
  const isOneOfSeveral = isSpinal || of === 'fracture' || of === 'digit';
  const sources = isOneOfSeveral && instance.source === 'body' ? [] : [own];
  // Which bones were broken says the diagnosis, where no title does: `Same on the small` names none again.
  const broken = of === 'fracture' && instance.source === 'body' ? [extract.diagnoses] : [];
  for (const spans of [...sources, extract.titles, ...broken, treated, performed]) {
    const named = read(spans.map(({ normal }) => ({ normal, facts: readTargets(normal) })));
    if (named.length > 0) return [...new Set(named)];
  }
  return [];
}

/** Levels are counted over all items of the title that name the procedure: `L3-L4 injection and L4-L5 injection`. */
const SPINAL: ReadonlySet<CountRule['of']> = new Set(['interspace', 'vertebra', 'level', 'joint']);

/** More levels are laid bare than treated. */
const EXPOSURE = /\b(incision|exposure|exposed|dissect\w*)\b/;

/** Vertebrae that are looked at: in a picture, old and healed, beside a disc, or spared. */
const FOUND =
  /\b(incision|exposure|exposed|dissect\w*|mri|ct|films?|stir|healed|old (?:\w+ )?(?:fracture|deformit)\w*|dis[ck]s?|intact|not treated|as is)\b/;

/** The nerves to the small joints of the spine: a joint has two, so that three in a row serve two joints. */
const NERVES =
  /\b(medial branch\w*|ramus|rami|nerves?|mbbs?|rfa|radiofrequency|neurotom\w*|rhizotom\w*|ablat\w*|denervat\w*)\b/;

function ofSameFamily(instance: ProcedureInstance, { instances }: NoteExtract): readonly ProcedureInstance[] {
  const family = instance.families[0]?.family;
  return instances.filter(
    (other) =>
      other === instance ||
      (family !== undefined && other.source === instance.source && other.families[0]?.family === family),
  );
}

/** The other items of the title that name the procedure at a level, digit or vessel of their own: they prove the further units. */
export function furtherItems(instance: ProcedureInstance, extract: NoteExtract): readonly ProcedureInstance[] {
  return ofSameFamily(instance, extract).filter(
    ({ index, facts: { spaces: at, vertebrae, digits, vessels } }) =>
      index !== instance.index && at.length + vertebrae.length + digits.length + vessels.length > 0,
  );
}

/** How many items of the title's list name the procedure: the lateral cut and the medial cut. A sentence is no item. */
function titleItems(instance: ProcedureInstance, extract: NoteExtract): number {
  const items = ofSameFamily(instance, extract).filter(({ source }) => source === 'title');
  return extract.titles.filter(
    ({ start, end, normal }) =>
      !/ (was|were) /.test(normal) && items.some((item) => item.start >= start && item.start < end),
  ).length;
}

interface Told {
  readonly normal: string;
  readonly facts: TargetFacts;
}

type Reader = (told: readonly Told[]) => readonly string[];

function each(of: 'spaces' | 'vertebrae' | 'digits' | 'vessels' | 'rays'): Reader {
  return (told) => told.flatMap(({ facts }) => facts[of]);
}

/** Spaces where any is named; a vertebra alone says which only without one. */
const levels: Reader = (told) => {
  const named = each('spaces')(told);
  return named.length > 0 ? named : each('vertebrae')(told);
};

/** Spaces where any is named, else those between vertebrae listed in a row: `L3, L4, L5`. */
const spaces: Reader = (told) => {
  const named = each('spaces')(told);
  return named.length > 0 ? named : told.flatMap(({ facts }) => between(facts.vertebrae));
};

const joints: Reader = (told) => {
  const named = new Set(each('spaces')(told));
  const vertebrae = [...new Set(each('vertebrae')(told))];
  const nerves = vertebrae.filter((name) => !name.startsWith('S'));
  const served = told.some(({ normal }) => NERVES.test(normal)) ? nerves.slice(1) : [];
  if (named.size === 0 && served.length === 0) return vertebrae;
  return named.size < served.length ? served : [...named];
};

function nerves(normals: readonly string[]): readonly string[] {
  const ribs = normals.flatMap(ribsOf);
  return ribs.length > 0 ? ribs : digitalNervesOf(normals);
}

function readerOf(of: CountRule['of']): Reader | undefined {
  switch (of) {
    case 'joint':
      return joints;
    case 'level':
      return levels;
    case 'fracture':
      return each('rays');
    case 'interspace':
      return spaces;
    case 'nerve':
      return (told) => nerves(told.map(({ normal }) => normal));
    case 'vertebra':
      return each('vertebrae');
    case 'digit':
      return each('digits');
    case 'vessel':
      return each('vessels');
    default:
      return undefined;
  }
}
