import type { FeeRow } from '../model/official.ts';
import { type Answerer, codesOf, type Desk, feeOf, listed, officialFact, sentences, stateOf } from './desk.ts';

type Place = 'office' | 'facility';
const OFFICE = /\b(?:office|clinic|non ?facility|pos 11)\b/;
const FACILITY =
  /\b(?:hospital|inpatient|outpatient|asc|surgery center|surgical center|ambulatory|(?<!non )facility|hopd|pos (?:19|2[1-4]))\b/;

export function rvuWords(fee: FeeRow, place?: Place): string {
  if (place === undefined && fee.totalFacilityRvu === fee.totalNonFacilityRvu) {
    return `${figure(fee.totalFacilityRvu)} RVU in any place`;
  }
  const facility = `${figure(fee.totalFacilityRvu)} RVU in a facility`;
  const office = `${figure(fee.totalNonFacilityRvu)} RVU in an office`;
  return place === undefined ? `${facility}, ${office}` : place === 'office' ? office : facility;
}

/** "RVU of 45385 in a hospital": total by place, the work part, and the rows of 26, TC and 53; never money. */
export const relativeValues: Answerer = (asked, desk) => {
  const codes = codesOf(asked);
  const place = placeOf(asked.words);
  return {
    asked: `Relative values of ${listed(codes)}`,
    answer: sentences(codes.map((code) => `${code}: ${answerFor(code, asked.words, place, desk)}`)),
    facts: codes.flatMap((code) => [
      officialFact('pfs', code, detailOf(code, desk), desk),
      ...(['26', 'TC', '53'] as const).flatMap((modifier) => {
        const row = feeOf(code, desk, modifier);
        return row === undefined ? [] : [officialFact('pfs', `${code}-${modifier}`, rvuWords(row), desk)];
      }),
    ]),
    cards: [],
  };
};

const WORK = /\bwrvus?\b|\bwork (?:rvus?|values?|relative values?)\b/;

function answerFor(code: string, words: string, place: Place | undefined, desk: Desk): string {
  const fee = feeOf(code, desk);
  const total = totalOf(code, place, desk);
  return fee !== undefined && WORK.test(words) ? `work RVU ${figure(fee.workRvu)}; ${total}` : total;
}

function placeOf(words: string): Place | undefined {
  const isOffice = OFFICE.test(words);
  if (isOffice === FACILITY.test(words)) return undefined;
  return isOffice ? 'office' : 'facility';
}

function totalOf(code: string, place: Place | undefined, desk: Desk): string {
  const fee = feeOf(code, desk);
  if (fee !== undefined) {
    return fee.status === 'C' ? 'priced by the contractor, no national value' : `${rvuWords(fee, place)} (total)`;
  }
  return stateOf('pfs', desk) === 'not-checked'
    ? 'not known, no fee schedule is loaded'
    : 'not listed in the fee schedule';
}

function detailOf(code: string, desk: Desk): string {
  const fee = feeOf(code, desk);
  return fee === undefined ? 'not listed' : `work ${figure(fee.workRvu)}; ${rvuWords(fee)}; status ${fee.status}`;
}

function figure(rvu: number): string {
  return rvu.toFixed(2);
}
