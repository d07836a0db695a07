import type { CaseAnswer } from '../model/consultation.ts';
import type { ClaimLine, Finding } from '../model/draft.ts';

/** What one answer says otherwise than an earlier one to the same note, one sentence each. */
export interface AnswerChanges {
  /** Codes, modifiers, units, diagnoses, what waits, what must not leave: the sender should know. */
  readonly claim: readonly string[];
  /** Relative values and global days only. */
  readonly values: readonly string[];
}

/** Why a line is otherwise than before, in one clause; undefined where nothing more can be said than that it is. */
export type ReasonOf = (change: LineChange) => string | undefined;
export interface LineChange {
  readonly what: 'added' | 'removed' | 'modifiers' | 'units';
  readonly was: ClaimLine | undefined;
  readonly is: ClaimLine | undefined;
}

/** Compares two answers to one note. Lines are told apart by code, repeated ones by their order. */
export function compareAnswers(
  before: CaseAnswer,
  after: CaseAnswer,
  reasonOf: ReasonOf = ({ what, was }) =>
    what === 'removed' ? after.notBilled.find(({ code }) => code === was?.code)?.reason : undefined,
): AnswerChanges {
  const pairs = pairLines(before.lines, after.lines);
  return {
    claim: [
      ...pairs.flatMap(([was, is]) => lineChanges(was, is, reasonOf)),
      ...diagnosisChanges(before, after),
      ...findingChanges(before, after),
    ],
    values: pairs.flatMap(([was, is]) => (was === undefined || is === undefined ? [] : valueChanges(was, is))),
  };
}

type Pair = readonly [was: ClaimLine | undefined, is: ClaimLine | undefined];

function pairLines(before: readonly ClaimLine[], after: readonly ClaimLine[]): Pair[] {
  const left = [...before];
  const found = after.map((is): Pair => {
    const at = left.findIndex(({ code }) => code === is.code);
    return [at < 0 ? undefined : left.splice(at, 1)[0], is];
  });
  return [...left.map((was): Pair => [was, undefined]), ...found];
}

function lineChanges(was: ClaimLine | undefined, is: ClaimLine | undefined, reasonOf: ReasonOf): string[] {
  const because = (what: LineChange['what']): string => {
    const reason = reasonOf({ what, was, is });
    return reason === undefined || reason === '' ? '' : `: ${reason}`;
  };
  if (was === undefined) return is === undefined ? [] : [`${is.code} is billed now: ${is.title}${because('added')}`];
  if (is === undefined) return [`${was.code} is no longer billed${because('removed')}`];
  const told = (what: 'modifiers' | 'units', items: readonly string[]) =>
    items.map((item) => `${item}${because(what)}`);
  return [
    ...told('modifiers', difference(`${is.code} modifiers`, was.modifiers.join(' '), is.modifiers.join(' '))),
    ...told('units', difference(`${is.code} units`, String(was.units), String(is.units))),
    ...difference(`${is.code} diagnoses`, was.dx.join(' '), is.dx.join(' ')),
    ...heldChange(was, is),
  ];
}

function heldChange({ held: was }: ClaimLine, { code, held: is }: ClaimLine): string[] {
  if (is !== undefined) return is === was ? [] : [`${code} waits now: ${is}`];
  return was === undefined ? [] : [`${code} no longer waits`];
}

function diagnosisChanges(before: CaseAnswer, after: CaseAnswer): string[] {
  return difference('Diagnoses', codesOf(before.diagnoses), codesOf(after.diagnoses));
}

/** A fault that was not there before; what is gone shows in the lines. */
function findingChanges(before: CaseAnswer, after: CaseAnswer): string[] {
  const isFault = ({ severity }: Finding): boolean => severity === 'F';
  const known = new Set(before.findings.filter(isFault).map(({ text }) => text));
  return after.findings
    .filter((finding) => isFault(finding) && !known.has(finding.text))
    .map(({ text, edition }) => `${text} (${edition})`);
}

function valueChanges(was: ClaimLine, is: ClaimLine): string[] {
  return [
    ...difference(`${is.code} total RVU`, was.totalRvu?.toFixed(2) ?? '', is.totalRvu?.toFixed(2) ?? ''),
    ...difference(`${is.code} global days`, was.globalDays ?? '', is.globalDays ?? ''),
  ];
}

function difference(label: string, was: string, is: string): string[] {
  return was === is ? [] : [`${label}: ${was === '' ? 'none' : was} before, ${is === '' ? 'none' : is} now`];
}

function codesOf(diagnoses: CaseAnswer['diagnoses']): string {
  return diagnoses.map(({ code }) => code).join(' ');
}
