import type { Clock } from '../../pipeline/ports.ts';
import type { Database } from './database.ts';
import type { MailCipher } from './encryption.ts';

/** What every store works with. */
export interface StoreContext {
  readonly db: Database;
  readonly cipher: MailCipher;
  readonly clock: Clock;
  readonly policy: StorePolicy;
}

export interface StorePolicy {
  /** How long a worker may keep a stage without renewing; a killed one is replaced after this. */
  readonly leaseMs: number;
  /** Tries of one stage before it is held for a person. */
  readonly attempts: number;
  readonly rawMailDays: number;
}

const DAY_MS = 86_400_000;

/** The moment when what is stored now must be purged. */
export function expiryOf({ clock, policy }: StoreContext): Date {
  return new Date(clock.now().getTime() + policy.rawMailDays * DAY_MS);
}
