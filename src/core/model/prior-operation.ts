import type { Evidence } from './draft.ts';

/** How the operation at hand relates to the earlier one, in the sender's words. */
export type PriorRelation = 'planned' | 'complication' | 'unrelated';

/** What is known of an earlier operation whose global period may still run; no date, only days between. */
export interface PriorOperation {
  readonly code: string | undefined;
  /** Days from the earlier operation to this date of service; 0 on the same day. */
  readonly daysBefore: number | undefined;
  /** `own` too where a surgeon of the same group and specialty did it (Medicare Claims Processing Manual ch. 12, 40.2). */
  readonly surgeon: 'own' | 'other' | undefined;
  readonly side: 'left' | 'right' | undefined;
  readonly relation: PriorRelation | undefined;
  /** Where the note tells it. */
  readonly quote: Evidence | undefined;
}
