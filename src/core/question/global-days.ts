import type { IsoDate } from '../model/ids.ts';
import { type Answerer, codesOf, type Desk, feeOf, listed, officialFact, sentences, stateOf } from './desk.ts';

/** The global days column of the fee schedule (CMS, PPRRVU record layout). */
const GLOBAL: Readonly<Record<string, string>> = {
  '000': 'global 000: the day of the procedure',
  '010': 'global 010: the day of the procedure and 10 days after it',
  '090': 'global 090: the day before, the day of surgery and 90 days after it',
  XXX: 'global XXX: the global concept does not apply',
  YYY: 'global YYY: the contractor decides the global period',
  ZZZ: "global ZZZ: inside its parent's global period",
  MMM: 'global MMM: maternity care, the usual global period does not apply',
};
const DAYS_AFTER: Readonly<Record<string, number>> = { '010': 10, '090': 90 };

export function globalWords(days: string): string {
  return GLOBAL[days] ?? `global ${days}`;
}

/** "Global of 27447": the period, and its last day when the operation were on the day asked for. */
export const globalDays: Answerer = (asked, desk) => {
  const codes = codesOf(asked);
  return {
    asked: `Global period of ${listed(codes)}`,
    answer: sentences(codes.map((code) => `${code}: ${confirmed(code, asked.words, desk)}${periodOf(code, desk)}`)),
    facts: codes.map((code) => officialFact('pfs', code, factOf(code, desk), desk)),
    cards: [],
  };
};

/** "Does 45385 have a 90 day global?" is asked to be answered by yes or no. */
function confirmed(code: string, words: string, desk: Desk): string {
  const [, days] = /\b(90|10|0|zero) days?\b/.exec(words) ?? [];
  const fee = feeOf(code, desk);
  if (days === undefined || fee === undefined) return '';
  return Number(fee.globalDays) === (days === 'zero' ? 0 : Number(days)) ? 'yes, ' : 'no, ';
}

function periodOf(code: string, desk: Desk): string {
  const fee = feeOf(code, desk);
  if (fee !== undefined) return globalWords(fee.globalDays);
  return stateOf('pfs', desk) === 'not-checked'
    ? 'not known, no fee schedule is loaded'
    : 'not listed in the fee schedule';
}

function factOf(code: string, desk: Desk): string {
  const fee = feeOf(code, desk);
  if (fee === undefined) return 'not listed';
  const after = DAYS_AFTER[fee.globalDays];
  const last =
    after === undefined ? '' : `; surgery on ${desk.day} has its last global day on ${daysAfter(desk.day, after)}`;
  return `${fee.globalDays}${last}`;
}

function daysAfter(day: IsoDate, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
