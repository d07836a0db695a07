import type { CodeSystem } from '../model/code.ts';

/** A code that a query found. */
export interface LookupHit {
  readonly code: string;
  readonly system: CodeSystem;
  readonly title: string;
  readonly score: number;
  /** Reasons a coder can read. */
  readonly why: readonly string[];
  /** The fact that the query leaves open and that would lead to a neighbour. */
  readonly decides?: string | undefined;
}

export interface LookupOptions {
  readonly limit: number;
  /** Only codes of this system. */
  readonly system?: CodeSystem | undefined;
}
