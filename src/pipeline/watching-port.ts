import type { AttentionKind } from '../core/model/attention.ts';
import type { WorkStage } from './ports.ts';

/** What watching the service from outside needs: counts and ages, never an id. */

/** The work that is not over, as of one moment. */
export interface OpenWork {
  readonly open: readonly {
    readonly stage: WorkStage;
    readonly status: 'waiting' | 'running';
    readonly count: number;
  }[];
  /** Seconds since the oldest open mail came; 0 when none is open. */
  readonly oldestSeconds: number;
  readonly attention: readonly { readonly kind: AttentionKind; readonly count: number }[];
  /** Cases that wait for a person and whose raw mail retention will purge within a day. */
  readonly expiring: number;
}

export interface OpenWorkReader {
  openWork(): Promise<OpenWork>;
}
