/** What receiving and filing need of the mailbox's bookkeeping. */

/** Where the folder move stands: decided mails leave the inbox only after the durable commit. */
export type FilingFolder = 'Processed' | 'Rejected' | 'Failed';

/** Told how the line to the mailbox stands, as it changes. */
export interface MailboxHealth {
  opened(): void;
  /** A sweep came to its end: every mail of the inbox is received or known to be set aside. */
  synced(): void;
  lost(): void;
}

/** UID bookkeeping of one mailbox. */
export interface MailboxStore {
  /** Remembers UIDVALIDITY; `changed` when the server renumbered the mailbox since last time. */
  open(mailbox: string, uidValidity: bigint): Promise<'same' | 'changed' | 'new'>;
  /** Which of these UIDs are not yet received. */
  unknownUids(mailbox: string, uidValidity: bigint, uids: readonly number[]): Promise<readonly number[]>;
  /** Mails whose outcome is decided and which still lie in the inbox. */
  toFile(
    mailbox: string,
    uidValidity: bigint,
  ): Promise<readonly { readonly uid: number; readonly folder: FilingFolder }[]>;
  filed(mailbox: string, uidValidity: bigint, uids: readonly number[]): Promise<void>;
  /** Consultations that wait for a worker: fetching stops above a limit. */
  backlog(): Promise<number>;
}
