import type { IsoDate } from '../../core/model/ids.ts';

/** How an edition is called and when it holds; undefined dates: the file does not tell. */
export interface Period {
  readonly label: string;
  readonly from: IsoDate | undefined;
  readonly to: IsoDate | undefined;
}

export const UNDATED: Period = { label: 'undated', from: undefined, to: undefined };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})[a-z]*`;

/** `2026` */
export function calendarYear(year: number): Period {
  return { label: `${year}`, from: dateOf(year, 1, 1), to: dateOf(year, 12, 31) };
}

/** `2026Q3`; quarters count from 1. */
export function quarter(year: number, number: number): Period {
  return { label: `${year}Q${number}`, from: dateOf(year, number * 3 - 2, 1), to: monthEnd(year, number * 3) };
}

/** `FY2026` begins on 1 October 2025; an update of April 2026 holds from 1 April. */
export function fiscalYear(year: number, update: string): Period {
  const to = dateOf(year, 9, 30);
  return /\bapr/i.test(update.replaceAll(/[_-]/g, ' '))
    ? { label: `FY${year} April`, from: dateOf(year, 4, 1), to }
    : { label: `FY${year}`, from: dateOf(year - 1, 10, 1), to };
}

/** The quarter that a month begins (`JUL`), of a year that is told apart; the whole year without a month. */
export function release(year: number, month: string | undefined): Period {
  if (month === undefined) return calendarYear(year);
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const period = quarter(year, Math.ceil(number / 3));
  return { ...period, label: `${year} ${month.slice(0, 1).toUpperCase()}${month.slice(1, 3).toLowerCase()}` };
}

/** The first year from 1990 on that is written in one of the texts. */
export function yearIn(...texts: readonly string[]): number | undefined {
  for (const text of texts) {
    const found = /(?<!\d)(199\d|20\d\d)(?!\d)/.exec(text)?.[1];
    if (found !== undefined) return Number(found);
  }
  return undefined;
}

/** The first month of a release that is written as a word of its own in one of the texts. */
export function monthIn(...texts: readonly string[]): string | undefined {
  const form = new RegExp(`(?<![a-z])${MONTH}(?![a-z])`, 'i');
  for (const text of texts) {
    const found = form.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `2024q3`, `04-01-2026` (the first day of a quarter) or an NCCI version such as `v322` (32.2: the third of 2026). */
export function quarterIn(...texts: readonly string[]): Period | undefined {
  for (const text of texts) {
    const [, year, number] = /(20\d\d)[ _-]?q([1-4])/i.exec(text) ?? [];
    if (year !== undefined && number !== undefined) return quarter(Number(year), Number(number));
    const [, month, , ofYear] = /(?<!\d)(\d{1,2})[-_/](\d{1,2})[-_/](20\d\d)(?!\d)/.exec(text) ?? [];
    if (month !== undefined && ofYear !== undefined) return quarter(Number(ofYear), Math.ceil(Number(month) / 3));
    // NCCI counts years from 1994.
    const [, version, part] = /(?<![a-z])v(\d\d)([0-3])r\d/i.exec(text) ?? [];
    if (version !== undefined && part !== undefined) return quarter(1994 + Number(version), Number(part) + 1);
  }
  return undefined;
}

function dateOf(year: number, month: number, day: number): IsoDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as IsoDate;
}

function monthEnd(year: number, month: number): IsoDate {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as IsoDate;
}
