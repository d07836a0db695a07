import type { ConsultationStatus, LifecycleState } from './lifecycle.ts';

/** How far the sending of a reply got; undefined when none was composed. */
export type SendingPhase = 'new' | 'data' | 'sent' | 'failed' | 'unknown' | undefined;

/** Why a person has to look at a consultation. */
export const ATTENTION_KINDS = ['review', 'faults', 'delivery-unknown', 'nobody-to-address', 'refused'] as const;
export type AttentionKind = (typeof ATTENTION_KINDS)[number];

/** The reason noted when a reply has no address. */
export const NOBODY_TO_ADDRESS = 'nobody to address: the raw mail is gone or has no sender';

/** Where a consultation stands, as far as a person's decision depends on it. */
export interface AttentionState {
  readonly stage: LifecycleState['stage'];
  readonly status: ConsultationStatus;
  /** Intake has said what the mail is. */
  readonly isJudged: boolean;
  readonly reason: string | undefined;
  readonly sending: SendingPhase;
}

/** Undefined: it goes its way, or is over. Only `held` and `failed` wait for a person. */
export function attentionOf({ stage, status, isJudged, reason, sending }: AttentionState): AttentionKind | undefined {
  if (status === 'failed') return 'refused';
  if (status !== 'held') return undefined;
  if (stage === 'intake') return isJudged ? 'review' : 'faults';
  if (sending === 'data' || sending === 'unknown') return 'delivery-unknown';
  return reason === NOBODY_TO_ADDRESS ? 'nobody-to-address' : 'faults';
}
