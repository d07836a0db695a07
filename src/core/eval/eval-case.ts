import type { FeeRow, MueRow } from '../model/official.ts';

/** One case of a set (JSON Lines): the adjudicated key. */
export interface EvalCase {
  readonly id: string;
  readonly kind: string;
  /** The family of operations a key was written for. */
  readonly family?: string | undefined;
  readonly cpt: readonly KeyLine[];
  /** Codes an auditor accepts in addition. */
  readonly optional: readonly string[];
  /** Other acceptable full code sets; a repeated code means more units. */
  readonly alternatives: readonly (readonly string[])[];
  readonly icd10: readonly string[];
  readonly icd10_also?: readonly string[] | undefined;
  readonly confidence: 'high' | 'medium' | 'low';
}

export interface KeyLine {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly modifiers_optional?: readonly string[] | null | undefined;
}

/** What the engine answered to one case. */
export interface EvalAnswer {
  readonly id: string;
  readonly lines: readonly {
    readonly code: string;
    readonly modifiers: readonly string[];
    readonly units: number;
    readonly confidence: number;
  }[];
  readonly diagnoses: readonly string[];
  /** Candidate codes in the order a model sees them. */
  readonly candidates: readonly string[];
  /** Candidate families of each mention, best first, as the codes they hold. */
  readonly mentions: readonly (readonly (readonly string[])[])[];
  readonly milliseconds: number;
}

/** Official facts the scoring rules read: bilateral indicator, total value, MUE adjudication indicator. */
export interface ScoringFacts {
  readonly fees: readonly Pick<FeeRow, 'code' | 'modifier' | 'bilateral' | 'totalFacilityRvu'>[];
  readonly mues: readonly Pick<MueRow, 'code' | 'mai'>[];
}

export interface EvalScores {
  readonly cases: number;
  readonly wholeCaseExact: number;
  readonly codePrecision: number;
  readonly codeRecall: number;
  readonly codeF1: number;
  readonly firstCode: number;
  readonly modifierAccuracy: number;
  readonly unitAccuracy: number;
  readonly candidateRecallAt20: number;
  /** Key codes among the first 60 candidates of the case. */
  readonly candidateRecallAt60: number;
  /** Key codes in one of the first 20 families of a mention. */
  readonly familyRecallPerMention: number;
  readonly icd10F1At3: number;
  readonly icd10F1: number;
  readonly coverage: readonly { readonly threshold: number; readonly share: number; readonly accuracy: number }[];
  /** Lines by the word of their confidence: how many, and the share whose code the key has. */
  readonly words: readonly { readonly word: string; readonly lines: number; readonly accuracy: number }[];
  readonly msP50: number;
  readonly msP95: number;
  readonly perCase: readonly CaseScore[];
}

/** `high` and `medium` keys; `low` keys have no definite answer and are reported apart. */
export interface EvalReport extends EvalScores {
  readonly lowConfidence: EvalScores;
}

export interface CaseScore {
  readonly id: string;
  readonly expected: readonly string[];
  readonly given: readonly string[];
  readonly missed: readonly string[];
  readonly extra: readonly string[];
  readonly exact: boolean;
  readonly candidates: readonly string[];
}
