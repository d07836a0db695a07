import type { ColumnType, Generated } from 'kysely';
import type { Answer } from '../../../core/model/consultation.ts';
import type { DeidentifiedText } from '../../../core/model/deidentified-note.ts';
import type { ConsultationStatus } from '../../../core/model/lifecycle.ts';
import type { CodingInput, TraceEntry, WorkStage } from '../../../pipeline/ports.ts';
import type { JsonColumn } from './json-column.ts';

/** The work on one mail. Everything in it is de-identified. */
export interface ConsultationTable {
  readonly id: string;
  readonly message_id: string;
  readonly case_id: string;
  readonly status: ConsultationStatus;
  readonly stage: WorkStage;
  /** Tries of the present stage, counted before the work starts. */
  readonly attempts: Generated<number>;
  readonly not_before: Date;
  /** Set exactly while `running`. */
  readonly lease_token: string | null;
  readonly lease_until: Date | null;
  readonly verdict: string | null;
  readonly reason: string | null;
  readonly subject: ColumnType<DeidentifiedText | null, string | undefined, string | null>;
  readonly input: JsonColumn<CodingInput>;
  readonly answer: JsonColumn<Answer>;
  readonly editions: JsonColumn<readonly string[]>;
  readonly trace: JsonColumn<readonly TraceEntry[]>;
  /** The answered consultation that this one answers once more, after a new edition. */
  readonly rerun_of: ColumnType<string | null, string | undefined, never>;
  /** When a person let a held mail go through intake once more, or had it answered again. */
  readonly released_at: ColumnType<Date | null, undefined, Date>;
  readonly received_at: Date;
  readonly updated_at: Date;
}
