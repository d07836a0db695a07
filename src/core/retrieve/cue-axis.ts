import { findCue, partsOf } from '../extract/cue.ts';
import type { Cue, CueAxis, CueValue } from '../model/code-record.ts';
import type { AxisReading, Context, TextSpan } from './axis-reading.ts';

/** Reads an axis that words of the note decide: values in order of precedence, the first that is told wins. */
export function readCueAxis(axis: string, definition: CueAxis, context: Context): AxisReading {
  const isThing = context.near.length > 0 && !(context.only === true && definition.where === 'body');
  const told = isThing
    ? thingTold(axis, definition, context)
    : noteTold(axis, withoutClaims(definition, context), context);
  if (told !== undefined) return { axis, ...told, how: 'told' };
  const silent = definition.whenSilent;
  return { axis, value: silent.do === 'hold' ? undefined : silent.value, how: silent.do, at: undefined };
}

/** Axes that say where a thing is, or of what it is: the statement with its measure names the place, its neighbours may name others. */
const PLACE_AXES: ReadonlySet<string> = new Set([
  ...['site', 'group', 'location', 'region', 'part', 'where'],
  ...['bone', 'joint', 'nerve', 'tissue'],
]);

/** `Open repair of hernia` beside a laparoscopic operation: the ports of the story are the other's. */
const APPROACH_AXES: ReadonlySet<string> = new Set(['approach', 'route', 'way']);

/** `Open` in a title, unless it is no approach there, or not the only one. */
const OPEN: CueValue = {
  value: 'open',
  cues: ['open'],
  unless: ['laparoscop*', 'robot*', 'endoscop*', 'open (wound|fracture|bite|angle|globe)', 'to open'],
};

/** `Colonoscopy with polypectomy` over a story that says `no polypectomy took place`: what only the title claims. */
function withoutClaims(definition: CueAxis, context: Context): CueAxis {
  const { isTitled, own, title, body, denied } = context;
  if (!isTitled || denied.length === 0 || body.length === 0) return definition;
  const isClaim = (value: CueValue): boolean =>
    (placeIn(value, own) ?? placeIn(value, title)) !== undefined &&
    placeIn(value, body) === undefined &&
    denied.some((span) => isDenial(value, span) || NOTHING_DONE.test(span.normal.replace(/ +/g, ' ')));
  const values = definition.values.filter((value) => !isClaim(value));
  return values.length === definition.values.length ? definition : { ...definition, values };
}

/** `No therapy was required`: whatever the title promised beyond the look. */
const NOTHING_DONE =
  /^ ?(?:so |thus |therefore )?(?:no|nothing) (?:\w+ )?(?:therapy|intervention|treatment|therapeutic \w+|polyps?|lesions?) (?:(?:was|were) )?(?:\w+ )?(?:required|needed|necessary|performed|done|given|undertaken|indicated|removed|resected|taken)\b/;

/** The statement tells the value and denies it in the words before, or as a whole. */
export function isDenial({ cues }: Pick<CueValue, 'cues'>, { normal }: TextSpan): boolean {
  return cues.some((cue) => {
    const place = findCue(cue, normal);
    if (place === undefined) return false;
    const told = normal.slice(place.start, place.end);
    return isDeniedWithin(told, cue) || isDenied(normal, place.start, cue) || NOT_DONE.test(normal.slice(place.end));
  });
}

/** `the biopsy was not taken`, `polypectomy not done`, `the laser had been set up but was not used`. */
const NOT_DONE =
  /^( \w+){0,3}( not| n t) +(\w+ +)?(done|performed|taken|used|made|placed|needed|necessary|opened|fired)\b|^ (had been|was|were|stood) (\w+ ){1,3}but (was |were )?(not|never) (used|needed|fired|turned on)\b|^( \w+){0,2} (was|were)( \w+)? (abandoned|aborted|omitted|called off|given up)\b/;

