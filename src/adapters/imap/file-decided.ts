import type { FilingFolder, MailboxStore } from '../../pipeline/mailbox-port.ts';
import type { Log } from '../../pipeline/ports.ts';
import { createFilingFolders, FILING_FOLDERS, ImapFault, type Inbox } from './connection.ts';

const BATCH = 100;

/**
 * Moves the mails whose outcome is decided out of the inbox. A mail counts as filed when the server's COPYUID says so
 * (RFC 4315), or when it is no longer in the inbox; what stays is tried again at the next sweep.
 */
export async function fileDecided(inbox: Inbox, store: MailboxStore, log: Log): Promise<void> {
  const decided = await store.toFile(inbox.mailbox, inbox.uidValidity);
  for (const folder of FILING_FOLDERS) {
    const uids = decided.filter((mail) => mail.folder === folder).map((mail) => mail.uid);
    for (let at = 0; at < uids.length; at += BATCH) {
      const batch = uids.slice(at, at + BATCH);
      const gone = await move(inbox, batch, folder);
      if (gone.length > 0) await store.filed(inbox.mailbox, inbox.uidValidity, gone);
      const stayed = batch.length - gone.length;
      if (stayed > 0) log.warn('decided mails could not be moved', { folder, count: stayed });
    }
  }
}

/** Moves and returns the UIDs that are proven to have left the inbox. */
async function move({ client }: Inbox, uids: readonly number[], folder: FilingFolder): Promise<readonly number[]> {
  const moved = await client.messageMove(uids.join(','), folder, { uid: true });
  if (!moved) {
    // A person may have deleted the folder since we connected.
    await createFilingFolders(client);
  }
  const proven = new Set(moved ? moved.uidMap?.keys() : []);
  const unproven = uids.filter((uid) => !proven.has(uid));
  if (unproven.length === 0) return uids;
  const present = await client.search({ uid: unproven.join(',') }, { uid: true });
  if (!Array.isArray(present)) throw new ImapFault('SearchFailed');
  return uids.filter((uid) => !present.includes(uid));
}
