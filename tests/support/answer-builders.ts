import type { DiagnosisCode, ProcedureCode } from '../../src/core/model/code.ts';
import type { Answer, CaseAnswer, CaseSettings, NoticeKind } from '../../src/core/model/consultation.ts';
import type { ClaimLine, Confidence, DiagnosisLine, Evidence, Finding } from '../../src/core/model/draft.ts';
import type { CaseKey, IsoDate } from '../../src/core/model/ids.ts';

/** Parts of an answer with defaults, for everything that shows or stores one. */

export const SAMPLE_KEY = 'CC-7F3K2' as CaseKey;

const SURE: Confidence = { value: 0.97, word: 'sure', because: 'title, body and diagnosis agree' };

export function evidence(quote: string, start = 0): Evidence {
  return { quote, start, end: start + quote.length };
}

export function claimLine(
  over: Omit<Partial<ClaimLine>, 'code' | 'dx'> & { code: string; dx?: readonly string[] },
): ClaimLine {
  const { code, dx, ...rest } = over;
  return {
    seq: 1,
    modifiers: [],
    units: 1,
    title: 'A procedure',
    evidence: [],
    why: '',
    confidence: SURE,
    parent: undefined,
    held: undefined,
    totalRvu: undefined,
    globalDays: undefined,
    ...rest,
    code: code as ProcedureCode,
    dx: (dx ?? []) as readonly DiagnosisCode[],
  };
}

export function diagnosis(code: string, title: string, quote: string, confidence: Confidence = SURE): DiagnosisLine {
  return { code: code as DiagnosisCode, title, evidence: [evidence(quote)], confidence };
}

export function finding(over: Partial<Finding>): Finding {
  return {
    rule: 'ptp',
    severity: 'I',
    state: 'checked',
    text: 'Nothing found',
    authority: 'NCCI PTP practitioner edits',
    edition: '2026Q1',
    codes: [],
    ...over,
  };
}

export const SAMPLE_SETTINGS: CaseSettings = {
  dateOfService: { value: '2026-02-10' as IsoDate, from: 'note' },
  role: { value: 'surgeon', from: 'assumed' },
  place: { value: 'facility', from: 'note' },
  payer: { value: 'medicare', from: 'assumed' },
};

export function caseAnswer(over: Partial<CaseAnswer & { readonly origin: Answer['origin'] }>): Answer {
  return {
    kind: 'case',
    verdict: 'Ready to bill.',
    settings: SAMPLE_SETTINGS,
    lines: [],
    diagnoses: [],
    notBilled: [],
    questions: [],
    rubrics: [],
    findings: [],
    origin: {
      draftedBy: 'deterministic',
      limits: [],
      editions: ['CaseConsultant library 2026.1', 'PFS 2026B', 'NCCI PTP 2026Q1', 'MUE 2026Q1', 'ICD-10-CM FY2026'],
      traceId: 'sample',
    },
    ...over,
  };
}

export function noticeAnswer(notice: NoticeKind): Answer {
  return {
    kind: 'notice',
    notice,
    verdict: notice === 'what-i-can-do' ? 'Nothing to code in this mail.' : 'Your mail was not coded.',
    origin: { draftedBy: 'deterministic', limits: [], editions: [], traceId: 'sample' },
  };
}
