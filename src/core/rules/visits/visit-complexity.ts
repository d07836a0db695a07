import type { ClaimLine, Draft } from '../../model/draft.ts';
import { type VisitFamily, visitFamilyOf } from '../../visits/visit-codes.ts';
import { finding, librarySource, type Rule, type RuleContext, withoutLines } from '../rule.ts';
import { told } from '../told.ts';

const AUTHORITY = 'CMS PFS final rules 2024, 2025 and 2026 (G2211); MM13473';
const CODE = 'G2211';
const BEGINS = '2024-01-01';
const WITH_PREVENTION_FROM = '2025-01-01';
const AT_HOME_FROM = '2026-01-01';
const OFFICE: readonly VisitFamily[] = ['office-new', 'office-established'];
const HOME: readonly VisitFamily[] = ['home-new', 'home-established'];

/** Medicare's yearly visit, its other preventive services, and giving a vaccine. */
const PREVENTION = /^(G0402|G043[89]|G044[2-7]|G0101|Q0091|G000[89]|G0010|904[67]\d|90480|9940[67]|G0270|G0296)$/;

/** Care that goes on: the one for all health, or for one serious illness. */
const LASTING =
  /\b(primary care|pcp|longitudinal|ongoing (care|management|relationship)|long term (care|management|follow up)|continuity|follow(s|ed|ing)? (him|her|the patient|this patient|for (her|his|the))|chronic|hypertension|diabetes|heart failure|copd|cancer|rheumatoid|lupus|epilep\w+|multiple sclerosis|hiv|kidney disease)\b/;

/** G2211: Medicare, beside an office (2026: or home) visit of lasting care, not with 25 unless for prevention from 2025. */
export const visitComplexity: Rule = (draft, context) => {
  const line = draft.lines.find(({ code }) => code === CODE);
  if (line === undefined) return { draft, findings: [] };
  const fault = faultOf(draft, context);
  const found = (severity: 'F' | 'W', text: string) =>
    finding('visit-complexity', severity, librarySource(context), AUTHORITY, `${CODE} ${text}`, [CODE]);
  if (fault !== undefined) {
    return { draft: withoutLines(draft, [{ line, reason: fault }]), findings: [found('F', fault)] };
  }
  if (context.settings.payer.value !== 'medicare') {
    return { draft, findings: [found('W', 'is a code of Medicare; other payers differ')] };
  }
  return told(context.extract, LASTING).length > 0
    ? { draft, findings: [] }
    : { draft, findings: [found('W', 'needs care that goes on over time, which the note does not tell')] };
};

function faultOf({ lines }: Draft, { settings }: RuleContext): string | undefined {
  const day = settings.dateOfService.value;
  if (day < BEGINS) return `is valid from ${BEGINS} only`;
  const visit = lines.find((line) => isParent(line, day));
  if (visit === undefined) {
    return day < AT_HOME_FROM ? 'goes only beside an office visit' : 'goes only beside an office visit or one at home';
  }
  if (!visit.modifiers.includes('25')) return undefined;
  const isPrevention = day >= WITH_PREVENTION_FROM && lines.some(({ code }) => PREVENTION.test(code));
  return isPrevention
    ? undefined
    : 'is not paid beside a visit with 25, unless it is for a preventive service of that day';
}

function isParent({ code }: ClaimLine, day: string): boolean {
  const family = visitFamilyOf(code);
  if (family === undefined) return false;
  return OFFICE.includes(family) || (day >= AT_HOME_FROM && HOME.includes(family));
}
