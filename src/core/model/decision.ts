import { type AttentionState, attentionOf } from './attention.ts';

/** What a person can decide about a consultation that waits for him. */
export type Decision = 'retry' | 'release' | 'send-again' | 'reject';

export interface DecidableState extends AttentionState {
  /** Retention has not purged the raw mail, which alone knows the sender. */
  readonly hasRawMail: boolean;
}

/** Why a decision does not fit, in one clause that goes on from the case's key; undefined when it fits. */
export function refusalOf(decision: Decision, state: DecidableState): string | undefined {
  const kind = attentionOf(state);
  if (kind === undefined) return `is ${state.status}: it does not wait for a decision`;
  if (decision === 'reject') return undefined;
  if (!state.hasRawMail) return 'has lost its raw mail to retention: it can only be rejected';
  switch (kind) {
    case 'review':
      return decision === 'release' ? undefined : 'is held for review: release or reject it';
    case 'delivery-unknown':
      if (decision === 'send-again') return undefined;
      return 'may have been answered: release it with --send-again (the sender may get two replies) or reject it';
    default:
      return decision === 'retry' ? undefined : 'is not held for review: retry or reject it';
  }
}
