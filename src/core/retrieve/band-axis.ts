import { findCue } from '../extract/cue.ts';
import type { MeasureFact, NoteExtract, SectionKind, Statement } from '../extract/note-extract.ts';
import { numberOf, readTargets } from '../extract/targets.ts';
import type { BandAxis, Cue } from '../model/code-record.ts';
import type { AxisReading, Context, TextSpan } from './axis-reading.ts';

/** Reads an axis that a number of the note decides. */
export function readBandAxis(axis: string, definition: BandAxis, context: Context, extract: NoteExtract): AxisReading {
  const found =
    context.measure === undefined ? measureOf(definition, context, extract) : { value: context.measure, at: undefined };
  const band =
    found === undefined
      ? undefined
      : definition.bands.find(({ over, upTo }) => found.value > over && found.value <= upTo);
  if (band !== undefined) return { axis, value: band.value, how: 'told', at: found?.at };
  const silent = definition.whenSilent;
  return { axis, value: silent.do === 'hold' ? undefined : silent.value, how: silent.do, at: undefined };
}

/** Body and findings decide how much: then the title, whatever else. */
const SOURCES: readonly (readonly SectionKind[])[] = [['body', 'other', 'lead', 'findings'], ['title']];

/** The facts of the best source that has any. */
export function bestSourced(facts: readonly MeasureFact[], extract: NoteExtract): readonly MeasureFact[] {
  for (const kinds of SOURCES) {
    const told = facts.filter(({ statement }) => kinds.includes(extract.statements[statement]?.section ?? 'plan'));
    if (told.length > 0) return told;
  }
  return facts;
}

type Measured = { readonly value: number; readonly at: AxisReading['at'] };

/** The number of a banded axis for the whole instance: the largest, or the sum. */
export function measureOf(definition: BandAxis, context: Context, extract: NoteExtract): Measured | undefined {
  if (definition.measure === 'age-years') {
    return extract.ageYears === undefined ? undefined : { value: extract.ageYears, at: undefined };
  }
  if (definition.measure === 'count') {
    return (
      spannedCount(definition.of, context) ??
      countOf(definition.of, [...context.own, ...context.body]) ??
      kindsOf(definition.kinds, [...context.own, ...context.body])
    );
  }
  const facts = bestSourced(measuresFor(definition, extract), extract);
  if (facts.length === 0) return undefined;
  const values = facts.map((fact) => sizeOf(definition, fact));
  const largest = facts[values.indexOf(Math.max(...values))];
  if (largest === undefined) return undefined;
  const value = definition.combine === 'sum' ? values.reduce((sum, each) => sum + each, 0) : Math.max(...values);
  return { value: Math.round(value * 100) / 100, at: { start: largest.start, end: largest.end } };
}

const UNIT_OF: Readonly<Record<BandAxis['measure'], MeasureFact['unit'] | undefined>> = {
  'length-cm': 'cm',
  'diameter-cm': 'cm',
  'area-sqcm': 'sqcm',
  'weight-g': 'g',
  'stone-cm': 'cm',
  minutes: 'minutes',
  count: undefined,
  'age-years': undefined,
};

/** What a number must be bound to for the measure to be its own. */
const OWN_NOUN: Readonly<Partial<Record<BandAxis['measure'], MeasureFact['of']>>> = {
  'diameter-cm': 'lesion',
  'length-cm': 'wound',
  'stone-cm': 'stone',
};

/** Grams below this are doses of drugs. */
const LEAST_SPECIMEN_G = 15;

/** A sum over several things says nothing of the largest. */
const TOTAL = /\b(total|combined|aggregate|burden|sum)\b/;

/** What the pathologist measured is the lesion after it was cut out and shrank. */
const PATHOLOGY = /^ *(final |surgical )?path(ology)?\b/;

const NOT_OF: Readonly<Partial<Record<BandAxis['measure'], readonly MeasureFact['of'][]>>> = {
  'length-cm': ['lesion', 'margin', 'undermined', 'spacing', 'stone'],
  'diameter-cm': ['margin', 'undermined', 'spacing', 'stone'],
  'stone-cm': ['wound', 'margin', 'undermined', 'spacing'],
};

/** Measures of the note that this axis may take: right unit, performed or found, best near one of the named things. */
export function measuresFor(definition: BandAxis, extract: NoteExtract): MeasureFact[] {
  const fits = extract.measures.filter((fact) => isMeasureFor(definition, fact, extract));
  const near = fits.filter((fact) => isNearThings(definition, fact, extract));
  // A weight is told where the specimen is weighed, which need not name the organ again.
  const told = near.length > 0 && definition.measure !== 'weight-g' ? near : fits;
  const done = told.filter((fact) => extract.statements[fact.statement]?.section !== 'history');
  return done.length > 0 ? done : told.slice(0, 1);
}

function isMeasureFor(definition: BandAxis, fact: MeasureFact, extract: NoteExtract): boolean {
  const statement = extract.statements[fact.statement];
  if (statement === undefined || statement.performer === 'other' || fact.of === 'device') return false;
  if (statement.state === 'planned' || statement.state === 'hypothetical' || statement.state === 'negated')
    return false;
  const isArea = definition.measure === 'area-sqcm' && fact.unit === 'cm' && fact.width !== undefined;
  if (fact.unit !== UNIT_OF[definition.measure] && !isArea) return false;
  if (TOTAL.test(statement.normal.slice(0, fact.start - statement.start).slice(-40)))
    return definition.combine === 'sum';
  if (definition.measure === 'diameter-cm' && PATHOLOGY.test(statement.normal)) return false;
  if (fact.unit === 'g' && fact.value < LEAST_SPECIMEN_G) return false;
  return NOT_OF[definition.measure]?.includes(fact.of) !== true;
}

