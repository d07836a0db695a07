import { CRITICAL_CARE_MINUTES } from './critical-care.ts';
import { findAll } from './find-cues.ts';
import { IN_EMERGENCY } from './place-table.ts';
import { prolongedHint } from './prolonged.ts';
import type { VisitFacts } from './visit-facts.ts';

/** Days from which the present rules hold: office 2021, elsewhere 2023 (CPT; CMS PFS final rules). */
const OFFICE_RULES_FROM = '2021-01-01';
const OTHER_RULES_FROM = '2023-01-01';

/** What a coder should know about the reading that no rule says of the claim. */
export function visitNotes(visit: VisitFacts, code: string | undefined): string[] {
  const { lines, place, times, settings } = visit;
  const payer = settings.payer.value;
  const rulesFrom = place.kind.startsWith('office') ? OFFICE_RULES_FROM : OTHER_RULES_FROM;
  const critical = times.critical?.minutes;
  const notes: (string | false | undefined)[] = [
    settings.dateOfService.value < rulesFrom && `The date of service lies before ${rulesFrom}: older rules held then.`,
    place.isConsult &&
      (payer === 'medicare'
        ? 'A consultation: Medicare takes none, read as the visit of its place.'
        : 'A consultation: needs the request, by whom, and the written report back; payers differ.'),
    place.kind === 'emergency' &&
      times.total !== undefined &&
      'Time is told, but it never decides in the emergency department.',
    critical !== undefined &&
      critical < CRITICAL_CARE_MINUTES &&
      `${critical} minutes of critical care: under ${CRITICAL_CARE_MINUTES}, the visit is billed instead.`,
    place.kind === 'critical-care' &&
      findAll(lines, IN_EMERGENCY).length > 0 &&
      'An emergency visit before the critical care, told apart, may be billed beside it.',
    place.kind === 'hospital-same-day' &&
      payer === 'medicare' &&
      'Medicare wants at least 8 hours and two visits for this.',
    place.kind === 'post-operative' &&
      'Outside the global days of that operation, or for another problem (24), the visit is levelled instead.',
    place.kind !== 'post-operative' &&
      place.isAfterSurgery &&
      'A recent operation is told: when the author’s group did it, the visit needs 24 for an unrelated problem.',
    code !== undefined && prolongedHint(code, times.total, payer),
  ];
  return notes.filter((note) => typeof note === 'string');
}
