import type { VisitPlace } from '../../model/visit.ts';
import { type VisitFamily, visitFamilyOf } from '../../visits/visit-codes.ts';
import { finding, librarySource, type Rule } from '../rule.ts';
import { linesOfFamilies, visitOf } from './visit-of.ts';

const AUTHORITY = 'CPT E/M guidelines, new and established patient; CMS Claims Processing Manual ch. 12, 30.6.7';

const OTHERWISE: Readonly<Partial<Record<VisitFamily, VisitPlace['kind']>>> = {
  'office-new': 'office-established',
  'office-established': 'office-new',
  'home-new': 'home-established',
  'home-established': 'home-new',
};

/**
 * New is who was not seen by the physician, or by one of the same group and specialty, within three years. A note that
 * says the opposite fails the code of a new patient; one that is silent makes it doubtful.
 */
export const newPatient: Rule = (draft, context) => {
  const lines = linesOfFamilies(draft, ['office-new', 'office-established', 'home-new', 'home-established']);
  const place = lines.length === 0 ? undefined : visitOf(draft, context)?.place;
  if (place === undefined) return { draft, findings: [] };
  const findings = lines.flatMap(({ code }) => {
    const family = visitFamilyOf(code);
    if (family === undefined || OTHERWISE[family] !== place.kind) return [];
    const isNewBilled = family.endsWith('new');
    const text = isNewBilled
      ? place.isAssumed
        ? `${code} is for a new patient; the note does not say that nobody of the group saw the patient within three years`
        : `${code} is for a new patient; the note tells one seen within three years`
      : `${code} is for a known patient; the note tells a new one`;
    const severity = isNewBilled && !place.isAssumed ? 'F' : 'W';
    return [finding('new-patient', severity, librarySource(context), AUTHORITY, text, [code])];
  });
  return { draft, findings };
};
