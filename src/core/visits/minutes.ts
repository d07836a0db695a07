import { quoteAt } from '../draft/evidence.ts';
import type { NoteExtract } from '../extract/note-extract.ts';
import type { VisitTime } from '../model/visit.ts';
import type { VisitLine } from './parts.ts';

const WORD_NUMBERS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, half: 0.5, an: 1, a: 1 };

const DURATION =
  /\b(?:(?<hours>\d+(?:\.\d+)?|one|two|three|an)[ -]*(?:hours?|hrs?)(?:[ ,]*(?:and )?)?)?(?:(?<minutes>\d{1,3})(?: ?(?:-|to) ?\d{1,3})?[ -]*(?:minutes?|mins?)\b)|\b(?<whole>\d+(?:\.\d+)?|one|two|three|an)[ -]*(?:hours?|hrs?)\b/g;

/** Words that make a duration the author's time of that day. */
const SPENT =
  /\b(total (?:\w+ ){0,4}time|time spent|spent|total of|total time|time:|face[ -]to[ -]face|minutes (?:was|were) spent|visit (?:took|lasted)|discharge (?:time|day)|time for discharge)\b/;
const CRITICAL = /\bcritical care\b/;

/** Somebody else's time, or time of something else. */
const NOT_THE_AUTHORS =
  /\b(nurse|nursing staff|staff|medical assistant|\bma\b|resident|student|scribe|technician) (?:\w+ ){0,3}(?:spent|time)|\b(?:spent|time) (?:\w+ ){0,4}(?:by|with) (?:the )?(nurse|staff|medical assistant|resident|student)\b|\b(walk|exercise|wait|drive|tourniquet|operative|procedure|anesthesia) (?:\w+ )?(?:time|for)\b|\b(symptoms?|pain|episodes?) (?:\w+ ){0,3}last/;

/** The template's words on time, which only a number of minutes could fill. */
const TIME_TEMPLATE = /\b(total time|time spent|(?:more|greater|over) (?:than )?(?:half|50 ?%|50 percent))\b/;

/** `less than 30 minutes` is 29 at most. */
const LESS = /(?:less than|under|fewer than|below|<)\s*$/;
const MORE = /(?:more than|over|greater than|in excess of|exceed(?:ed|ing|s)?|>)\s*$/;

export interface TimesTold {
  readonly total: VisitTime | undefined;
  readonly critical: VisitTime | undefined;
  /** Time of somebody else, told but not counted. */
  readonly isOthersTold: boolean;
  /** Time is said to decide, and nobody says how much it was. */
  readonly isUnmeasured: boolean;
}

/** The author's minutes on that day, critical care apart. The longest told of each counts. */
export function readTimes(lines: readonly VisitLine[], extract: NoteExtract): TimesTold {
  const told = lines.filter(({ words }) => SPENT.test(words) || CRITICAL.test(words));
  const own = told.filter(({ words }) => !NOT_THE_AUTHORS.test(words));
  const total = longest(
    own.filter(({ words }) => SPENT.test(words) && !isCritical(words)),
    extract,
  );
  return {
    total,
    critical: longest(
      own.filter(({ words }) => isCritical(words)),
      extract,
    ),
    isUnmeasured: total === undefined && own.some(({ words }) => TIME_TEMPLATE.test(words) && !isCritical(words)),
    isOthersTold: told.some((line) => NOT_THE_AUTHORS.test(line.words) && longest([line], extract) !== undefined),
  };
}

/** Critical care time, not time "excluding critical care". */
function isCritical(words: string): boolean {
  return CRITICAL.test(words) && !/\b(excluding|exclusive of|not including|apart from|no) critical care\b/.test(words);
}

function longest(lines: readonly VisitLine[], extract: NoteExtract): VisitTime | undefined {
  return lines.flatMap((line) => durationsIn(line, extract)).toSorted((a, b) => b.minutes - a.minutes)[0];
}

function durationsIn({ start: offset, words }: VisitLine, extract: NoteExtract): VisitTime[] {
  return [...words.matchAll(DURATION)].flatMap((hit) => {
    const { hours, minutes, whole } = hit.groups ?? {};
    const before = words.slice(0, hit.index);
    const told = Math.round(numberOf(hours ?? whole) * 60 + numberOf(minutes));
    const total = LESS.test(before) ? told - 1 : told;
    const start = offset + hit.index;
    const evidence = quoteAt({ start, end: start + hit[0].length }, extract);
    if (total <= 0 || total > 600 || evidence === undefined) return [];
    return [{ minutes: total, isMore: MORE.test(before), evidence }];
  });
}

function numberOf(text: string | undefined): number {
  return text === undefined ? 0 : (WORD_NUMBERS[text] ?? Number(text));
}
