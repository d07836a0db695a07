import type { AttentionKind, SendingPhase } from '../core/model/attention.ts';
import type { Decision } from '../core/model/decision.ts';
import type { CaseKey, ConsultationId } from '../core/model/ids.ts';
import type { ConsultationStatus } from '../core/model/lifecycle.ts';
import type { WorkStage } from './ports.ts';

/** The desk of the person who decides what the service cannot. */

/** One consultation as it lies on the desk: states and times, nothing of the mail. */
export interface DeskEntry {
  readonly id: ConsultationId;
  readonly caseKey: CaseKey;
  readonly stage: WorkStage;
  readonly status: ConsultationStatus;
  readonly attention: AttentionKind | undefined;
  readonly verdict: string | undefined;
  readonly reason: string | undefined;
  readonly attempts: number;
  readonly sending: SendingPhase;
  readonly receivedAt: Date;
  /** Since when it stands as it does. */
  readonly since: Date;
  readonly hasRawMail: boolean;
}

export type Decided =
  /** All of the case that the decision fits; `rings` is work that is due now. */
  | {
      readonly outcome: 'decided';
      readonly count: number;
      readonly rings: readonly { readonly id: ConsultationId; readonly stage: WorkStage }[];
    }
  /** Nothing was changed; `why` goes on from the case's key. */
  | { readonly outcome: 'refused'; readonly why: string };

export interface CaseDesk {
  /** What waits for a person, and with `open` what is still worked on too; the oldest first. */
  list(which: 'attention' | 'open'): Promise<readonly DeskEntry[]>;
  /**
   * Decides about everything of the case that waits for a person and that the decision fits, in one transaction with its
   * audit rows. `reason` is kept with a rejection.
   */
  decide(caseKey: string, decision: Decision, reason?: string): Promise<Decided>;
}
