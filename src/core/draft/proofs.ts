import { hasCue } from '../extract/cue.ts';
import type { NoteExtract, Statement } from '../extract/note-extract.ts';
import type { CodeRecord, FamilyRecord } from '../model/code-record.ts';
import { tellingPlace } from '../retrieve/cue-axis.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { stemsOf, termsOf } from '../retrieve/terms.ts';
import type { Place, ProtoLine } from './proto-line.ts';

/**
 * The places that prove a line, the most telling first: what was measured, the story's own words for every deciding
 * fact, then what the title says. A line whose facts only the title tells gets the statement of the story that has most
 * of the code's words.
 */
export function proofsOf(line: ProtoLine, extract: NoteExtract, library: EngineLibrary): Place[] {
  const story = (line.instance.story ?? extract.performed).filter(({ section }) => section !== 'findings');
  const told = line.readings
    .filter(({ how }) => how === 'told')
    .toSorted((a, b) => Number(decides(line, b.axis, library)) - Number(decides(line, a.axis, library)))
    .flatMap(({ axis, value, at }) => {
      // One thing of several is proven by its own words, not by the first of the story.
      const own = line.measured === undefined ? storyPlace(line, axis, value, story) : undefined;
      const place = own ?? at;
      return place === undefined || place.start < 0 ? [] : [{ axis, place }];
    });
  const proven = [...line.places.filter(({ start }) => start >= 0), ...told.map(({ place }) => place)];
  // `Four ports were placed` tells the way in, not what was done.
  const ways = told.filter(({ axis }) => axis === 'approach').map(({ place }) => place);
  const isInStory = proven.some(
    (place) => !ways.includes(place) && story.some((statement) => contains(statement, place.start)),
  );
  const main = isInStory ? undefined : mostTelling(line, story, library);
  return [...(main === undefined ? [] : [main]), ...proven, line.instance];
}

/** A neighbour told apart from this code by its own record differs on this axis. */
function decides({ record, family }: ProtoLine, axis: string, library: EngineLibrary): boolean {
  const own = record.cell[axis] ?? [];
  return (library.toldFrom.get(record.code) ?? []).some(
    (other) =>
      other.family === family.family &&
      other.cell[axis]?.every((value) => !own.includes(value)) === true &&
      Object.keys(family.axes).every((name) => name === axis || sameCell(record.cell[name], other.cell[name])),
  );
}

function sameCell(one: readonly string[] = [], two: readonly string[] = []): boolean {
  return one.length === 0 || two.length === 0 || one.some((value) => two.includes(value));
}

function contains({ start, end }: Statement, at: number): boolean {
  return at >= start && at < end;
}

/** Where the story tells this value of an axis. */
function storyPlace(
  { family }: ProtoLine,
  axis: string,
  value: string | undefined,
  story: readonly Statement[],
): Place | undefined {
  const definition = family.axes[axis];
  if (definition?.kind !== 'cue') return undefined;
  for (const each of definition.values.filter((one) => one.value === value)) {
    for (const statement of story) {
      const place = tellingPlace(each.cues, each.unless, statement);
      if (place !== undefined) return place;
    }
  }
  return undefined;
}

/** `A second polyp was taken with a cold snare`: what tells a second technique proves no first one. */
function isOfSecond(statement: Statement, record: CodeRecord, family: FamilyRecord): boolean {
  return [...record.companions, ...family.companions].some(
    ({ code, modifier, cues, unless }) =>
      modifier === '59' && code !== record.code && tellingPlace(cues, unless, statement) !== undefined,
  );
}

/** At least this much weight of shared words, or the statement proves nothing. */
const LEAST_SHARED = 9;

function mostTelling(
  { record, family }: ProtoLine,
  story: readonly Statement[],
  library: EngineLibrary,
): Place | undefined {
  const names = [...family.names, ...record.aliases].map(({ text }) => text);
  const wanted = new Set([record.title, record.says, ...names].flatMap(stemsOf));
  let best: { place: Place; score: number } | undefined;
  for (const statement of story) {
    if (library.library.includedSteps.some(({ cues }) => hasCue(cues, statement.normal))) continue;
    if (isOfSecond(statement, record, family)) continue;
    const terms = new Set(termsOf(statement.normal, 0, library.lexicon).map(({ term }) => term));
    const shared = [...terms].filter((term) => wanted.has(term));
    const score = shared.reduce((sum, term) => sum + (library.index.idf.get(term) ?? 0), 0);
    if (score >= LEAST_SHARED && score > (best?.score ?? 0)) best = { place: statement, score };
  }
  return best?.place;
}
