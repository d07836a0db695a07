import type { ClaimLine } from '../../model/draft.ts';
import { isEncounterCode, type VisitFamily, visitFamilyOf } from '../../visits/visit-codes.ts';
import { finding, librarySource, type Rule, withoutLines } from '../rule.ts';

const AUTHORITY = 'CMS Claims Processing Manual ch. 12, 30.6.5, 30.6.9.1 and 30.6.11 (one visit a day)';

/** What remains of two visits of one day: all care of that day counts into the one that stands first here. */
const STANDS: readonly VisitFamily[] = [
  'hospital-same-day',
  'hospital-initial',
  'nursing-initial',
  'hospital-discharge',
  'nursing-discharge',
  'hospital-subsequent',
  'nursing-subsequent',
  'emergency',
  'consult-hospital',
  'consult-office',
  'office-new',
  'home-new',
  'office-established',
  'home-established',
  'telehealth',
];

/** Two that may stand side by side: the second takes 25 where another says so. */
const SIDE_BY_SIDE: readonly (readonly [VisitFamily, VisitFamily])[] = [['hospital-discharge', 'nursing-initial']];

/** One physician, or one group and specialty, bills one visit a patient and day; critical care and prevention stand apart. */
export const oneVisit: Rule = (draft, context) => {
  const visits = draft.lines.filter(({ code }) => isEncounterCode(code) && STANDS.includes(familyOf(code)));
  const [best, ...others] = visits.toSorted((a, b) => rank(a) - rank(b) || (a.code < b.code ? 1 : -1));
  if (best === undefined || others.length === 0) return { draft, findings: [] };
  const second = others.filter((line) => !isBeside(best, line));
  const dropped = second
    .filter(({ modifiers }) => !modifiers.includes('25'))
    .map((line) => ({ line, reason: `one visit a day by one physician or group: its work counts into ${best.code}` }));
  const found = (severity: 'F' | 'W', text: string, code: string) =>
    finding('one-visit', severity, librarySource(context), AUTHORITY, text, [code, best.code]);
  return {
    draft: withoutLines(draft, dropped),
    findings: second.map(({ code, modifiers }) =>
      modifiers.includes('25')
        ? found('W', `${code} beside ${best.code} needs two encounters of that day for two unrelated problems`, code)
        : found('F', `${code} not billed beside ${best.code}: one visit a day by one physician or group`, code),
    ),
  };
};

function familyOf(code: string): VisitFamily {
  return visitFamilyOf(code) ?? 'other-visit';
}

function rank({ code }: ClaimLine): number {
  return STANDS.indexOf(familyOf(code));
}

function isBeside(one: ClaimLine, other: ClaimLine): boolean {
  const families = [familyOf(one.code), familyOf(other.code)];
  return SIDE_BY_SIDE.some((pair) => pair.every((family) => families.includes(family)));
}
