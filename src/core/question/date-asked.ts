import { findDates } from '../deidentify/dates.ts';
import { type IsoDate, isoDate } from '../model/ids.ts';

const YEAR = /\b(?:in|for|during|of|cy|year|as of|since)\s+(20\d{2})\b(?![-/])/i;

/**
 * The day a question is about, read before its dates are masked: the first whole date, else the middle of a year that
 * is named and is not the year of the mail. Undefined when the question names none.
 */
export function dateAsked(text: string, mailedOn: IsoDate): IsoDate | undefined {
  const [first] = findDates(text, mailedOn).flatMap(({ value }) => (value === undefined ? [] : [value]));
  if (first !== undefined) return first;
  const year = YEAR.exec(text)?.[1];
  return year === undefined || mailedOn.startsWith(year) ? undefined : isoDate(`${year}-07-01`);
}
