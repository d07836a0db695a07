import type { Evidence } from './draft.ts';

/**
 * How what was billed stands against the claim that the note supports. `over`: a higher code, more units, a modifier not
 * earned; `unsupported`: nothing of it may stand; `under`: a lower code, fewer units, a modifier missing; `missing`:
 * supported and not billed; `open`: cannot be judged before somebody answers or looks it up.
 */
export type AuditOutcome = 'over' | 'unsupported' | 'under' | 'missing' | 'open' | 'confirmed';

/** A line as it was billed, or as the note supports it; a diagnosis has neither modifiers nor units. */
export interface AuditedLine {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
}

/** What to do about a denial: appeal wording is there only where the edit lets a modifier or a record open it. */
export interface DenialAdvice {
  readonly code: string;
  /** The payer's reason code, empty when none was told. */
  readonly reason: string;
  readonly advice: 'appeal' | 'resubmit' | 'do-not-appeal' | 'ask-the-payer';
  /** For the coder: why. */
  readonly text: string;
  /** Ready to send to the payer, with a quote of the note. */
  readonly wording: string | undefined;
}

/** One code of the audit: what was billed, what the note supports, and why. */
export interface AuditRow {
  readonly outcome: AuditOutcome;
  readonly billed: readonly AuditedLine[];
  readonly supported: readonly AuditedLine[];
  readonly why: string;
  readonly evidence: readonly Evidence[];
}

/** The sender's claim against the note, what was billed too much first. */
export interface Audit {
  readonly lines: readonly AuditRow[];
  readonly diagnoses: readonly AuditRow[];
  readonly denials: readonly DenialAdvice[];
}
