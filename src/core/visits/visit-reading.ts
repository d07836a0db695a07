import type { Confidence, Question } from '../model/draft.ts';
import type { VisitBasis } from '../model/visit.ts';

export interface VisitCode {
  /** Not yet looked up in the catalogue. */
  readonly code: string;
  readonly units: number;
}

/** What one visit note comes to. */
export interface VisitReading extends VisitBasis {
  /** The visit and its add-ons, the visit first. */
  readonly codes: readonly VisitCode[];
  readonly why: string;
  /** What would change the level, and what the place leaves open. They hold nothing. */
  readonly questions: readonly Question[];
  readonly confidence: Omit<Confidence, 'value'>;
}
