import type { Evidence } from './evidence.ts';

/** Where and at which point of the care the visit took place: each has its own codes. */
export type VisitKind =
  | 'office-new'
  | 'office-established'
  | 'hospital-initial'
  | 'hospital-subsequent'
  | 'hospital-same-day'
  | 'hospital-discharge'
  | 'emergency'
  | 'consult-office'
  | 'consult-hospital'
  | 'nursing-initial'
  | 'nursing-subsequent'
  | 'nursing-discharge'
  | 'home-new'
  | 'home-established'
  | 'critical-care'
  | 'post-operative';

/** The four steps of medical decision making, from the lowest. */
export const LEVELS = ['straightforward', 'low', 'moderate', 'high'] as const;
export type Level = (typeof LEVELS)[number];

export type ElementName = 'problems' | 'data' | 'risk';

/** One of the three elements of medical decision making: how far the note proves it, in whose words. */
export interface VisitElement {
  readonly name: ElementName;
  readonly level: Level;
  readonly because: string;
  readonly evidence: readonly Evidence[];
}

/** Minutes of the author on the date of the visit. */
export interface VisitTime {
  readonly minutes: number;
  /** `more than 30 minutes`: over the number, by an amount not told. */
  readonly isMore: boolean;
  readonly evidence: Evidence;
}

export interface VisitPlace {
  readonly kind: VisitKind;
  readonly because: string;
  readonly evidence: readonly Evidence[];
  /** The note does not say it: the usual case was taken. */
  readonly isAssumed: boolean;
}

/** What the E/M lines of a claim rest on. */
export interface VisitBasis {
  readonly place: VisitPlace;
  /** Undefined where the codes know no level (critical care, discharge, global period). */
  readonly level: Level | undefined;
  readonly decidedBy: 'decision making' | 'time' | 'global period';
  readonly elements: readonly VisitElement[];
  readonly time: VisitTime | undefined;
  /** What the next level would need; undefined at the highest. */
  readonly next: string | undefined;
  /** For the coder: what was not counted, and what the place asks for. */
  readonly notes: readonly string[];
}
