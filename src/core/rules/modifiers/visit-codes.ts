import { isEncounterCode } from '../../visits/visit-codes.ts';

/** Ophthalmological visits and Medicare's wellness visits. */
const OTHER_VISITS = /^(920(02|04|12|14)|G0(402|438|439))$/;

/** A code that takes the modifiers of visits and none of operations. */
export function isVisit(code: string): boolean {
  return isEncounterCode(code) || OTHER_VISITS.test(code);
}
