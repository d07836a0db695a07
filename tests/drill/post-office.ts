import { setTimeout as sleep } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import type { Dovecot } from '../support/dovecot.ts';
import type { DrillMail } from './drill-mail.ts';
import { FOLDERS } from './evidence.ts';
import type { Random } from './random.ts';

/** Puts mails into the mailbox, however often the server is down meanwhile. */
export interface PostOffice {
  post(mail: DrillMail): void;
  /** Mails that wait to be delivered or are in hand. */
  waiting(): number;
  /** Distinct mails that were delivered, in order. */
  delivered(): readonly DrillMail[];
  /** Deliveries and copies of all of them. */
  deliveries(): number;
  /** Delivers until `isOver`; each mail waits for `mayGo`. */
  work(mayGo: () => boolean, isOver: () => boolean): Promise<void>;
}

interface Item {
  readonly mail: DrillMail;
  readonly how: 'first' | 'again';
}

const RETRY_MS = 200;
const COPY_TRIES = 5;
/** The second delivery comes within so many mails. */
const AGAIN_WITHIN = 60;

export function createPostOffice(dovecot: Dovecot, random: Random): PostOffice {
  const queue: Item[] = [];
  const delivered: DrillMail[] = [];
  let deliveries = 0;
  let inHand = 0;

  async function deliver(mail: DrillMail): Promise<void> {
    for (;;) {
      try {
        await dovecot.deliver(mail.source, undefined, mail.envelopeFrom);
        deliveries += 1;
        return;
      } catch {
        // Perhaps it was delivered and only the answer was lost: the next try makes a duplicate, as MTAs do.
        await sleep(RETRY_MS);
      }
    }
  }

  async function copy(mail: DrillMail): Promise<void> {
    for (let attempt = 0; attempt < COPY_TRIES; attempt += 1) {
      if (await copyWithin(dovecot, mail.id).catch(() => false)) {
        deliveries += 1;
        return;
      }
      await sleep(RETRY_MS);
    }
    await deliver(mail);
  }

  async function handle({ mail, how }: Item): Promise<void> {
    if (how === 'again' && mail.again === 'copied in the mailbox') return copy(mail);
    await deliver(mail);
    if (how === 'again') return;
    delivered.push(mail);
    if (mail.again !== 'never') queue.splice(random.whole(AGAIN_WITHIN), 0, { mail, how: 'again' });
  }

  return {
    post: (mail) => void queue.push({ mail, how: 'first' }),
    waiting: () => queue.length + inHand,
    delivered: () => delivered,
    deliveries: () => deliveries,
    async work(mayGo, isOver) {
      while (!isOver()) {
        const item = mayGo() ? queue.shift() : undefined;
        if (item === undefined) {
          await sleep(50);
          continue;
        }
        inHand += 1;
        await handle(item);
        inHand -= 1;
      }
    },
  };
}

/** As a person or a rule of the mailbox does; false when the mail is nowhere. */
async function copyWithin({ imapPort, user, password }: Dovecot, id: string): Promise<boolean> {
  const auth = { user, pass: password };
  const client = new ImapFlow({ host: '127.0.0.1', port: imapPort, auth, logger: false, socketTimeout: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    for (const folder of FOLDERS) {
      if ((await client.status(folder, { messages: true }).catch(() => undefined)) === undefined) continue;
      await client.mailboxOpen(folder);
      const found = await client.search({ header: { 'X-Drill': id } }, { uid: true });
      const uid = Array.isArray(found) ? found[0] : undefined;
      if (uid !== undefined) return (await client.messageCopy(`${uid}`, 'INBOX', { uid: true })) !== false;
    }
    return false;
  } finally {
    client.close();
  }
}