/** One thing of several: its own words, the title and the diagnoses, before the story of all of them. */
function thingTold(axis: string, definition: CueAxis, context: Context): Told | undefined {
  const { near, own, title, diagnoses, body } = context;
  const [home = [], after = [], before = []] = near;
  // Where a thing is may be told before it; how it was treated, after it: before stands how the last one was.
  const rings = PLACE_AXES.has(axis) ? [[home], [[...before, ...after]]] : [[home, after], [before]];
  // The paragraph may name other places (`no pull on the lid`): of the only thing, or where the title tells one place,
  // title and diagnosis go before it.
  const isOnePlace = context.only === true || (PLACE_AXES.has(axis) && tellsOne(definition, [...own, ...title]));
  const [first = [], ...wider] = isOnePlace ? rings : [];
  const around = isOnePlace ? [first, [own], [title], [diagnoses], ...wider] : [...rings, [own], [title], [diagnoses]];
  for (const sources of [...around, [body]]) {
    const told = firstTold(definition, sources);
    if (told !== undefined) return told;
  }
  return undefined;
}

function tellsOne({ values }: CueAxis, spans: readonly TextSpan[]): boolean {
  return values.filter((value) => firstPlace(value.cues, value.unless, spans) !== undefined).length === 1;
}

/**
 * The instance's own words and the story by precedence of the values; where both are silent, the rest of the title. Where
 * a thing is, its own words tell: `graft of the leg` lies on no toe, though the skin was prepared down to the toes.
 */
function noteTold(axis: string, definition: CueAxis, context: Context): Told | undefined {
  const told = APPROACH_AXES.has(axis) ? ownApproach(definition, context) : ownPlace(axis, definition, context);
  if (told !== undefined) return told;
  const { own, body, title } = context;
  const isStory = definition.where === 'body' || definition.where === 'plan';
  const anywhere = isStory ? body : [...own, ...body, ...title];
  const sources = sourcesFor(definition, context);
  const first = firstTold(definition, sources, readsReason(definition) ? undefined : anywhere, context.diagnoses);
  if (first !== undefined || isStory) return first;
  return firstTold(definition, [context.title]) ?? firstTold(definition, [context.diagnoses]);
}

/** `VATS pericardial window` names the work; that the edge bled and was cauterized is a step of its story. */
function ownPlace(axis: string, definition: CueAxis, context: Context): Told | undefined {
  const isNamed = definition.where === 'named';
  if (!isNamed && (!PLACE_AXES.has(axis) || definition.where === 'body')) return undefined;
  const told = firstTold(definition, [context.own]);
  return isNamed && told?.value !== undefined ? (kindOf(told.value, definition, context) ?? told) : told;
}

/** In a title `open` is the approach; in a story it may be a door. Beside other operations the title's word decides. */
function ownApproach(definition: CueAxis, context: Context): Told | undefined {
  const { own, isTitled, isBodyShared, isTitledTwice } = context;
  const told = isBodyShared || (isTitled && isTitledTwice) ? firstTold(definition, [own]) : undefined;
  if (told?.value === OPEN.value) return kindOf(OPEN.value, definition, context) ?? told;
  if (told !== undefined) return conversionOf(told, definition, context) ?? told;
  if (!isTitled || definition.values.every(({ value }) => value !== OPEN.value)) return told;
  const at = placeIn(OPEN, own);
  return at === undefined ? undefined : (kindOf(OPEN.value, definition, context) ?? { value: OPEN.value, at });
}

/** What the story says became of the titled approach: a value that goes before it, told as a conversion. */
function conversionOf(told: Told, definition: CueAxis, { body }: Context): Told | undefined {
  const rank = definition.values.findIndex(({ value }) => value === told.value);
  const before = definition.values.slice(0, rank);
  const isConversion = (cue: Cue): boolean => cue.startsWith('conver') || partsOf(cue).length > 1;
  const converted = before.map((value) => ({ ...value, cues: value.cues.filter(isConversion) }));
  return firstTold({ ...definition, values: converted }, [body]);
}

/** Several codes may be open (`open-two`, `open-three`): which one is told by its words, wherever they stand. */
function kindOf(told: string, definition: CueAxis, context: Context): Told | undefined {
  const values = definition.values.filter(({ value }) => value.startsWith(`${told}-`));
  const sources = sourcesFor(definition, context);
  return firstTold({ ...definition, values }, sources, [...sources.flat(), ...context.title]);
}

