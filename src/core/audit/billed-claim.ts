import type { EngineLibrary } from '../retrieve/engine-library.ts';

/** A line as the sender billed it, read out of his own words. */
export interface BilledLine {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  /** What the payer said when it was denied: `CO-97`, or empty when only the denial is told. Undefined: not denied. */
  readonly denial: string | undefined;
}

/** The claim whose audit is asked for. */
export interface BilledClaim {
  readonly lines: readonly BilledLine[];
  /** ICD-10-CM, dotted. */
  readonly diagnoses: readonly string[];
}

/** What tells a code from a number that only looks like one. */
export interface CodeBook {
  isProcedure(code: string): boolean;
  isDiagnosis(code: string): boolean;
}

/** The codes of the library; one that it does not hold counts where a code is to be expected. */
export function bookOf(library: EngineLibrary): CodeBook {
  return {
    isProcedure: (code) => library.find(code) !== undefined,
    isDiagnosis: (code) => library.findDiagnosis(code)?.billable === true,
  };
}

/** Goes by the shape of a code alone. */
export const ANY_CODE: CodeBook = { isProcedure: () => true, isDiagnosis: () => false };
