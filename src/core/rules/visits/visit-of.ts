import type { ClaimLine, Draft } from '../../model/draft.ts';
import type { VisitBasis } from '../../model/visit.ts';
import { levelVisit } from '../../visits/level-visit.ts';
import { type VisitFamily, visitFamilyOf } from '../../visits/visit-codes.ts';
import type { RuleContext } from '../rule.ts';

/** What the note tells of its visit: as drafted, or read again for a claim that somebody else wrote. */
export function visitOf(draft: Draft, { extract, settings }: RuleContext): VisitBasis | undefined {
  return draft.visit ?? levelVisit(extract, settings);
}

/** The lines of these families. */
export function linesOfFamilies({ lines }: Draft, families: readonly VisitFamily[]): readonly ClaimLine[] {
  return lines.filter(({ code }) => {
    const family = visitFamilyOf(code);
    return family !== undefined && families.includes(family);
  });
}

/** Kinds of visit that have levels. */
export const LEVELLED: readonly VisitFamily[] = [
  'office-new',
  'office-established',
  'hospital-initial',
  'hospital-subsequent',
  'hospital-same-day',
  'emergency',
  'consult-office',
  'consult-hospital',
  'nursing-initial',
  'nursing-subsequent',
  'home-new',
  'home-established',
];