function sourcesFor(definition: CueAxis, context: Context): readonly (readonly TextSpan[])[] {
  const { own, body, title, diagnoses, planned } = context;
  if (definition.where === 'title') return [own];
  if (definition.where === 'body') return [body.length > 0 ? body : own];
  if (definition.where === 'plan') return [[...body, ...planned]];
  const isToldWhy = definition.where === 'indication' && title.length + diagnoses.length > 0;
  if (isToldWhy) return [own, title, diagnoses];
  return [own, body, ...(definition.where === 'reason' ? [title, diagnoses] : [])];
}

/** What the operation was for decides some codes as much as what was done: `vitrectomy` of a detached retina. */
function readsReason({ where }: CueAxis): boolean {
  return where === 'reason' || where === 'indication';
}

type Told = Pick<AxisReading, 'value' | 'at'>;

function firstTold(
  definition: CueAxis,
  sources: readonly (readonly TextSpan[])[],
  anywhere: readonly TextSpan[] = sources.flat(),
  diagnoses: readonly TextSpan[] = [],
): Told | undefined {
  for (const value of definition.values) {
    for (const spans of sources) {
      const at = placeIn(value, spans);
      if (at !== undefined) return { value: value.value, at };
    }
    const at = togetherIn(value, anywhere) ?? firstPlace(value.reasons ?? [], value.unless, diagnoses);
    if (at !== undefined) return { value: value.value, at };
  }
  return undefined;
}

function togetherIn({ cues, unless }: CueValue, spans: readonly TextSpan[]): Place {
  for (const cue of cues) {
    const parts = partsOf(cue);
    if (parts.length < 2) continue;
    const places = parts.map((part) => firstPlace([part], unless, spans));
    if (places.every((place) => place !== undefined)) return places.at(-1);
  }
  return undefined;
}

function firstPlace(cues: readonly Cue[], unless: readonly Cue[], spans: readonly TextSpan[]): Place {
  for (const span of spans) {
    const place = tellingPlace(cues, unless, span);
    if (place !== undefined) return place;
  }
  return undefined;
}

type Place = AxisReading['at'];

/** Places found in a list of statements, remembered with the list: the same axis is read for many instances. */
const found = new WeakMap<readonly TextSpan[], Map<CueValue, Place>>();

function placeIn(value: CueValue, spans: readonly TextSpan[]): Place {
  const known = found.get(spans) ?? new Map<CueValue, Place>();
  found.set(spans, known);
  if (known.has(value)) return known.get(value);
  const place = firstPlace(value.cues, value.unless, spans);
  known.set(value, place);
  return place;
}

/** Where one of the cues stands in the statement without being denied. */
export function tellingPlace(
  cues: readonly Cue[],
  unless: readonly Cue[],
  span: TextSpan,
): { readonly start: number; readonly end: number } | undefined {
  for (const cue of cues) {
    const place = findCue(cue, span.normal);
    if (place === undefined || isDenied(span.normal, place.start, cue)) continue;
    if (isDeniedWithin(span.normal.slice(place.start, place.end), cue)) continue;
    if (unless.some((other) => findCue(other, span.normal) !== undefined)) return undefined;
    return { start: span.start + place.start, end: span.start + place.end };
  }
  return undefined;
}

/** `The acromion was smooth and not resected`, `leave no stent`: denied before the last word of the cue. */
const DENIED_WITHIN = /\b(was|were|is|are|and|but|be) not( \w+)? \S+$| no +\S+$/;

const DENIAL =
  /\b(no(?! \d)|non|not|neither|nor|without|w o|w out|denies|never|avoid\w*|negative for|rule out|ruled out|no evidence of)( \w+){0,2} +$/;

function isDenied(normal: string, at: number, cue: Cue): boolean {
  return (
    !/^(no|non|not|without|neither)\b/.test(cue) &&
    DENIAL.test(normal.slice(Math.max(0, at - 40), at).replace(/ +/g, ' '))
  );
}

function isDeniedWithin(words: string, cue: Cue): boolean {
  return !/\b(no|not|never)\b/.test(cue) && DENIED_WITHIN.test(words);
}
