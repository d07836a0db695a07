import { randomBytes } from 'node:crypto';
import { openDatabase } from '../../src/adapters/postgres/database.ts';
import { createCipher } from '../../src/adapters/postgres/encryption.ts';
import { createStores } from '../../src/adapters/postgres/stores.ts';
import type { Answer, NoticeAnswer } from '../../src/core/model/consultation.ts';
import type { DeidentifiedText } from '../../src/core/model/deidentified-note.ts';
import type { ConsultationId, IsoDate } from '../../src/core/model/ids.ts';
import type { Claim, Clock, CodingInput, ReceivedMail, WorkStage } from '../../src/pipeline/ports.ts';
import type { OutgoingMail } from '../../src/pipeline/sending-port.ts';
import { createMemoryStores, type MemoryStores } from './memory/stores.ts';
import { testDatabase } from './postgres.ts';

export const LEASE_MS = 10_000;
export const ATTEMPTS = 3;
export const DAY_MS = 86_400_000;
export const INBOX = 'INBOX';
export const VALIDITY = 4_294_967_295n;

export const answer = {
  kind: 'notice',
  notice: 'stranger',
  verdict: 'Not answered.',
  origin: { draftedBy: 'deterministic', limits: ['one'], editions: ['library 1'], traceId: 't' },
} satisfies NoticeAnswer & Pick<Answer, 'origin'>;
export const question: CodingInput = {
  kind: 'question',
  question: 'what is 32503?' as DeidentifiedText,
  mailedOn: '2025-06-02' as IsoDate,
};
export const accepted = { next: 'coding', input: question, verdict: 'question' } as const;
export const ignored = { next: 'nothing', verdict: 'auto_reply', reason: 'machine' } as const;
export const doubted = { next: 'review', verdict: 'case', reason: 'the sender is not proven' } as const;
export const noticed = { next: 'reply', answer, verdict: 'case' } as const;
export const outgoing: OutgoingMail = {
  messageId: '<reply@example.org>',
  envelopeFrom: 'coder@example.org',
  to: 'sender@example.org',
  mime: new Uint8Array([0, 13, 10, 255]),
};

/** A clock that only tests move. */
export interface TestClock extends Clock {
  pass(ms: number): void;
}

export function testClock(): TestClock {
  let now = new Date('2026-11-23T10:00:00Z');
  return {
    now: () => now,
    pass: (ms) => {
      now = new Date(now.getTime() + ms);
    },
  };
}

export interface StoreRoom {
  readonly stores: MemoryStores;
  close(): Promise<void>;
}

/** Every kind of store that must keep the contract. */
export const STORE_KINDS = [
  { name: 'memory', open: openMemory },
  { name: 'PostgreSQL', open: openPostgres },
] as const;

async function openMemory(clock: Clock): Promise<StoreRoom> {
  const stores = createMemoryStores({ clock, leaseMs: LEASE_MS, attempts: ATTEMPTS });
  return { stores, close: () => Promise.resolve() };
}

async function openPostgres(clock: Clock): Promise<StoreRoom> {
  const database = await testDatabase();
  const db = openDatabase(database.url);
  const policy = { leaseMs: LEASE_MS, attempts: ATTEMPTS, rawMailDays: 30 };
  return {
    stores: createStores({ db, clock, cipher: createCipher(randomBytes(32)), policy }),
    close: async () => {
      await db.destroy();
      await database.drop();
    },
  };
}

let lastUid = 0;

/** A mail like no other, unless told. */
export function someMail(change: Partial<ReceivedMail> = {}): ReceivedMail {
  lastUid += 1;
  return {
    place: { mailbox: INBOX, uidValidity: VALIDITY, uid: lastUid },
    source: Buffer.from('From: a@example.org\r\n\r\nbody'),
    messageIdHash: randomBytes(32).toString('hex'),
    contentHash: randomBytes(32).toString('hex'),
    oversizeBytes: undefined,
    arrivedAt: undefined,
    ...change,
  };
}

export async function receiveSome(stores: MemoryStores, change: Partial<ReceivedMail> = {}): Promise<ConsultationId> {
  return (await stores.consultations.receive(someMail(change))).id;
}

export async function mustClaim(stores: MemoryStores, id: ConsultationId, stage: WorkStage): Promise<Claim> {
  const claim = await stores.consultations.claim(id, stage);
  if (claim === undefined) throw new Error('expected a claim');
  return claim;
}

export async function dueIds(stores: MemoryStores): Promise<readonly ConsultationId[]> {
  return (await stores.consultations.due(1_000)).map((work) => work.id);
}
