import type { NoteExtract } from '../extract/note-extract.ts';
import type { VisitElement } from '../model/visit.ts';
import { type CueHit, findIn, quotesOfHits } from './find-cues.ts';
import { decisionLines, type VisitLine } from './parts.ts';
import { PROBLEMS, type ProblemNature, STATES } from './problem-table.ts';

interface Problem {
  readonly name: string;
  readonly nature: ProblemNature;
  readonly state: keyof typeof STATES | undefined;
  readonly hit: CueHit;
}

/** What counts as an amount of problems, highest first: the first row that the problems fulfil. */
const ROWS: readonly {
  readonly level: VisitElement['level'];
  readonly because: string;
  readonly of: (problem: Problem) => boolean;
  readonly atLeast: number;
}[] = [
  { level: 'high', because: 'threat to life or bodily function', of: ({ nature }) => nature === 'threat', atLeast: 1 },
  { level: 'high', because: 'chronic illness, severely worse', of: isChronicIn('severe'), atLeast: 1 },
  { level: 'moderate', because: 'chronic illness worse or not at its goal', of: isChronicIn('worse'), atLeast: 1 },
  { level: 'moderate', because: 'acute illness with systemic symptoms', of: isOf('systemic'), atLeast: 1 },
  { level: 'moderate', because: 'acute complicated injury', of: isOf('injury'), atLeast: 1 },
  { level: 'moderate', because: 'new problem, its outlook not yet known', of: isOf('uncertain'), atLeast: 1 },
  { level: 'moderate', because: 'two or more chronic illnesses', of: isOf('chronic'), atLeast: 2 },
  { level: 'low', because: 'one stable chronic illness', of: isOf('chronic'), atLeast: 1 },
  { level: 'low', because: 'one acute uncomplicated illness or injury', of: isOf('acute'), atLeast: 1 },
  { level: 'low', because: 'two or more minor problems', of: isOf('minor'), atLeast: 2 },
  { level: 'straightforward', because: 'one minor problem', of: isOf('minor'), atLeast: 1 },
];

function isOf(wanted: ProblemNature): (problem: Problem) => boolean {
  return ({ nature }) => nature === wanted;
}

function isChronicIn(wanted: 'severe' | 'worse'): (problem: Problem) => boolean {
  return ({ nature, state }) => nature === 'chronic' && state === wanted;
}

/** Number and complexity of the problems that the author addressed: those of the assessment, the plan or the like. */
export function readProblems(lines: readonly VisitLine[], extract: NoteExtract): VisitElement {
  const problems = problemsOf(decisionLines(lines));
  for (const { level, because, of, atLeast } of ROWS) {
    const counted = problems.filter(of);
    if (counted.length < atLeast) continue;
    const evidence = quotesOfHits(
      counted.map(({ hit }) => hit),
      extract,
    );
    return { name: 'problems', level, because, evidence };
  }
  return unweighed(lines, extract);
}

/** Said of a problem that no word of the tables weighs. */
export const UNWEIGHED = 'a problem whose weight no word settles';

/** What stands in an assessment is a problem to the author: one that is not minor by its name counts as one illness. */
function unweighed(lines: readonly VisitLine[], extract: NoteExtract): VisitElement {
  const assessed = lines.filter(({ part, words }) => part === 'assessment' && NAMES_SOMETHING.test(words));
  const evidence = quotesOfHits(assessed.slice(0, 1), extract);
  return evidence.length > 0
    ? { name: 'problems', level: 'low', because: UNWEIGHED, evidence }
    : { name: 'problems', level: 'straightforward', because: 'no problem named whose weight is known', evidence };
}

const NAMES_SOMETHING = /^(?!.*\b(?:no|not|without|healthy|normal|well|routine|none|reassur\w*)\b).*[a-z]{5}/;

/** Each problem once, in the worst state told of it. */
function problemsOf(lines: readonly VisitLine[]): Problem[] {
  const found = new Map<string, Problem>();
  for (const [at, line] of lines.entries()) {
    for (const problem of problemsIn(line, stateOf(lines, at))) {
      const known = found.get(problem.name);
      if (known === undefined || severity(problem) > severity(known)) found.set(problem.name, problem);
    }
  }
  return [...found.values()];
}

function problemsIn(line: VisitLine, state: Problem['state']): Problem[] {
  const natures = Object.entries(PROBLEMS) as [ProblemNature, readonly string[]][];
  const all = natures.flatMap(([nature, cues]) =>
    cues.flatMap((name) => {
      const hit = findIn(line, name);
      return hit === undefined || isFeared(line, hit) ? [] : [{ name, nature, state, hit }];
    }),
  );
  // `septic cellulitis` is one problem: words already taken by a weightier one are not counted again.
  return all.filter(({ hit }, at) => !all.slice(0, at).some((other) => overlaps(other.hit, hit)));
}

/** `Call if fever`: what may come is no problem of that day. */
const FEARED =
  /\b(if|should|in case of|(return|call|watch|go to the er|precautions) (\w+ )?(for|with)|risks? of|to (prevent|avoid)|prevent\w*|screen\w* for|family history of)\b[^.;]{0,60}$/;

function isFeared({ words, start }: VisitLine, hit: CueHit): boolean {
  return FEARED.test(words.slice(0, hit.start - start));
}

function overlaps(one: CueHit, other: CueHit): boolean {
  return one.start < other.end && other.start < one.end;
}

/** The state told in the statement, else in the next one when that names no problem of its own. */
function stateOf(lines: readonly VisitLine[], at: number): Problem['state'] {
  const [own, next] = [lines[at], lines[at + 1]];
  const told = own === undefined ? undefined : stateIn(own);
  if (told !== undefined || next === undefined || problemsIn(next, undefined).length > 0) return told;
  return stateIn(next);
}

function stateIn(line: VisitLine): Problem['state'] {
  const states = Object.entries(STATES) as [keyof typeof STATES, readonly string[]][];
  return states.find(([, cues]) => cues.some((cue) => findIn(line, cue) !== undefined))?.[0];
}

function severity({ state }: Problem): number {
  return state === 'severe' ? 2 : state === 'worse' ? 1 : 0;
}
