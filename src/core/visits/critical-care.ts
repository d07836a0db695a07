import type { CaseSettings } from '../model/consultation.ts';
import type { VisitTime } from '../model/visit.ts';
import type { VisitCode } from './visit-reading.ts';

export const CRITICAL_CARE_MINUTES = 30;
const FIRST_HOUR_ENDS = 74;
const FURTHER_MINUTES = 30;

/**
 * Critical care by minutes of the day, undefined under half an hour. The further half hours begin at 75 minutes by
 * CPT, at 104 by Medicare, which wants each of them full (CMS, PFS final rule 2023; MM12982).
 */
export function criticalCareCodes(time: VisitTime, payer: CaseSettings['payer']['value']): VisitCode[] | undefined {
  const { minutes } = time;
  if (minutes < CRITICAL_CARE_MINUTES) return undefined;
  const beyond = minutes - FIRST_HOUR_ENDS;
  const further = Math.max(
    0,
    payer === 'medicare' ? Math.floor(beyond / FURTHER_MINUTES) : Math.ceil(beyond / FURTHER_MINUTES),
  );
  return [{ code: '99291', units: 1 }, ...(further === 0 ? [] : [{ code: '99292', units: further }])];
}
