import type { CaseKey } from './ids.ts';

/**
 * The life of one consultation, the same for every store:
 * waiting -> running -> waiting (next stage, or a retry) -> ... -> answered | closed | held | failed.
 */
export type ConsultationStatus = 'waiting' | 'running' | 'answered' | 'closed' | 'held' | 'failed';

export interface LifecycleState {
  readonly stage: 'intake' | 'coding' | 'reply';
  readonly status: ConsultationStatus;
  /** Intake accepted the mail as work for coding (a notice goes to `reply` without). */
  readonly isAccepted: boolean;
}

/** The folder that a mail is moved to once intake has decided about it; undefined before. */
export function filingFolder(state: LifecycleState): 'Processed' | 'Rejected' | 'Failed' | undefined {
  if (state.stage !== 'intake') return state.isAccepted ? 'Processed' : 'Rejected';
  switch (state.status) {
    case 'waiting':
    case 'running':
      return undefined;
    case 'answered':
    case 'closed':
      return 'Rejected';
    case 'held':
    case 'failed':
      return 'Failed';
  }
}

/** Crockford's base 32: no I, L, O or U, so that a key can be read out over the phone. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** How many random bytes a case key is made of. */
export const CASE_KEY_BYTES = 7;

/** `CC-` and one character of five bits for each random byte. */
export function caseKeyOf(random: Uint8Array): CaseKey {
  const characters = Array.from(random, (byte) => CROCKFORD.charAt(byte % CROCKFORD.length));
  return `CC-${characters.join('')}` as CaseKey;
}

/** A subject without the keys that replies put behind it: `Op note [CC-7F3K2AB]` is `Op note`. */
export function withoutCaseKeys(subject: string): string {
  return subject.replace(/\s*\[CC-[0-9A-Z]+\]/g, '');
}

/** When a mail came to its mailbox: what the mail server says, but never the future, whatever its clock or a copy says. */
export function arrivalOf({ arrivedAt }: { readonly arrivedAt: Date | undefined }, now: Date): Date {
  return arrivedAt !== undefined && arrivedAt < now ? arrivedAt : now;
}
