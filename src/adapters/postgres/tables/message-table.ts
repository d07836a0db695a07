/** One mail, known by hashes only; unique on mailbox, Message-ID and content. */
export interface MessageTable {
  readonly id: string;
  readonly mailbox: string;
  readonly message_id_hash: string | null;
  readonly content_hash: string;
  /** Size of a mail over the limit, of which only the headers were fetched. */
  readonly oversize_bytes: number | null;
  /** When it came to its mailbox; null of mails received before this was noted. */
  readonly arrived_at: Date | null;
  readonly received_at: Date;
}
