import type { NoteExtract, ProcedureInstance, Statement } from '../extract/note-extract.ts';
import { type OneSide, onlySide, type SideStretches, sideStretches } from '../extract/side-stretches.ts';
import { sidesOf } from '../extract/targets.ts';
import type { Context, TextSpan } from '../retrieve/axis-reading.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { contextOf, type GridReading, readGrid } from '../retrieve/family-grid.ts';
import type { Pick } from './pick.ts';
import { isRepeatedStory } from './sides.ts';

/** What was done on one side, where the two sides of a story are operated on in different ways. */
export interface SidedReading {
  readonly side: OneSide;
  readonly grid: GridReading;
}

const SIDES: readonly OneSide[] = ['left', 'right'];

/**
 * `L: stone lasered, stent. R: stent only`: an act told in each side's own words. Undefined where both sides are alike,
 * where the story does not tell them apart, or where the title has the act on one side only.
 */
export function sidesApart(pick: Pick, extract: NoteExtract, library: EngineLibrary): SidedReading[] | undefined {
  const { instance, choice } = pick;
  const isPaired = choice.family.target === 'paired';
  if (!isPaired || isOfOneSide(instance)) return undefined;
  const story = instance.story ?? extract.performed;
  const stretches = isRepeatedStory(story) ? exceptions(story, extract) : sideStretches(story);
  if (stretches === undefined) return undefined;
  const readings = SIDES.map((side) => ({
    side,
    grid: readGrid(library, choice.family, contextOfSide(side, instance, stretches, extract), extract),
  }));
  const [left, right] = readings.map(({ grid }) => grid);
  return left !== undefined && right !== undefined && isTwoActs(left, right, instance) ? readings : undefined;
}

/**
 * `Both ethmoids; right frontal`: a story that repeats itself on the other side sets apart only what names its side, and
 * only where the title has something on one side alone.
 */
function exceptions(story: readonly Statement[], { titles }: NoteExtract): SideStretches | undefined {
  const sideIn = ({ normal }: TextSpan): OneSide | undefined => onlySide(normal.replace(/ +/g, ' '));
  if (titles.every((title) => sideIn(title) === undefined)) return undefined;
  return {
    left: story.filter((span) => sideIn(span) === 'left'),
    right: story.filter((span) => sideIn(span) === 'right'),
  };
}

/** A title that names one side has no act on the other; a sentence of the story is but the one that was found first. */
function isOfOneSide({ source, normal }: ProcedureInstance): boolean {
  return source === 'title' && onlySide(normal.replace(/ +/g, ' ')) !== undefined;
}

/** Everything but the words about the other side. */
function contextOfSide(
  side: OneSide,
  instance: ProcedureInstance,
  stretches: SideStretches,
  extract: NoteExtract,
): Context {
  const whole = contextOf(extract, instance);
  const others = new Set<TextSpan>(stretches[side === 'left' ? 'right' : 'left']);
  const words = instance.normal.replace(/ +/g, ' ');
  // `Ureteroscopy with laser` over a story of two sides: a title without a side tells which act, not of which side.
  const isOwn = instance.source === 'title' ? sidesOf(words).length > 0 : onlySide(words) === side;
  return {
    ...whole,
    own: isOwn ? ownOfSide(side, whole.own) : [],
    body: whole.body.filter((span) => !others.has(span)),
    diagnoses: clausesOf(extract.diagnoses).filter(({ normal }) => isOfSide(normal, side)),
  };
}

/** `Ureteroscopy of both sides, laser on the left, basket on the right`: of what one side has alone its own clauses. */
function ownOfSide(side: OneSide, own: readonly TextSpan[]): readonly TextSpan[] {
  const clauses = clausesOf(own);
  const sides = new Set(clauses.map(({ normal }) => onlySide(normal)));
  return sides.has('left') && sides.has('right') ? clauses.filter(({ normal }) => isOfSide(normal, side)) : own;
}

/** `Hernia of both groins, left recurrent`: each clause for itself. */
function clausesOf(spans: readonly TextSpan[]): TextSpan[] {
  return spans.flatMap(({ normal, start }) =>
    [...normal.matchAll(/(?:[a-z0-9.]+ ?)+/g)].map((hit) => ({ normal: hit[0], start: start + hit.index })),
  );
}

function isOfSide(normal: string, side: OneSide): boolean {
  const named = onlySide(normal.replace(/ +/g, ' '));
  return named === undefined || named === side;
}

/**
 * Each side has a code of its own, and a fact in which they differ is told of each. What one side leaves open counts
 * as the ordinary case only where the title has the act on both.
 */
function isTwoActs(left: GridReading, right: GridReading, { normal }: ProcedureInstance): boolean {
  const [one, other] = [left.codes[0]?.code, right.codes[0]?.code];
  if (one === undefined || other === undefined || one === other) return false;
  const isOfBoth = sidesOf(normal.replace(/ +/g, ' ')).includes('bilateral');
  return left.readings.some((reading, at) => {
    const opposite = right.readings[at];
    if (opposite === undefined || opposite.value === reading.value) return false;
    const hows = [reading.how, opposite.how];
    return hows.every((how) => how === 'told') || (isOfBoth && hows.includes('told') && hows.includes('assume'));
  });
}
