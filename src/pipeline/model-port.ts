import type { DeidentifiedNote } from '../core/model/deidentified-note.ts';
import type { Candidate, Draft, Finding } from '../core/model/draft.ts';

export interface ModelRequest {
  readonly note: DeidentifiedNote;
  readonly candidates: readonly Candidate[];
  /** Code -> our title and description: all that the model is told of a code. */
  readonly describe: ReadonlyMap<string, { readonly title: string; readonly says: string }>;
  readonly findings: readonly Finding[];
  /** The deterministic draft, as a starting point. */
  readonly draft: Draft;
}

/** A model's choice, unverified: verify-draft drops what was not offered or is not in the note. */
export interface ModelChoice {
  readonly lines: readonly {
    readonly code: string;
    readonly modifiers: readonly string[];
    readonly units: number;
    readonly quotes: readonly string[];
    readonly why: string;
  }[];
  readonly notBilled: readonly { readonly code: string; readonly reason: string }[];
}

export type ModelOutcome =
  | { readonly outcome: 'chosen'; readonly choice: ModelChoice; readonly tokens: number; readonly attempts: number }
  | {
      readonly outcome: 'failed';
      readonly why: 'timeout' | 'invalid-output' | 'server-error' | 'over-budget';
      readonly attempts: number;
    };

/** Takes a de-identified note only; keeps its own overall deadline and retries; never throws for a bad model. */
export interface DraftModel {
  readonly name: string;
  choose(request: ModelRequest): Promise<ModelOutcome>;
}
