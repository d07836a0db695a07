import type { Evidence, Question } from '../model/draft.ts';
import { type LevelRow, rankOf } from './level-table.ts';
import type { ElementName, Level, VisitElement, VisitTime } from './visit-reading.ts';

const CANNOT_TELL = 'other / cannot be determined';
const MOST_QUESTIONS = 3;

interface Asked {
  readonly text: string;
  readonly options: readonly string[];
}

const PROBLEM_STATE: Asked = {
  text: 'What was the state of each problem you dealt with that day?',
  options: [
    'stable, at its goal',
    'not at its goal or worse',
    'severely worse',
    'new, cause not yet known',
    CANNOT_TELL,
  ],
};
const WHICH_PROBLEM: Asked = {
  text: 'Which problems did you deal with that day, and how did each of them stand?',
  options: [
    'one minor problem',
    'one illness or injury without complication',
    'several lasting illnesses',
    'a danger to life or function',
    CANNOT_TELL,
  ],
};
const DATA: Asked = {
  text: 'Which tests did you order or review, whose records did you read, did you look at images yourself, and whom outside your group did you speak with?',
  options: ['nothing beyond the note', 'as follows: ____', CANNOT_TELL],
};
const TREATMENT: Asked = {
  text: 'What did you decide about treatment that day (drug by name and what was done with it, operation, hospital care), including what was weighed and left?',
  options: ['nothing beyond the note', 'as follows: ____', CANNOT_TELL],
};
const TIME: Asked = {
  text: 'How many minutes did you yourself spend on this patient on that date, all your work for the visit counted and procedures left out?',
  options: ['____ minutes', 'time was not recorded', CANNOT_TELL],
};

const BY_ELEMENT: Readonly<Record<ElementName, Asked>> = { problems: PROBLEM_STATE, data: DATA, risk: TREATMENT };

/**
 * What the note leaves open on the way to the next level, as open questions without code or money: each element that
 * does not reach it yet, unless two already do; and the time, where time could decide and none is told.
 */
export function nextLevelQuestions(
  table: readonly LevelRow[],
  reached: LevelRow,
  elements: readonly VisitElement[],
  time: VisitTime | undefined,
  fallback: Evidence | undefined,
): Question[] {
  const next = table[table.indexOf(reached) + 1];
  if (next === undefined) return [];
  const lacking = elements.filter(({ level }) => rankOf(level) < rankOf(next.level));
  const asked = lacking.map((element) => question(element.name, askedFor(element), element, next, fallback));
  const hasTime = next.minutes !== undefined && time === undefined;
  return [...asked, ...(hasTime ? [timeQuestion(next, fallback)] : [])].slice(0, MOST_QUESTIONS);
}

function askedFor(element: VisitElement): Asked {
  return element.name === 'problems' && element.evidence.length === 0 ? WHICH_PROBLEM : BY_ELEMENT[element.name];
}

function question(
  id: string,
  { text, options }: Asked,
  element: VisitElement,
  next: LevelRow,
  fallback: Evidence | undefined,
): Question {
  return {
    id: `visit-${id}`,
    to: 'surgeon',
    quote: element.evidence[0] ?? fallback,
    text,
    options,
    ifThen: `${needed(next.level, element)}: ${next.code}`,
    holds: [],
  };
}

function needed(level: Level, { name }: VisitElement): string {
  return `${name} at ${level}, with one more element there`;
}

function timeQuestion(next: LevelRow, quote: Evidence | undefined): Question {
  const { text, options } = TIME;
  return {
    id: 'visit-time',
    to: 'surgeon',
    quote,
    text,
    options,
    ifThen: `${next.minutes} minutes or more: ${next.code}`,
    holds: [],
  };
}