function isNearThings(definition: BandAxis, fact: MeasureFact, extract: NoteExtract): boolean {
  const statement = extract.statements[fact.statement];
  if (statement === undefined) return false;
  const isBound = OWN_NOUN[definition.measure] === fact.of;
  return isBound || definition.of.length === 0 || definition.of.some((cue) => nearby(cue, statement, fact));
}

function nearby(cue: Cue, statement: Statement, fact: MeasureFact): boolean {
  const from = Math.max(0, fact.start - statement.start - 90);
  return findCue(cue, statement.normal.slice(from, fact.end - statement.start + 90)) !== undefined;
}

/** The size an axis counts: area of `L x W`, else the largest side. */
export function sizeOf(definition: BandAxis, fact: MeasureFact): number {
  if (definition.measure === 'area-sqcm' && fact.unit === 'cm' && fact.width !== undefined)
    return fact.value * fact.width;
  return fact.value;
}

/** Vertebrae and levels are counted by their names: `C5 to C7` are three vertebrae and two spaces. */
function spannedCount(things: readonly Cue[], { own, title, body }: Context): Measured | undefined {
  const isOf = (word: string): boolean => things.some((cue) => cue.startsWith(word));
  const isVertebrae = isOf('vertebra');
  if (!isVertebrae && !isOf('interspace') && !isOf('level')) return undefined;
  for (const spans of [own, title, body]) {
    const told = spans.flatMap((span) => {
      const { vertebrae, spaces } = readTargets(span.normal);
      return (isVertebrae || spaces.length === 0 ? vertebrae : spaces).map((name) => ({ name, span }));
    });
    const [first] = told;
    if (first === undefined) continue;
    const at = { start: first.span.start, end: first.span.start + first.span.normal.length };
    return { value: new Set(told.map(({ name }) => name)).size, at };
  }
  return undefined;
}

/** How many different kinds are named: the trapezius, the levator and the rhomboid are three muscles. */
export function kindsOf(kinds: readonly Cue[], spans: readonly TextSpan[]): Measured | undefined {
  const told = kinds.flatMap((kind) => {
    const span = spans.find(({ normal }) => findCue(kind, normal) !== undefined);
    return span === undefined ? [] : [span];
  });
  const [first] = told;
  if (first === undefined) return undefined;
  return { value: told.length, at: { start: first.start, end: first.start + first.normal.length } };
}

/** How many of the named things: `three polyps`, `16 lesions`, `lesions x3`. The largest statement of it wins. */
export function countOf(things: readonly Cue[], spans: readonly TextSpan[]): Measured | undefined {
  let best: Measured | undefined;
  for (const span of spans) {
    for (const cue of things) {
      const place = findCue(cue, span.normal);
      if (place === undefined) continue;
      const value =
        inAll(span.normal) ??
        countBefore(span.normal, place.start) ??
        countAfter(span.normal, place.end) ??
        tallyOf(span.normal);
      if (value !== undefined && (best === undefined || value > best.value)) {
        best = { value, at: { start: span.start + place.start, end: span.start + place.end } };
      }
    }
  }
  return best;
}

const PART =
  '(?:scalp|forehead|temples?|brows?|cheeks?|nose|ears?|face|lips?|chin|jaw|neck|chest|back|trunk|shoulders?|arms?|forearms?|hands?|fingers?|legs?|shins?|thighs?|feet|foot)';
/** `scalp 9, left ear 3`; a number with a unit is a size. */
const PART_FIRST = new RegExp(`\\b${PART} +(\\d{1,2})\\b(?! *(?:mm|cm|x|sec|s)\\b)`, 'g');
const NUMBER_FIRST = new RegExp(
  `\\b(\\d{1,2}) +(?:on +|of +)?(?:the +|left +|right +|l +|r +|dorsal +)*${PART}\\b`,
  'g',
);

/** `AKs: scalp 9, forehead 4, hands 5`: things told place by place, in all. */
function tallyOf(normal: string): number | undefined {
  for (const pattern of [PART_FIRST, NUMBER_FIRST]) {
    const told = [...normal.matchAll(pattern)].map((hit) => Number(hit[1]));
    if (told.length > 1) return told.reduce((sum, each) => sum + each, 0);
  }
  return undefined;
}

/** `On the scalp five and on the forehead four macules, nine in total`: what the sentence itself sums up. */
function inAll(normal: string): number | undefined {
  const hit = /\b(\w+) +(?:in total|in all|altogether|all told)\b(?! *(?:about|of)\b)/.exec(normal.replace(/ +/g, ' '));
  return hit?.[1] === undefined ? undefined : numberOf(hit[1]);
}

function countBefore(normal: string, at: number): number | undefined {
  // `The 10 o'clock site` is one.
  if (/ o clock $/.test(normal.slice(0, at).replace(/ +/g, ' '))) return undefined;
  const words = normal
    .slice(Math.max(0, at - 40), at)
    .trim()
    .split(/ +/)
    .slice(-3);
  for (const word of words.toReversed()) {
    const value = numberOf(word);
    if (value !== undefined) return value;
  }
  return undefined;
}

function countAfter(normal: string, at: number): number | undefined {
  const hit = /^ *(?:x ?|times )(\w+)/.exec(normal.slice(at, at + 16));
  return hit?.[1] === undefined ? undefined : numberOf(hit[1]);
}
