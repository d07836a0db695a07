import { randomBytes, randomUUID } from 'node:crypto';
import type { ConsultationId, IsoDate } from '../../../src/core/model/ids.ts';
import { arrivalOf, CASE_KEY_BYTES, caseKeyOf, filingFolder } from '../../../src/core/model/lifecycle.ts';
import type { KeptTokens, TokenStore } from '../../../src/pipeline/access-token-port.ts';
import type { CaseDesk } from '../../../src/pipeline/desk-port.ts';
import type { MailboxStore } from '../../../src/pipeline/mailbox-port.ts';
import type { Clock, ConsultationStore, MailboxPlace, ReceivedMail, SenderStore } from '../../../src/pipeline/ports.ts';
import type { ReportBook } from '../../../src/pipeline/report-port.ts';
import type { OutboxStore, SendingPace } from '../../../src/pipeline/sending-port.ts';
import { createMemoryConsultations } from './consultations.ts';
import { createMemoryDesk } from './desk.ts';
import type { MemoryConsultation, MemoryOptions } from './memory-consultation.ts';
import { createReports } from './reports.ts';
import { createMemorySenders } from './senders.ts';
import { createOutbox, createPace, type OutboxRow } from './sending.ts';

export interface MemoryStores {
  readonly consultations: ConsultationStore;
  readonly senders: SenderStore;
  readonly mailboxes: MailboxStore;
  readonly outbox: OutboxStore;
  readonly desk: CaseDesk;
  readonly pace: SendingPace;
  readonly reports: ReportBook;
  readonly tokens: TokenStore;
}

/** The stores of the pipeline in this process only: the same contract, nothing kept. */
export function createMemoryStores(options: MemoryOptions): MemoryStores {
  const byId = new Map<ConsultationId, MemoryConsultation>();
  const places: Place[] = [];
  const phases = new Map<ConsultationId, OutboxRow>();
  return {
    consultations: createMemoryConsultations(options, byId, (mail) => receive(options.clock, byId, places, mail)),
    senders: createMemorySenders(options.clock, byId),
    mailboxes: createMailboxes(byId, places),
    outbox: createOutbox(byId, phases, options.clock),
    desk: createMemoryDesk(options.clock, byId, phases),
    pace: createPace(byId, options.clock),
    reports: createReports(byId, phases),
    tokens: createMemoryTokens(),
  };
}

type Place = MailboxPlace & { readonly id: ConsultationId; isFiled: boolean };

function receive(
  clock: Clock,
  byId: Map<ConsultationId, MemoryConsultation>,
  places: Place[],
  mail: ReceivedMail,
): ReturnType<ConsultationStore['receive']> {
  const known = [...byId.values()].find(
    (other) =>
      other.mail.place.mailbox === mail.place.mailbox &&
      other.mail.messageIdHash === mail.messageIdHash &&
      other.mail.contentHash === mail.contentHash,
  );
  const now = clock.now();
  const id = known?.id ?? (randomUUID() as string as ConsultationId);
  if (places.every((place) => !isAt(place, mail.place))) places.push({ ...mail.place, id, isFiled: false });
  if (known !== undefined) return Promise.resolve({ outcome: 'duplicate', id });
  byId.set(id, {
    id,
    mail,
    caseKey: caseKeyOf(randomBytes(CASE_KEY_BYTES)),
    sender: undefined,
    domain: undefined,
    receivedAt: now,
    arrivedAt: arrivalOf(mail, now),
    receivedOn: now.toISOString().slice(0, 10) as IsoDate,
    stage: 'intake',
    status: 'waiting',
    attempts: 0,
    verdict: undefined,
    reason: undefined,
    notBefore: now,
    released: false,
    lease: undefined,
    subject: undefined,
    input: undefined,
    answer: undefined,
    rerunOf: undefined,
  });
  return Promise.resolve({ outcome: 'new', id });
}

function isAt(place: MailboxPlace, other: MailboxPlace): boolean {
  return place.mailbox === other.mailbox && place.uidValidity === other.uidValidity && place.uid === other.uid;
}

function createMailboxes(byId: ReadonlyMap<ConsultationId, MemoryConsultation>, places: Place[]): MailboxStore {
  const validities = new Map<string, bigint>();
  return {
    open: async (mailbox, uidValidity) => {
      const known = validities.get(mailbox);
      validities.set(mailbox, uidValidity);
      if (known === undefined) return 'new';
      return known === uidValidity ? 'same' : 'changed';
    },
    unknownUids: async (mailbox, uidValidity, uids) =>
      uids.filter((uid) => places.every((place) => !isAt(place, { mailbox, uidValidity, uid }))),
    toFile: async (mailbox, uidValidity) =>
      places.flatMap((place) => {
        const state = byId.get(place.id);
        if (state === undefined || place.isFiled) return [];
        if (place.mailbox !== mailbox || place.uidValidity !== uidValidity) return [];
        const folder = filingFolder({ ...state, isAccepted: state.input !== undefined });
        return folder === undefined ? [] : [{ uid: place.uid, folder }];
      }),
    filed: async (mailbox, uidValidity, uids) => {
      for (const place of places) {
        if (uids.some((uid) => isAt(place, { mailbox, uidValidity, uid }))) place.isFiled = true;
      }
    },
    backlog: async () => [...byId.values()].filter(({ status }) => status === 'waiting' || status === 'running').length,
  };
}

/** Tokens in this process only, renewed by one caller at a time. */
export function createMemoryTokens(): TokenStore {
  const kept = new Map<string, KeptTokens>();
  const turns = new Map<string, Promise<unknown>>();
  return {
    renew: (account, renew) => {
      const turn = (turns.get(account) ?? Promise.resolve()).then(async () => {
        const renewed = await renew(kept.get(account));
        kept.set(account, renewed);
        return renewed;
      });
      turns.set(
        account,
        turn.catch(() => undefined),
      );
      return turn;
    },
  };
}
