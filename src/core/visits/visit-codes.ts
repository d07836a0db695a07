import type { VisitKind } from '../model/visit.ts';

/** What an E/M code is for: a kind of visit with levels, or something that goes with visits. */
export type VisitFamily =
  | Exclude<VisitKind, 'post-operative'>
  | 'prolonged'
  | 'complexity'
  | 'telehealth'
  | 'global-visit'
  | 'preventive'
  | 'other-visit';

/** First and last code of each family, deleted codes among them (CPT E/M section; HCPCS Level II). */
const RANGES: readonly (readonly [string, string, VisitFamily])[] = [
  ['98000', '98016', 'telehealth'],
  ['99024', '99024', 'global-visit'],
  ['99201', '99205', 'office-new'],
  ['99211', '99215', 'office-established'],
  ['99217', '99217', 'hospital-discharge'],
  ['99218', '99223', 'hospital-initial'],
  ['99224', '99226', 'hospital-subsequent'],
  ['99231', '99233', 'hospital-subsequent'],
  ['99234', '99236', 'hospital-same-day'],
  ['99238', '99239', 'hospital-discharge'],
  ['99241', '99245', 'consult-office'],
  ['99251', '99255', 'consult-hospital'],
  ['99281', '99285', 'emergency'],
  ['99291', '99292', 'critical-care'],
  ['99304', '99306', 'nursing-initial'],
  ['99307', '99310', 'nursing-subsequent'],
  ['99315', '99316', 'nursing-discharge'],
  ['99318', '99318', 'nursing-subsequent'],
  ['99324', '99328', 'home-new'],
  ['99334', '99337', 'home-established'],
  ['99341', '99345', 'home-new'],
  ['99347', '99350', 'home-established'],
  ['99354', '99359', 'prolonged'],
  ['99381', '99397', 'preventive'],
  ['99415', '99418', 'prolonged'],
  ['99441', '99443', 'telehealth'],
  ['99360', '99499', 'other-visit'],
  ['G0316', 'G0318', 'prolonged'],
  ['G2211', 'G2211', 'complexity'],
  ['G2212', 'G2212', 'prolonged'],
];

/** What an E/M code is for; undefined for a code of anything else. */
export function visitFamilyOf(code: string): VisitFamily | undefined {
  return RANGES.find(([first, last]) => first <= code && code <= last)?.[2];
}

/** Whether a code is one of evaluation and management, or goes with one. */
export function isVisitCode(code: string): boolean {
  return visitFamilyOf(code) !== undefined;
}

/** Check-ups, newborns, care over a month, messages: told by their names, where the levels of a visit note do not tell. */
const NAMED_SERVICES: readonly VisitFamily[] = ['preventive', 'telehealth', 'other-visit'];

/** Whether an E/M code is picked by its name in a note that is no visit, rather than levelled from the whole of it. */
export function isNamedService(code: string): boolean {
  const family = visitFamilyOf(code);
  return family !== undefined && NAMED_SERVICES.includes(family);
}

const BESIDE_VISITS: readonly VisitFamily[] = ['prolonged', 'complexity', 'global-visit', 'other-visit'];

/** Whether a code is a visit of its own: at most one a day by one physician or group, apart from what adds to it. */
export function isEncounterCode(code: string): boolean {
  const family = visitFamilyOf(code);
  return family !== undefined && !BESIDE_VISITS.includes(family) && code !== '99292';
}
