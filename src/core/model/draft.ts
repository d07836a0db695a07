import type { DiagnosisCode, Modifier, ProcedureCode } from './code.ts';
import type { Evidence } from './evidence.ts';
import type { VisitBasis } from './visit.ts';

export type { Evidence } from './evidence.ts';

/** A code that retrieval put on the table for one procedure instance; a model may choose only among these. */
export interface Candidate {
  readonly code: ProcedureCode;
  readonly family: string;
  /** Index into the note's procedure instances. */
  readonly instance: number;
  readonly score: number;
  /** Reasons a coder can read, best first. */
  readonly why: readonly string[];
  /** Only the words of the story as a whole point to it: on the table for a model, never drafted by itself. */
  readonly ofStory?: boolean;
}

/** How sure a line is. Below the threshold it says "needs a coder" and why. */
export interface Confidence {
  /** 0..1, calibrated on the development set. */
  readonly value: number;
  readonly word: 'sure' | 'likely' | 'needs a coder';
  readonly because: string;
}

/** One line of the claim, box 24 of the CMS-1500. */
export interface ClaimLine {
  readonly seq: number;
  readonly code: ProcedureCode;
  readonly modifiers: readonly Modifier[];
  readonly units: number;
  readonly title: string;
  /** The AMA's title, where the owner has loaded it. */
  readonly official?: string | undefined;
  readonly evidence: readonly Evidence[];
  /** The rule or fact that selects this code over its neighbours. */
  readonly why: string;
  readonly confidence: Confidence;
  /** Diagnoses that justify it, at most four, in order of weight. */
  readonly dx: readonly DiagnosisCode[];
  /** The add-on's parent line, by code. */
  readonly parent: ProcedureCode | undefined;
  /** A held line is shown but not ready to bill. */
  readonly held: string | undefined;
  /** From the loaded fee schedule, for the place of service; undefined when none is loaded. */
  readonly totalRvu: number | undefined;
  readonly globalDays: string | undefined;
}

export interface DiagnosisLine {
  readonly code: DiagnosisCode;
  readonly title: string;
  readonly evidence: readonly Evidence[];
  readonly confidence: Confidence;
}

export interface NotBilled {
  readonly code: ProcedureCode;
  readonly title: string;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
}

/** A fact that is missing. `text` and `options` go to the surgeon as they are: no code, no modifier, no money. */
export interface Question {
  readonly id: string;
  readonly to: 'surgeon' | 'sender';
  readonly quote: Evidence | undefined;
  readonly text: string;
  /** Ends with an "other / cannot be determined" option unless free text. */
  readonly options: readonly string[];
  /** For the coder only: what an answer would change. */
  readonly ifThen: string;
  /** Claim lines (by code) that wait for the answer; empty when optional. */
  readonly holds: readonly ProcedureCode[];
}

/** F must not leave like this, W warn, Q becomes a question, I tells. */
export type Severity = 'F' | 'W' | 'Q' | 'I';

/** Only `checked` may say "pass" (CODING.md section 5: three states). */
export type CheckState = 'checked' | 'nearest-edition' | 'not-checked';

/** What one rule found on the draft. A clear check is a finding too, of severity I. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly state: CheckState;
  readonly text: string;
  /** E.g. `NCCI Policy Manual ch. 1`, `ICD-10-CM Guidelines IV.H`. */
  readonly authority: string;
  readonly edition: string;
  readonly codes: readonly string[];
}

/** One condition of a modifier, held against the note. */
export interface Criterion {
  readonly text: string;
  readonly state: 'met' | 'not met' | 'not documented';
  readonly quote: Evidence | undefined;
}

/** A modifier held against its criteria on one line: on the claim, refused, or waiting for an answer. */
export interface Rubric {
  readonly modifier: Modifier;
  readonly code: ProcedureCode;
  readonly verdict: 'earned' | 'not earned' | 'open';
  readonly criteria: readonly Criterion[];
  readonly authority: string;
}

/** The claim as drafted, before and after the rules: the rules return a new one. */
export interface Draft {
  readonly lines: readonly ClaimLine[];
  readonly diagnoses: readonly DiagnosisLine[];
  readonly notBilled: readonly NotBilled[];
  readonly questions: readonly Question[];
  readonly rubrics: readonly Rubric[];
  readonly findings: readonly Finding[];
  /** What the E/M lines rest on, when the note tells a visit. */
  readonly visit?: VisitBasis | undefined;
}
