import type { Draft, Finding } from '../model/draft.ts';
import { addOnParent } from './add-on-parent.ts';
import { bilateral } from './bilateral.ts';
import { codeValid } from './code-valid.ts';
import { diagnosesValid } from './diagnoses-valid.ts';
import { libraryExclusion } from './library-exclusion.ts';
import { modifierPairing } from './modifier-pairing.ts';
import { patientBand } from './patient-band.ts';
import { professionalComponent } from './professional-component.ts';
import { ptpPairs } from './ptp-pairs.ts';
import { quoteExists } from './quote-exists.ts';
import type { Rule, RuleContext } from './rule.ts';
import { sequence } from './sequence.ts';
import { titleVsBody } from './title-vs-body.ts';
import { unitLimits } from './unit-limits.ts';

/** In this order: what is no code or has no proof goes first, pairs need settled modifiers, the sequence comes last. */
const RULES: readonly Rule[] = [
  quoteExists,
  codeValid,
  patientBand,
  libraryExclusion,
  bilateral,
  professionalComponent,
  ptpPairs,
  addOnParent,
  modifierPairing,
  unitLimits,
  diagnosesValid,
  titleVsBody,
  sequence,
];

/**
 * Runs every rule over a draft, deterministic or chosen by a model: drops or holds what must not leave and adds what was
 * found, each finding with its authority, edition and whether it was checked for the date of service.
 */
export function applyRules(draft: Draft, context: RuleContext): Draft {
  const findings: Finding[] = [];
  let ruled: Draft = draft;
  for (const rule of RULES) {
    const ruling = rule(ruled, context);
    ruled = ruling.draft;
    findings.push(...ruling.findings);
  }
  return { ...ruled, findings };
}
