/** One thing that happened in one consultation, under the keyed hash of what is counted. */
export interface SenderCountTable {
  readonly counted_hmac: string;
  readonly consultation_id: string;
  readonly at: Date;
  /** When no window looks back as far; null: it counts for ever. */
  readonly expires_at: Date | null;
}

/** An address that answered the notice which asked it to, and the consultation of that answer. */
export interface SenderConfirmedTable {
  readonly sender_hmac: string;
  readonly consultation_id: string;
  readonly at: Date;
}
