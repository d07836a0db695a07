/** A sender who called a reply of ours abuse. */
export interface SenderUnwillingTable {
  readonly sender_hmac: string;
  readonly at: Date;
}
