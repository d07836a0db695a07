import type { Evidence, Question } from '../model/draft.ts';
import type { ElementName, VisitElement } from '../model/visit.ts';
import { type LevelRow, rankOf } from './level-table.ts';

const CANNOT_TELL = 'other / cannot be determined';
const MOST_QUESTIONS = 2;

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

/** The row above the one reached, with the elements that stand there already and those that do not. */
interface Step {
  readonly next: LevelRow;
  readonly there: readonly VisitElement[];
  readonly lacking: readonly VisitElement[];
}

function stepAbove(table: readonly LevelRow[], reached: LevelRow, elements: readonly VisitElement[]): Step | undefined {
  const next = table[table.indexOf(reached) + 1];
  if (next === undefined) return undefined;
  const isThere = ({ level }: VisitElement): boolean => rankOf(level) >= rankOf(next.level);
  return { next, there: elements.filter(isThere), lacking: elements.filter((element) => !isThere(element)) };
}

/** `99215 would need problems or data at high beside risk, or 40 minutes`; undefined at the highest. */
export function nextLevelWords(
  table: readonly LevelRow[],
  reached: LevelRow,
  elements: readonly VisitElement[],
): string | undefined {
  const step = stepAbove(table, reached, elements);
  if (step === undefined) return undefined;
  const { next, there, lacking } = step;
  const names = lacking.map(({ name }) => name).join(' or ');
  const [already] = there;
  const wanted =
    already === undefined
      ? `two of problems, data and risk at ${next.level}`
      : `${names} at ${next.level} beside ${already.name}`;
  return `${next.code} would need ${wanted}${next.minutes === undefined ? '' : `, or ${next.minutes} minutes`}`;
}

/**
 * What the note leaves open, as open questions without code or money: an element that would by itself reach the next
 * level, the problems where none is named, the minutes where time is told without them. What would take more than one
 * answer is not asked: nobody is to be led to a level.
 */
export function nextLevelQuestions(
  table: readonly LevelRow[],
  reached: LevelRow,
  elements: readonly VisitElement[],
  isTimeUnmeasured: boolean,
  fallback: Evidence | undefined,
): Question[] {
  const step = stepAbove(table, reached, elements);
  if (step === undefined) return [];
  const { next, there, lacking } = step;
  const asked = lacking
    .filter(({ name, evidence }) => there.length > 0 || (name === 'problems' && evidence.length === 0))
    .map((element) => question(element.name, askedFor(element), element, next, fallback));
  const hasTime = next.minutes !== undefined && isTimeUnmeasured;
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
    ifThen: `${element.name} at ${next.level}: ${next.code}`,
    holds: [],
  };
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
