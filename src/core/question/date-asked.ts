import { daysBetween, findDates } from '../deidentify/dates.ts';
import { isBirthDate } from '../deidentify/facts.ts';
import { type IsoDate, isoDate } from '../model/ids.ts';

const YEAR = /\b(?:in|for|during|of|cy|year|as of|since)\s+(20\d{2})\b(?![-/])/i;

/** Nobody bills what is ten years old: an earlier date is the patient's birthday, and must not be kept. */
const OLDEST_DAYS = 3_650;

/**
 * The day a question is about, read before its dates are masked: the first whole date, else the middle of a year that
 * is named and is not the year of the mail. Undefined when the question names none.
 */
export function dateAsked(text: string, mailedOn: IsoDate): IsoDate | undefined {
  const first = findDates(text, mailedOn).find(
    (date) => date.value !== undefined && !isBirthDate(text, date) && daysBetween(date.value, mailedOn) < OLDEST_DAYS,
  );
  if (first !== undefined) return first.value;
  const year = YEAR.exec(text)?.[1];
  return year === undefined || mailedOn.startsWith(year) ? undefined : isoDate(`${year}-07-01`);
}
