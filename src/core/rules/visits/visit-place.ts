import type { VisitKind } from '../../model/visit.ts';
import { type VisitFamily, visitFamilyOf } from '../../visits/visit-codes.ts';
import { finding, librarySource, type Rule, type RuleContext } from '../rule.ts';
import { linesOfFamilies, visitOf } from './visit-of.ts';

const AUTHORITY = 'CPT E/M guidelines, categories by place of service; CMS Claims Processing Manual ch. 12, 30.6';

/** Where each family is seen, in the words of the reply. New and known patients are told apart elsewhere. */
const PLACES: Readonly<Partial<Record<VisitFamily, string>>> = {
  'office-new': 'an office visit',
  'office-established': 'an office visit',
  'hospital-initial': 'the first day of a hospital stay',
  'hospital-subsequent': 'a later day of a hospital stay',
  'hospital-same-day': 'a hospital stay within one day',
  'hospital-discharge': 'the last day of a hospital stay',
  emergency: 'the emergency department',
  'nursing-initial': 'the first visit in a nursing facility',
  'nursing-subsequent': 'a later visit in a nursing facility',
  'nursing-discharge': 'the last day in a nursing facility',
  'home-new': 'a visit at home',
  'home-established': 'a visit at home',
};

/** Kinds that lie across the places. */
const ANYWHERE: readonly VisitKind[] = ['post-operative', 'critical-care', 'consult-office', 'consult-hospital'];

/** Place of service 11 belongs to the office; these families never do. */
const OFFICE_POS = '11';
const NEVER_IN_OFFICE: readonly VisitFamily[] = [
  'hospital-initial',
  'hospital-subsequent',
  'hospital-same-day',
  'hospital-discharge',
  'emergency',
  'nursing-initial',
  'nursing-subsequent',
  'nursing-discharge',
];

/** The family of an E/M code fits the place that the note tells, and the place of service of the mail. */
export const visitPlace: Rule = (draft, context) => {
  const families = Object.keys(PLACES).filter((family): family is VisitFamily => family in PLACES);
  const lines = linesOfFamilies(draft, families);
  if (lines.length === 0) return { draft, findings: [] };
  const place = visitOf(draft, context)?.place;
  const findings = lines.flatMap(({ code }) => {
    const family = visitFamilyOf(code);
    const wanted = family === undefined ? undefined : PLACES[family];
    if (family === undefined || wanted === undefined) return [];
    if (context.settings.place.pos === OFFICE_POS && NEVER_IN_OFFICE.includes(family)) {
      return [found(code, `${code} is for ${wanted}; place of service ${OFFICE_POS} is an office`, context)];
    }
    if (place === undefined || place.isAssumed || ANYWHERE.includes(place.kind)) return [];
    const told = place.kind in PLACES ? PLACES[place.kind as VisitFamily] : undefined;
    if (told === undefined || told === wanted) return [];
    return [found(code, `${code} is for ${wanted}; the note tells ${told}`, context)];
  });
  return { draft, findings };
};

function found(code: string, text: string, context: RuleContext) {
  return finding('visit-place', 'F', librarySource(context), AUTHORITY, text, [code]);
}
