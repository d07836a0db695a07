import type { ProcedureInstance, Side } from '../extract/note-extract.ts';
import type { CodeRecord, FamilyRecord } from '../model/code-record.ts';
import type { AxisReading } from '../retrieve/axis-reading.ts';

/** A stretch of the note that proves something. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A claim line in the making: what was selected, why, and what is still open. */
export interface ProtoLine {
  readonly record: CodeRecord;
  readonly family: FamilyRecord;
  readonly instance: ProcedureInstance;
  readonly units: number;
  readonly modifiers: readonly string[];
  /** Another surgeon did part of it: both bill it with 62. */
  readonly isShared: boolean;
  readonly sides: readonly Side[];
  readonly places: readonly Place[];
  readonly readings: readonly AxisReading[];
  /** What was measured, in words: `4.8 cm`. */
  readonly measured: string | undefined;
  /** Set where something else than the grid selected it. */
  readonly why: string | undefined;
  readonly held: string | undefined;
  readonly doubts: readonly Doubt[];
}

/** What lowers the confidence of a line; the weight is subtracted from 1. */
export interface Doubt {
  readonly weight: number;
  readonly because: string;
}

/** A code that was considered and left out. */
export interface Rejection {
  readonly record: CodeRecord;
  readonly reason: string;
  readonly places: readonly Place[];
}
