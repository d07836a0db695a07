import { SEPARATE_MODIFIERS } from '../check/associated-modifiers.ts';
import { isVisit } from '../rules/modifiers/visit-codes.ts';
import { type Desk, feeOf } from './desk.ts';

const OF_VISITS: ReadonlySet<string> = new Set(['24', '25', '57', 'AI', 'FS', 'FT']);
const OF_PROCEDURES: ReadonlySet<string> = new Set(
  '22 47 50 51 53 54 55 56 58 62 63 66 73 74 78 79 80 81 82 AS LT RT'.split(' '),
);
/** Parts of a global package: there is one to split only with 10 or 90 days (Medicare Claims Processing Manual ch. 12, 40.2). */
const OF_PACKAGES: ReadonlySet<string> = new Set(['54', '55', '56']);

/** Whether a modifier that no column of the fee schedule decides may stand on a code. */
export function standsOn(modifier: string, code: string, desk: Desk): string {
  const isOfVisit = isVisit(code);
  if (OF_VISITS.has(modifier) && !isOfVisit) return `no, ${modifier} stands on a visit, not on a procedure`;
  if (OF_PROCEDURES.has(modifier) && isOfVisit) return `no, ${modifier} stands on a procedure, not on a visit`;
  if (SEPARATE_MODIFIERS.has(modifier)) {
    return isOfVisit
      ? `no, a visit beside a procedure takes 25 or 57, not ${modifier}`
      : `${modifier} only opens an NCCI pair of indicator 1 with another code of the claim: ask with both codes`;
  }
  const fee = feeOf(code, desk);
  if (OF_PACKAGES.has(modifier) && fee !== undefined && !/^0[19]0$/.test(fee.globalDays)) {
    return `no, ${modifier} splits a global package, and its global is ${fee.globalDays}`;
  }
  const own = modifier === '53' ? feeOf(code, desk, '53') : undefined;
  const value = own === undefined ? '' : '; the fee schedule has values of its own for it';
  return `${modifier} may stand on it when the note proves it${value}`;
}
