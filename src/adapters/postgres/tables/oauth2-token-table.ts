/** The tokens of one account, encrypted with the account's keyed hash as associated data. */
export interface OAuth2TokenTable {
  readonly account_hmac: string;
  readonly ciphertext: Uint8Array;
  readonly key_id: string;
  readonly updated_at: Date;
}
