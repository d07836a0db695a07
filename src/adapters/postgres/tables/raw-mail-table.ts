/** The untouched source of a mail, encrypted with the message id as associated data, purged at `expires_at`. */
export interface RawMailTable {
  readonly message_id: string;
  readonly ciphertext: Uint8Array;
  readonly key_id: string;
  readonly expires_at: Date;
}
