import { activePairs } from '../check/pairs.ts';
import { isDiagnosisCode, isProcedureCode } from '../model/code.ts';
import type { ClaimLine, DiagnosisLine, Draft, Finding, Rubric } from '../model/draft.ts';
import type { PtpRow } from '../model/official.ts';
import { CLAIM_RULES } from '../rules/apply-rules.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { BilledClaim } from './billed-claim.ts';

/** All that an audit looks at: the claim we support, and what the rules say of the billed one. */
export interface Bench {
  readonly billed: BilledClaim;
  readonly claim: Draft;
  readonly context: RuleContext;
  /** What each rule finds on the billed claim as it was sent. */
  readonly findings: readonly Finding[];
  /** Modifiers of the billed claim held against the note. */
  readonly rubrics: readonly Rubric[];
  readonly pairs: readonly PtpRow[];
}

/** Every rule sees the claim as it was sent: what one of them would take off must not hide what another finds. */
export function benchOf(billed: BilledClaim, claim: Draft, context: RuleContext): Bench {
  const draft = asDraft(billed, claim, context);
  const codes = [...billed.lines, ...claim.lines].map(({ code }) => code);
  const rulings = CLAIM_RULES.map((rule) => rule(draft, context));
  return {
    billed,
    claim,
    context,
    findings: rulings.flatMap(({ findings }) => findings),
    rubrics: rulings.flatMap(({ draft: { rubrics } }) => rubrics),
    pairs: activePairs(codes, context.official, context.settings.dateOfService.value),
  };
}

/** The billed claim as a draft by hand; a line that we support too brings its quotes. */
function asDraft(billed: BilledClaim, claim: Draft, { library }: RuleContext): Draft {
  const diagnoses = billed.diagnoses.filter(isDiagnosisCode).map(
    (code): DiagnosisLine =>
      claim.diagnoses.find((line) => line.code === code) ?? {
        code,
        title: library.findDiagnosis(code)?.title ?? code,
        evidence: [],
        confidence: AS_SENT,
      },
  );
  const dx = (diagnoses.length > 0 ? diagnoses : claim.diagnoses).slice(0, 4).map(({ code }) => code);
  const lines = billed.lines.flatMap(({ code, modifiers, units }, at): ClaimLine[] => {
    if (!isProcedureCode(code)) return [];
    const own = claim.lines.find((line) => line.code === code);
    return [
      {
        seq: at + 1,
        code,
        modifiers,
        units,
        title: library.find(code)?.title ?? code,
        evidence: own?.evidence ?? [],
        why: '',
        confidence: AS_SENT,
        dx,
        parent: undefined,
        held: undefined,
        totalRvu: undefined,
        globalDays: undefined,
      },
    ];
  });
  return { lines, diagnoses, notBilled: [], questions: [], rubrics: [], findings: [] };
}

const AS_SENT = { value: 1, word: 'sure', because: 'as it was billed' } as const;
