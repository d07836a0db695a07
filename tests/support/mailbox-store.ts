import type { FilingFolder, MailboxStore } from '../../src/pipeline/mailbox-port.ts';
import type { ReceivedMail } from '../../src/pipeline/ports.ts';

/** The store of one mailbox in memory, with what a test decides and looks at. */
export interface TestMailboxStore extends MailboxStore {
  /** Distinct mails in order of arrival. */
  readonly mails: readonly ReceivedMail[];
  /** Times that a known mail came again. */
  duplicates(): number;
  receive(mail: ReceivedMail): Promise<void>;
  /** Decides every mail that has been received. */
  decideAll(folder: FilingFolder): void;
  /** Mails that are decided and still not filed. */
  waitingToBeFiled(): number;
  setBacklog(count: number | 'mails received'): void;
}

export function testMailboxStore(): TestMailboxStore {
  const mails: ReceivedMail[] = [];
  const places = new Map<string, { readonly uid: number; readonly uidValidity: bigint; readonly content: string }>();
  const decisions = new Map<string, FilingFolder>();
  let filed = new Set<string>();
  let known: bigint | undefined;
  let duplicates = 0;
  let backlog: number | 'mails received' = 0;
  const key = (uidValidity: bigint, uid: number) => `${uidValidity}/${uid}`;
  const contentOf = (mail: ReceivedMail) => `${mail.messageIdHash}/${mail.contentHash}`;

  const toFile = (uidValidity: bigint) =>
    [...places.values()].flatMap((place) => {
      const folder = decisions.get(place.content);
      const waits = place.uidValidity === uidValidity && !filed.has(key(uidValidity, place.uid));
      return folder !== undefined && waits ? [{ uid: place.uid, folder }] : [];
    });
  return {
    mails,
    duplicates: () => duplicates,
    async open(_mailbox, uidValidity) {
      const state = known === undefined ? 'new' : known === uidValidity ? 'same' : 'changed';
      if (state === 'changed') filed = new Set();
      known = uidValidity;
      return state;
    },
    unknownUids: async (_mailbox, uidValidity, uids) => uids.filter((uid) => !places.has(key(uidValidity, uid))),
    toFile: async (_mailbox, uidValidity) => toFile(uidValidity),
    async filed(_mailbox, uidValidity, uids) {
      for (const uid of uids) filed.add(key(uidValidity, uid));
    },
    backlog: async () => (backlog === 'mails received' ? mails.length : backlog),
    async receive(mail) {
      const content = contentOf(mail);
      if (mails.some((other) => contentOf(other) === content)) duplicates += 1;
      else mails.push(mail);
      const { uidValidity, uid } = mail.place;
      places.set(key(uidValidity, uid), { uid, uidValidity, content });
    },
    decideAll(folder) {
      for (const mail of mails) decisions.set(contentOf(mail), folder);
    },
    waitingToBeFiled: () => (known === undefined ? 0 : toFile(known).length),
    setBacklog(count) {
      backlog = count;
    },
  };
}
