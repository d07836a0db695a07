import type { Audit, AuditRow, DenialAdvice } from '../model/audit.ts';
import type { Answer, AnswerOrigin, CodeCard } from '../model/consultation.ts';
import type { CheckState, Criterion, Evidence, Rubric, Severity } from '../model/draft.ts';

/** `answer --json`: kept stable (tests/golden/answer.schema.json). `null` because JSON has no undefined. */
export interface AnswerJson {
  readonly file: string;
  /** What the answer is: case, question or notice; for a mail that nobody is answered for, what the mail is. */
  readonly kind: string;
  readonly verdict: string;
  readonly lines: readonly {
    readonly seq: number;
    readonly code: string;
    readonly modifiers: readonly string[];
    readonly units: number;
    readonly title: string;
    /** Where the owner has loaded the AMA's titles. */
    readonly official?: string;
    readonly evidence: readonly Evidence[];
    readonly confidence: number;
    readonly dx: readonly string[];
    readonly totalRvu: number | null;
    readonly globalDays: string | null;
  }[];
  readonly diagnoses: readonly {
    readonly code: string;
    readonly title: string;
    readonly evidence: readonly Evidence[];
    readonly confidence: number;
  }[];
  readonly notBilled: readonly { readonly code: string; readonly reason: string }[];
  /** Modifiers held against their criteria: earned ones stand on the line, open ones wait for an answer. */
  readonly rubrics: readonly {
    readonly modifier: string;
    readonly code: string;
    readonly verdict: Rubric['verdict'];
    readonly criteria: readonly {
      readonly text: string;
      readonly state: Criterion['state'];
      readonly quote: Evidence | null;
    }[];
    readonly authority: string;
  }[];
  readonly questions: readonly { readonly text: string; readonly ifThen: string }[];
  /** Only where the sender told what he billed: his claim against `lines` and `diagnoses`. */
  readonly audit?: Omit<Audit, 'denials'> & {
    readonly denials: readonly (Omit<DenialAdvice, 'wording'> & { readonly wording: string | null })[];
  };
  /** Only in answer to a question: each question with its answer and the facts behind it. */
  readonly points?: readonly {
    readonly asked: string;
    readonly answer: string;
    readonly facts: readonly {
      readonly label: string;
      readonly text: string;
      readonly state: CheckState;
      readonly source: string;
    }[];
  }[];
  /** Only in answer to a question: the codes told. */
  readonly cards?: readonly {
    readonly code: string;
    readonly title: string;
    readonly official?: string;
    readonly says: string;
  }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: Severity;
    readonly text: string;
    readonly authority: string;
    readonly edition: string;
  }[];
  readonly editions: readonly string[];
  readonly limits: readonly string[];
  readonly draftedBy: AnswerOrigin['draftedBy'];
  readonly traceId: string;
}

/** The machine-readable answer; a question or a notice has empty claim parts. */
export function answerJson(file: string, answer: Answer): AnswerJson {
  const claim =
    answer.kind === 'case' ? answer : { lines: [], diagnoses: [], notBilled: [], questions: [], rubrics: [] };
  const findings = answer.kind === 'notice' ? [] : answer.findings;
  const { editions, limits, draftedBy, traceId } = answer.origin;
  return {
    file,
    kind: answer.kind,
    verdict: answer.verdict,
    lines: claim.lines.map((line) => ({
      seq: line.seq,
      code: line.code,
      modifiers: line.modifiers,
      units: line.units,
      title: line.title,
      ...(line.official === undefined ? {} : { official: line.official }),
      evidence: line.evidence.map(plainEvidence),
      confidence: line.confidence.value,
      dx: line.dx,
      totalRvu: line.totalRvu ?? null,
      globalDays: line.globalDays ?? null,
    })),
    diagnoses: claim.diagnoses.map(({ code, title, evidence, confidence }) => ({
      code,
      title,
      evidence: evidence.map(plainEvidence),
      confidence: confidence.value,
    })),
    notBilled: claim.notBilled.map(({ code, reason }) => ({ code, reason })),
    rubrics: claim.rubrics.map(({ modifier, code, verdict, criteria, authority }) => ({
      modifier,
      code,
      verdict,
      criteria: criteria.map(({ text, state, quote }) => ({
        text,
        state,
        quote: quote === undefined ? null : plainEvidence(quote),
      })),
      authority,
    })),
    questions: claim.questions.map(({ text, ifThen }) => ({ text, ifThen })),
    ...(answer.kind === 'case' && answer.audit !== undefined ? { audit: plainAudit(answer.audit) } : {}),
    ...(answer.kind === 'question' ? { points: answer.points, cards: answer.cards.map(plainCard) } : {}),
    findings: findings.map(({ rule, severity, text, authority, edition }) => ({
      rule,
      severity,
      text,
      authority,
      edition,
    })),
    editions,
    limits,
    draftedBy,
    traceId,
  };
}

/** The same shape for a mail that nobody is answered for; `kind` is its verdict. */
export function unansweredJson(file: string, kind: string): AnswerJson {
  const origin: AnswerOrigin = { draftedBy: 'deterministic', limits: [], editions: [], traceId: '' };
  return { ...answerJson(file, { kind: 'notice', notice: 'what-i-can-do', verdict: 'not answered', origin }), kind };
}

function plainAudit({ lines, diagnoses, denials }: Audit): NonNullable<AnswerJson['audit']> {
  return {
    lines: lines.map(plainRow),
    diagnoses: diagnoses.map(plainRow),
    denials: denials.map((denial) => ({ ...denial, wording: denial.wording ?? null })),
  };
}

function plainRow({ evidence, ...row }: AuditRow): AuditRow {
  return { ...row, evidence: evidence.map(plainEvidence) };
}

function plainCard({ code, title, official, says }: CodeCard) {
  return { code, title, ...(official === undefined ? {} : { official }), says };
}

function plainEvidence({ quote, start, end }: Evidence): Evidence {
  return { quote, start, end };
}
