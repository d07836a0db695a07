import type { MailboxStore } from '../../pipeline/mailbox-port.ts';
import type { ReceivedMail } from '../../pipeline/ports.ts';
import { ImapFault, type Inbox } from './connection.ts';
import { fingerprint, headerBlock } from './fingerprint.ts';
import type { ImapOptions } from './options.ts';
import type { Tries } from './pace.ts';

export interface Receiving {
  readonly options: Pick<ImapOptions, 'backlogLimit' | 'mailBytes'>;
  readonly store: MailboxStore;
  /** Returns after the durable commit; may be called twice for one mail. */
  readonly onMail: (mail: ReceivedMail) => Promise<void>;
  readonly tries: Tries;
  readonly isStopping: () => boolean;
  /** Told of a mail that could not be received, with the number of the try. */
  readonly onFault: (uid: number, attempt: number, fault: unknown) => void;
}

const BATCH = 50;
/** Of a mail over the limit at most this much is fetched: its headers. */
const HEADER_BYTES = 64 * 1024;
/** So many faults in a row are not the mails' doing. */
const FAULTS_IN_A_ROW = 3;

/** Receives a batch of the mails that the store does not know, oldest first. Throws when the connection is gone. */
export async function receiveNew(inbox: Inbox, work: Receiving): Promise<'all' | 'more' | 'backlogged'> {
  const { client, mailbox, uidValidity } = inbox;
  const uids = await client.search({ all: true }, { uid: true });
  if (!Array.isArray(uids)) throw new ImapFault('SearchFailed');
  const unknown = uids.length === 0 ? [] : await work.store.unknownUids(mailbox, uidValidity, uids);
  work.tries.keepOnly(new Set(unknown.map((uid) => keyOf(inbox, uid))));
  const due = unknown.filter((uid) => work.tries.isDue(keyOf(inbox, uid))).sort((a, b) => a - b);
  if (due.length === 0) return 'all';
  const room = work.options.backlogLimit - (await work.store.backlog());
  if (room <= 0) return 'backlogged';
  const batch = due.slice(0, Math.min(room, BATCH));
  // Collected before the bodies are fetched: a command inside a running fetch waits for ever.
  const sized = await client.fetchAll(batch.join(','), { uid: true, size: true }, { uid: true });
  const fetchAt = (at: number): Fetching | undefined => {
    const next = sized[at];
    return next === undefined ? undefined : beginFetch(inbox, next.uid, next.size ?? 0, work);
  };
  let faultsInARow = 0;
  let fetching = fetchAt(0);
  for (let next = 1; fetching !== undefined && !work.isStopping(); next += 1) {
    const { uid, key, attempt, mail } = fetching;
    await Promise.allSettled([mail]);
    // The next mail comes in while this one is committed.
    fetching = fetchAt(next);
    try {
      const fetched = await mail;
      if (fetched !== undefined) await work.onMail(fetched);
      work.tries.succeeded(key);
      faultsInARow = 0;
    } catch (fault) {
      work.onFault(uid, attempt, fault);
      faultsInARow += 1;
      if (!client.usable || faultsInARow === FAULTS_IN_A_ROW) throw fault;
    }
  }
  return due.length > batch.length ? 'more' : 'all';
}

interface Fetching {
  readonly uid: number;
  readonly key: string;
  readonly attempt: number;
  readonly mail: Promise<ReceivedMail | undefined>;
}

function beginFetch(inbox: Inbox, uid: number, size: number, { tries, options }: Receiving): Fetching {
  const key = keyOf(inbox, uid);
  const attempt = tries.begin(key);
  const mail = fetchMail(inbox, uid, size, options.mailBytes);
  // A fault is looked at when the mail's turn comes, if it comes.
  mail.catch(() => undefined);
  return { uid, key, attempt, mail };
}

/** One mail with its fingerprint; undefined when somebody took it out of the mailbox meanwhile. */
async function fetchMail(
  { client, mailbox, uidValidity }: Inbox,
  uid: number,
  size: number,
  mailBytes: number,
): Promise<ReceivedMail | undefined> {
  const oversize = size > mailBytes;
  const query = oversize
    ? { source: { start: 0, maxLength: HEADER_BYTES }, internalDate: true }
    : { source: true, internalDate: true };
  const fetched = await client.fetchOne(String(uid), query, { uid: true });
  if (!fetched) return undefined;
  if (fetched.source === undefined) throw new ImapFault('NoSource');
  const source = oversize ? headerBlock(fetched.source) : fetched.source;
  return {
    place: { mailbox, uidValidity, uid },
    source,
    ...fingerprint(source),
    oversizeBytes: oversize ? size : undefined,
    arrivedAt: arrivalTime(fetched.internalDate),
  };
}

/** INTERNALDATE as imapflow read it; undefined for one that cannot be read, and for the zero of servers that know none. */
function arrivalTime(internalDate: Date | string | undefined): Date | undefined {
  const time = new Date(internalDate ?? Number.NaN);
  return time.getTime() > 0 ? time : undefined;
}

function keyOf(inbox: Inbox, uid: number): string {
  return `${inbox.uidValidity}:${uid}`;
}
