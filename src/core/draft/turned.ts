import type { NoteExtract } from '../extract/note-extract.ts';
import { isPerformed } from '../extract/statement-state.ts';
import type { Turn } from '../model/code-record.ts';
import type { TextSpan } from '../retrieve/axis-reading.ts';
import { tellingPlace } from '../retrieve/cue-axis.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { readThings, type Thing, thingAxis } from '../retrieve/things.ts';
import type { Pick } from './pick.ts';

/**
 * `Excision of masses` under the diagnoses lipoma and sebaceous cyst: each measured thing goes to the family that its own
 * words tell; a single one, or one that was not measured, may be told by the diagnosis as well. No thing goes twice. So
 * goes the screening at which something was taken off to what was done.
 */
export function turned(picks: readonly Pick[], extract: NoteExtract, library: EngineLibrary): Pick[] {
  if (picks.every(({ choice }) => choice.family.turns.length === 0)) return [...picks];
  const taken = new Set<string>();
  const known = new Set(picks.map(({ choice }) => choice.family.family));
  return picks
    .flatMap((pick) => {
      const own = turnsOf(pick, extract, library);
      // What the story tells by itself is not told again by the word of the title.
      const isAgain = ({ choice: { family } }: Pick): boolean =>
        family !== pick.choice.family && known.has(family.family);
      return thingAxis(pick.choice.family) === undefined ? own.filter((each) => !isAgain(each)) : own;
    })
    .flatMap((pick) => {
      if (pick.things === undefined) return [pick];
      const id = pick.choice.family.family;
      const things = new Set([...pick.things].filter((start) => !taken.has(`${id} ${start}`)));
      for (const start of things) taken.add(`${id} ${start}`);
      return things.size === 0 ? [] : [{ ...pick, things }];
    });
}

function turnsOf(pick: Pick, extract: NoteExtract, library: EngineLibrary): Pick[] {
  const { family } = pick.choice;
  const axis = thingAxis(family);
  if (family.turns.length === 0) return [pick];
  const things = axis === undefined ? [] : readThings(axis, family, pick.instance, extract, library);
  if (things.length < 2) {
    const spans = [
      pick.instance,
      ...extract.diagnoses,
      ...(things[0] === undefined ? extract.performed : own(things[0], extract)),
    ];
    const turn = family.turns.find((each) => isTold(each, spans) && !(axis === undefined && isToldToo(each, spans)));
    return [turn === undefined ? pick : withFamily(pick, turn, library)];
  }
  const groups = Map.groupBy(things, (thing) => family.turns.find((turn) => isTold(turn, own(thing, extract))));
  return [...groups].map(([turn, group]) => ({
    ...(turn === undefined ? pick : withFamily(pick, turn, library)),
    things: new Set(group.map(({ place }) => place.start)),
  }));
}

/** What was done to the thing, in its own words. */
function own({ near }: Thing, { statements }: NoteExtract): readonly TextSpan[] {
  const performed = new Set<TextSpan>(statements.filter(isPerformed));
  return near.flat().filter((span) => performed.has(span));
}

function isTold({ cues, unless }: Turn, spans: readonly TextSpan[]): boolean {
  return spans.some((span) => tellingPlace(cues, unless, span) !== undefined);
}

/** `The old port was taken out` beside a new one that was put in: both were done. */
function isToldToo({ unless }: Turn, spans: readonly TextSpan[]): boolean {
  return spans.some((span) => tellingPlace(unless, [], span) !== undefined);
}

function withFamily(pick: Pick, { family: id }: Turn, { families }: EngineLibrary): Pick {
  const family = families.get(id);
  return family === undefined
    ? pick
    : { ...pick, choice: { ...pick.choice, family, namedCode: undefined, missing: 0 } };
}
