import { quoteAt } from '../draft/evidence.ts';
import type { Draft, Finding, Question } from '../model/draft.ts';
import { ANESTHESIA_RULES } from './anesthesia/anesthesia-rules.ts';
import { CODE_RULES } from './codes/code-rules.ts';
import { DIAGNOSIS_RULES } from './diagnoses/diagnosis-rules.ts';
import { DRUG_RULES } from './drugs/drug-rules.ts';
import { EDIT_RULES } from './edits/edit-rules.ts';
import { holdUnsettled } from './hold-unsettled.ts';
import { MODIFIER_ORDER, MODIFIER_RULES } from './modifiers/modifier-rules.ts';
import { PAYMENT_RULES } from './payment/payment-rules.ts';
import { DOCUMENT_RULES } from './proof/document-rules.ts';
import { PROOF_RULES } from './proof/proof-rules.ts';
import type { Rule, RuleContext } from './rule.ts';
import { VISIT_RULES } from './visits/visit-rules.ts';

/** What judges the lines of a claim by themselves, whoever made it; the rest looks at the note behind them. */
export const CLAIM_RULES: readonly Rule[] = [
  ...ANESTHESIA_RULES,
  ...DRUG_RULES,
  ...CODE_RULES,
  ...MODIFIER_RULES,
  ...VISIT_RULES,
  ...EDIT_RULES,
  ...MODIFIER_ORDER,
  ...DIAGNOSIS_RULES,
];

/** In this order: what is no code or has no proof goes first, pairs need settled modifiers, the sequence comes last. */
export const RULES: readonly Rule[] = [...PROOF_RULES, ...CLAIM_RULES, ...DOCUMENT_RULES, ...PAYMENT_RULES];

/** Nobody answers more at once. */
const MOST_QUESTIONS = 8;

/**
 * Runs every rule over a draft, deterministic or chosen by a model: drops or holds what must not leave and adds what was
 * found, each finding with its authority, edition and whether it was checked for the date of service.
 */
export function applyRules(draft: Draft, context: RuleContext): Draft {
  const findings: Finding[] = [];
  // Rubrics of an earlier run are judged anew.
  let ruled: Draft = { ...draft, rubrics: [] };
  for (const rule of RULES) {
    const ruling = rule(ruled, context);
    ruled = holdUnsettled(ruled, ruling);
    findings.push(...ruling.findings);
  }
  const questions = ruled.questions.flatMap((question) => quoted(question, ruled, context));
  return { ...ruled, questions: holdingFirst(questions).slice(0, MOST_QUESTIONS), findings };
}

/** A surgeon is asked about his own words: those that prove the held line, else the title, else the note's first. */
function quoted(question: Question, { lines }: Draft, { extract }: RuleContext): Question[] {
  if (question.to === 'sender' || question.quote !== undefined) return [question];
  const [proof] = lines.filter(({ code }) => question.holds.includes(code)).flatMap(({ evidence }) => evidence);
  const [place] = [...extract.titles, ...extract.statements];
  const quote = proof ?? (place === undefined ? undefined : quoteAt(place, extract));
  return quote === undefined ? [] : [{ ...question, quote }];
}

function holdingFirst(questions: readonly Question[]): Question[] {
  return questions.toSorted((a, b) => Math.sign(b.holds.length) - Math.sign(a.holds.length));
}
