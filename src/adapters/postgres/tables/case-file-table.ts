/** A case: a thread of mails about one operation. */
export interface CaseFileTable {
  readonly id: string;
  /** What the sender sees. */
  readonly key: string;
  readonly opened_at: Date;
}
