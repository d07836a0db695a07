import type { Answer } from '../../../src/core/model/consultation.ts';
import type { DeidentifiedText } from '../../../src/core/model/deidentified-note.ts';
import type { CaseKey, ConsultationId, IsoDate } from '../../../src/core/model/ids.ts';
import type { ConsultationStatus } from '../../../src/core/model/lifecycle.ts';
import type { Clock, CodingInput, ReceivedMail, WorkStage } from '../../../src/pipeline/ports.ts';

export interface MemoryOptions {
  readonly clock: Clock;
  readonly leaseMs: number;
  /** Tries of one stage before it is held. */
  readonly attempts: number;
}

/** What PostgreSQL holds of one consultation, in memory. */
export interface MemoryConsultation {
  readonly id: ConsultationId;
  readonly mail: ReceivedMail;
  caseKey: CaseKey;
  /** Whose case it is: the sender's address. */
  sender: string | undefined;
  domain: string | undefined;
  readonly receivedAt: Date;
  readonly arrivedAt: Date;
  readonly receivedOn: IsoDate;
  stage: WorkStage;
  status: ConsultationStatus;
  attempts: number;
  verdict: string | undefined;
  reason: string | undefined;
  notBefore: Date;
  /** A person let it go through intake once more. */
  released: boolean;
  lease: { readonly token: string; until: Date } | undefined;
  subject: DeidentifiedText | undefined;
  input: CodingInput | undefined;
  answer: Answer | undefined;
  /** The consultation whose mail this one answers once more. */
  readonly rerunOf: ConsultationId | undefined;
}
