import type { NoteExtract, Side } from '../extract/note-extract.ts';
import { readTargets } from '../extract/targets.ts';
import { untreatedDigits } from '../extract/untreated.ts';
import type { CaseSettings } from '../model/consultation.ts';
import { DOUBT } from './confidence.ts';
import type { Doubt, ProtoLine } from './proto-line.ts';
import { sideOf } from './sides.ts';

const SIDE_MODIFIER = { left: 'LT', right: 'RT', bilateral: '50' } as const;

/** Sections whose lines cannot be billed without a side. */
const EYE_SECTION = /eye|ocular/;

/** Adds the modifiers that target and role prove, those of circumstance are left to the rules; a missing side becomes a doubt or holds the line. */
export function withModifiers(
  line: ProtoLine,
  extract: NoteExtract,
  settings: CaseSettings,
  lines: readonly ProtoLine[],
): ProtoLine[] {
  return withTarget(line, extract, lines).map((each) => ({
    ...each,
    modifiers: [
      ...roleModifiers(each, extract, settings),
      ...each.modifiers.filter((one) => isForPlace(one, settings)),
    ],
  }));
}

/** In his own office the surgeon owns the machine: a reading that comes along is billed whole. */
function isForPlace(modifier: string, { place }: CaseSettings): boolean {
  return modifier !== '26' || place.value !== 'office';
}

function withTarget(line: ProtoLine, extract: NoteExtract, lines: readonly ProtoLine[]): ProtoLine[] {
  switch (line.record.target) {
    case 'paired':
      return [withSide(line, extract)];
    case 'eyelid':
      return perTarget(line, lidsOf(line, extract), true);
    case 'digit':
      return perTarget(line, ownDigits(line, digitsOf(line, extract), lines), false);
    case 'vessel':
      return perVessel(line);
    default:
      return [line];
  }
}

const LIDS_OF_SIDE: Readonly<Record<Side, readonly string[]>> = {
  left: ['E1', 'E2'],
  right: ['E3', 'E4'],
  bilateral: ['E1', 'E2', 'E3', 'E4'],
};

/** `L ptosis repair` names no lid: the one that diagnoses, then the story, name on that side. */
function lidsOf({ instance, sides }: ProtoLine, extract: NoteExtract): readonly string[] {
  if (instance.facts.eyelids.length > 0) return instance.facts.eyelids;
  for (const told of [extract.diagnoses, instance.story ?? extract.performed]) {
    const lids = new Set(told.flatMap(({ normal }) => readTargets(normal).eyelids));
    const ofSide = sides.flatMap((side) => LIDS_OF_SIDE[side].filter((lid) => lids.has(lid)));
    if (ofSide.length > 0) return [...new Set(ofSide)];
  }
  return [];
}

/** A digit named without hand or foot ("fifth digit") is a toe on a code of the foot, a finger on one of the hand. */
function digitsOf({ record, instance }: ProtoLine, extract: NoteExtract): string[] {
  const limb = /^28/.test(record.code) ? 'T' : /^26/.test(record.code) ? 'F' : undefined;
  const digits = instance.facts.digits.map((digit) => (limb === undefined ? digit : `${limb}${digit.slice(1)}`));
  const untreated = untreatedDigits(extract, instance.facts.sides);
  return [...new Set(digits)].filter((digit) => !untreated.has(digit));
}

/** The first digits are those of the primary code, the rest those of its add-on. */
function ownDigits({ record }: ProtoLine, digits: string[], lines: readonly ProtoLine[]): string[] {
  const addOn = lines.find((other) => isFurtherDigit(other.record, record.code))?.record;
  if (addOn !== undefined) return digits.slice(0, addOn.count.parentCovers);
  const covered = record.role === 'addOn' && record.count.rule === 'further' ? record.count.parentCovers : 0;
  return digits.length > covered ? digits.slice(covered) : digits;
}

/** Arthrodesis of a second finger joint: an add-on counted by digits, with this code as its parent. */
function isFurtherDigit({ role, count, parents }: ProtoLine['record'], code: string): boolean {
  return role === 'addOn' && count.of === 'digit' && count.rule === 'further' && parents.includes(code);
}

function withSide(line: ProtoLine, extract: NoteExtract): ProtoLine {
  const { side, isContradicted } = sideOf(line, extract);
  if (side === undefined) {
    const doubt: Doubt = { weight: DOUBT.sideMissing, because: 'the side is not documented' };
    const held = EYE_SECTION.test(line.family.section) ? 'the note does not tell the side' : line.held;
    return { ...line, held, doubts: [...line.doubts, doubt] };
  }
  const doubts = isContradicted
    ? [...line.doubts, { weight: DOUBT.sideContradicted, because: 'title and diagnosis name different sides' }]
    : line.doubts;
  return { ...line, modifiers: [SIDE_MODIFIER[side], ...line.modifiers], sides: [side], doubts };
}

/** One line for each digit or lid named. */
function perTarget(line: ProtoLine, targets: readonly string[], mustHave: boolean): ProtoLine[] {
  if (targets.length === 0) {
    const doubt: Doubt = {
      weight: DOUBT.sideMissing,
      because: mustHave ? 'the lid is not documented' : 'the digit is not documented',
    };
    return [
      { ...line, held: mustHave ? 'the note does not tell which lid' : line.held, doubts: [...line.doubts, doubt] },
    ];
  }
  return targets.map((target) => ({ ...line, units: 1, modifiers: [target, ...line.modifiers] }));
}

/** A major coronary artery is a line of its own (NCCI Policy Manual ch. 11, section I). */
function perVessel(line: ProtoLine): ProtoLine[] {
  const vessels = /^929[2-4]/.test(line.record.code) ? [...new Set(line.instance.facts.vessels)] : [];
  if (vessels.length === 0) return [line];
  return vessels.map((vessel) => ({ ...line, modifiers: [vessel, ...line.modifiers] }));
}

/** 62 by both surgeons, 66 by a team; 80, or 82 where no resident was available, by the assistant, AS by a PA, NP or CNS. */
function roleModifiers(line: ProtoLine, extract: NoteExtract, settings: CaseSettings): string[] {
  switch (settings.role.value) {
    case 'assistant':
      return [extract.noteHints.residentUnavailable || extract.senderHints.residentUnavailable ? '82' : '80'];
    case 'assistant-npp':
      return ['AS'];
    case 'team':
      return ['66'];
    case 'co-surgeon':
      return ['62'];
    default:
      return line.isShared || extract.circumstances.some(({ modifier }) => modifier === '62') ? ['62'] : [];
  }
}
