import { findCue, partsOf } from '../../core/extract/cue.ts';
import { normalize } from '../../core/extract/normalize.ts';
import type { CodeLibrary, CodeRecord, Companion, Cue, FamilyRecord } from '../../core/model/code-record.ts';
import type { Problem } from './check-library.ts';

/** A cue is found in the words it stands for: a slip in its writing (`guide ?wire`, `(pulley )?..`) would hide it for ever. */
export function checkCues(library: CodeLibrary): Problem[] {
  return [
    ...library.families.flatMap((family) => unfound(family.family, cuesOfFamily(family))),
    ...library.codes.flatMap((code) => unfound(code.code, cuesOfCode(code))),
    ...library.includedSteps.flatMap(({ id, cues }) => unfound(id, cues)),
  ];
}

function unfound(where: string, cues: readonly Cue[]): Problem[] {
  return [...new Set(cues)]
    .filter((cue) => !partsOf(cue).every(isFound))
    .map((cue) => ({ where, what: `cue "${cue}" cannot be found in any note` }));
}

function isFound(cue: Cue): boolean {
  return [true, false].every((isLong) => findCue(cue, normalize(asTold(cue, isLong))) !== undefined);
}

const OPTIONAL = /\(([^()]*)\)\?/g;
const CHOICE = /\(([^()]*)\)(?!\?)/g;

/** The cue as a note would tell it: with all its optional words and first choices, or with as few as can be. */
function asTold(cue: Cue, isLong: boolean): string {
  let told = cue;
  while (/[()]/.test(told)) {
    const before = told;
    told = told
      .replace(OPTIONAL, (_, words: string) => (isLong ? first(words) : ''))
      .replace(CHOICE, (_, words: string) => (isLong ? first(words) : (words.split('|').at(-1) ?? '')));
    if (told === before) break;
  }
  return told
    .replaceAll(' ?', '')
    .replaceAll('..', isLong ? ' then ' : ' ')
    .replaceAll('*', isLong ? 'x' : '');
}

function first(words: string): string {
  const [choice = ''] = words.split('|');
  return choice;
}

function cuesOfFamily({ described, untitled, axes, companions, brings, turns }: FamilyRecord): Cue[] {
  const values = Object.values(axes).flatMap((axis) => (axis.kind === 'cue' ? axis.values : []));
  return [
    ...described,
    ...untitled,
    ...values.flatMap(({ cues, unless, reasons = [] }) => [...cues, ...unless, ...reasons]),
    ...companions.flatMap(cuesOfCompanion),
    ...brings.flatMap(({ cues }) => cues),
    ...turns.flatMap(({ cues, unless }) => [...cues, ...unless]),
  ];
}

function cuesOfCode({ described, untitled, wayIn, favours, companions }: CodeRecord): Cue[] {
  return [...described, ...untitled, ...wayIn, ...favours, ...companions.flatMap(cuesOfCompanion)];
}

function cuesOfCompanion({ cues, unless }: Companion): readonly Cue[] {
  return [...cues, ...unless];
}
