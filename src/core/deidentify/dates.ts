import { type IsoDate, isoDate } from '../model/ids.ts';

/** A date as written. `value` only when day, month and year are known. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly value: IsoDate | undefined;
}

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const FULL_MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const YEAR = '(?:19|20)\\d{2}';
const DAY_WORDS =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[- ]first';
/** A number before one of these is a size, a dose or a count, not a day or a year. */
const UNIT =
  '(?!\\s?(?:mm|cm|mg|ml|mcg|cc|inch|in\\.|%|x\\b|french|fr\\b|gauge|g\\b|kg|units?|times?|hours?|hrs?|days?|weeks?|minutes?|min\\b))';
/** Words that make a bare `3/14` a day of the year rather than a ratio or a strength. */
const DAY_LEAD =
  '(?:on|dated?|since|until|through|thru|seen|done|dos|dob|surgery|admitted|discharged|performed|signed|dictated|transcribed)';

/** Parts of a date as text; undefined parts were not written. */
interface Parts {
  readonly year?: string | undefined;
  readonly month: string;
  readonly day?: string | undefined;
}

interface DatePattern {
  readonly pattern: RegExp;
  readonly parts: (hit: RegExpMatchArray) => Parts | undefined;
}

const PATTERNS: readonly DatePattern[] = [
  {
    pattern:
      /(?<![\d.-])((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d)/g,
    parts: (hit) => ({ year: hit[1], month: hit[3] ?? '', day: hit[4] }),
  },
  {
    pattern: /(?<![\w./])(\d{1,2}) ?\/ ?(\d{1,2}) ?\/ ?((?:19|20)?\d{2})(?![\d/])/g,
    parts: (hit) => ({ year: hit[3], month: hit[1] ?? '', day: hit[2] }),
  },
  {
    pattern: new RegExp(
      `(?<![\\w./-])(\\d{1,2})([.-])(\\d{1,2})\\2((?:19|20)\\d{2}|(?<=-)\\d{2})(?![\\d-])${UNIT}`,
      'g',
    ),
    parts: (hit) => ({ year: hit[4], month: hit[1] ?? '', day: hit[3] }),
  },
  {
    pattern: new RegExp(
      `\\b(${MONTH})\\.?\\s{1,3}(?:the )?(\\d{1,2})(?!\\d|\\.\\d|:\\d|/\\d)(?:st|nd|rd|th)?${UNIT}(?:\\s?[-–]\\s?\\d{1,2}(?:st|nd|rd|th)?(?!\\d))?(?:,?\\s{1,3}(?:of )?(${YEAR}|['’]\\d{2})\\b)?`,
      'gi',
    ),
    parts: (hit) => ({ year: hit[3], month: hit[1] ?? '', day: hit[2] }),
  },
  {
    pattern: new RegExp(
      `(?<![\\d./-])(\\d{1,2})(?:st|nd|rd|th)?(?:\\s{1,3}(?:day )?(?:of )?|[-/])?(${MONTH})\\b\\.?(?:(?:,?\\s{1,3}|[-/])(${YEAR}|['’]?\\d{2}(?!\\d))|(${YEAR}))?${UNIT}`,
      'gi',
    ),
    parts: (hit) => ({ year: hit[3] ?? hit[4], month: hit[2] ?? '', day: hit[1] }),
  },
  {
    pattern: new RegExp(`(?<![\\d./-])(\\d{1,2})-?(${MONTH})-?(${YEAR}|\\d{2})(?!\\d)`, 'gi'),
    parts: (hit) => ({ year: hit[3], month: hit[2] ?? '', day: hit[1] }),
  },
  {
    pattern: new RegExp(`\\b(${MONTH})\\.?,?\\s{1,3}(?:of )?(${YEAR})\\b`, 'gi'),
    parts: (hit) => ({ year: hit[2], month: hit[1] ?? '' }),
  },
  {
    pattern: new RegExp(`\\b(${FULL_MONTH})\\s{1,3}(?:the )?(?:${DAY_WORDS})\\b(?:,?\\s{1,3}(?:of )?(${YEAR}))?`, 'gi'),
    parts: (hit) => ({ month: hit[1] ?? '' }),
  },
  {
    pattern: new RegExp(`\\b(?:the )?(?:${DAY_WORDS}) (?:day )?of (${FULL_MONTH})\\b(?:,?\\s{1,3}(${YEAR}))?`, 'gi'),
    parts: (hit) => ({ month: hit[1] ?? '' }),
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:in|since|last|this|early|late|mid|until|through|by|next|of|during|from|to) )(${FULL_MONTH})\\b(?! \\d)`,
      'g',
    ),
    parts: (hit) => ({ month: hit[1] ?? '' }),
  },
  {
    pattern: new RegExp(
      `(?<=\\b${DAY_LEAD}:?,? {1,3})(\\d{1,2})/(\\d{1,2})(?![\\d/]|\\.\\d|th\\b| (?:of|inch|strength)\\b)${UNIT}`,
      'gi',
    ),
    parts: (hit) => ({ month: hit[1] ?? '', day: hit[2] }),
  },
  {
    pattern: /(?<![\w./])(\d{1,2})\/(\d{1,2})(?=\s?(?:[-–]|to|through|and)\s?\d{1,2}\/\d{1,2}\/\d{2})/g,
    parts: (hit) => ({ month: hit[1] ?? '', day: hit[2] }),
  },
  {
    pattern: /(?<![\w.-])((?:19|20)\d{2})(\d{2})(\d{2})(?![\w.-])/g,
    parts: (hit) => ({ year: hit[1], month: hit[2] ?? '', day: hit[3] }),
  },
];

/**
 * Every date of the text, in order, not overlapping: ISO, US and day-first numbers, month names. A lone year or
 * weekday is no date in the sense of 45 CFR 164.514(b)(2)(i)(C). Two-digit years and days without a year are
 * completed so that they do not lie after `receivedOn`.
 */
export function findDates(text: string, receivedOn: IsoDate | undefined): DateMention[] {
  const found: DateMention[] = [];
  for (const { pattern, parts } of PATTERNS) {
    for (const hit of text.matchAll(pattern)) {
      const read = parts(hit);
      if (read === undefined || isModalMay(hit[0], read)) continue;
      const numbers = toNumbers(read, receivedOn);
      if (numbers !== undefined) {
        found.push({ start: hit.index, end: hit.index + hit[0].trimEnd().length, value: numbers.value });
      }
    }
  }
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  let lastEnd = -1;
  return found.filter((mention) => {
    const free = mention.start >= lastEnd;
    if (free) lastEnd = mention.end;
    return free;
  });
}

/** `may 3 cm`, `mar 2`: a month name in lower case counts only with a year, `march` and `may` being words. */
function isModalMay(written: string, { month, year }: Parts): boolean {
  return /^(?:may|mar|march)$/.test(month) && year === undefined && !/\d(?:st|nd|rd|th)\b/.test(written);
}

function toNumbers(parts: Parts, receivedOn: IsoDate | undefined): { value: IsoDate | undefined } | undefined {
  const named = MONTH_NAMES.indexOf(parts.month.slice(0, 3).toLowerCase()) + 1;
  const first = named || Number(parts.month);
  const second = Number(parts.day ?? '1');
  const [month, day] = first > 12 && named === 0 ? [second, first] : [first, second];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  if (parts.day === undefined) return { value: undefined };
  return { value: complete(parts.year?.replace(/\D/g, ''), month, day, receivedOn) };
}

function complete(
  yearDigits: string | undefined,
  month: number,
  day: number,
  receivedOn: IsoDate | undefined,
): IsoDate | undefined {
  const inYear = (year: number) => isoDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  if (yearDigits?.length === 4) return inYear(Number(yearDigits));
  if (receivedOn === undefined && yearDigits === undefined) return undefined;
  const thisYear = receivedOn === undefined ? 2040 : Number(receivedOn.slice(0, 4));
  const year = yearDigits === undefined ? thisYear : Math.floor(thisYear / 100) * 100 + Number(yearDigits);
  const step = yearDigits === undefined ? 1 : 100;
  const date = inYear(year);
  return date !== undefined && receivedOn !== undefined && date > receivedOn
    ? inYear(year - step)
    : year > thisYear
      ? inYear(year - step)
      : date;
}

/** Whole days from one date to another; negative when `to` lies before `from`. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
