import { sql } from 'kysely';
import { type Fingerprint, fingerprint, headerBlock } from '../../src/adapters/imap/fingerprint.ts';
import { createCaseDesk } from '../../src/adapters/postgres/case-desk.ts';
import { SYSTEM_CLOCK } from '../../src/app/clock.ts';
import type { AttentionKind } from '../../src/core/model/attention.ts';
import type { ConsultationStatus } from '../../src/core/model/lifecycle.ts';
import type { OutboxPhase } from '../../src/pipeline/sending-port.ts';
import type { TestService } from '../support/service.ts';
import type { SunkMail } from '../support/smtp-sink.ts';
import { headerOf, readHead } from './answer-mails.ts';
import type { DrillMail } from './drill-mail.ts';
import { replyKey } from './drill-mail.ts';
import { MAX_MAIL_MB } from './settings.ts';

export const FOLDERS = ['INBOX', 'Processed', 'Rejected', 'Failed'] as const;
export type Folder = (typeof FOLDERS)[number];

/** One mail as it lies in the mailbox at the end. */
export interface StoredMail {
  readonly folder: Folder;
  /** Of the header `X-Drill`; undefined for a mail that has no headers of its own. */
  readonly drillId: string | undefined;
  /** By which the service knows a mail again. */
  readonly knownAs: string;
}

export interface Consultation {
  readonly id: string;
  readonly knownAs: string;
  readonly status: ConsultationStatus;
  readonly stage: string;
  readonly verdict: string | undefined;
  readonly reason: string | undefined;
  readonly phase: OutboxPhase | undefined;
  /** `notice` when nothing was coded. */
  readonly answerKind: string | undefined;
}

export interface Reply {
  /** Of the mail that it answers. */
  readonly key: string;
  /** Out of its own Message-ID. */
  readonly consultationId: string;
  /** False when the line was broken instead of an answer. */
  readonly isAcknowledged: boolean;
}

/** All that the laws are held against. */
export interface Evidence {
  readonly mails: readonly DrillMail[];
  readonly stored: readonly StoredMail[];
  readonly consultations: readonly Consultation[];
  readonly replies: readonly Reply[];
  /** Events of the audit trail by consultation. */
  readonly audit: ReadonlyMap<string, readonly string[]>;
  /** Consultations that `caseconsult cases` lists, by why. */
  readonly listed: ReadonlyMap<string, AttentionKind | undefined>;
  readonly output: string;
  /** Workers that ended without being killed. */
  readonly endedThemselves: readonly string[];
  readonly days: number;
  /** Moments at which a reply may have been under way to the mail server: kills and broken lines. */
  readonly chancesOfUnknown: number;
}

export async function gatherEvidence(
  service: TestService,
  rest: Pick<Evidence, 'mails' | 'endedThemselves' | 'days' | 'chancesOfUnknown'>,
): Promise<Evidence> {
  return {
    ...rest,
    stored: (await Promise.all(FOLDERS.map((folder) => readFolder(service, folder)))).flat(),
    consultations: await readConsultations(service),
    replies: service.sink.mails.map(readReply),
    audit: await readAudit(service),
    listed: await readList(service),
    output: service.output(),
  };
}

async function readFolder({ dovecot }: TestService, folder: Folder): Promise<readonly StoredMail[]> {
  const mails = await dovecot.listFolder(folder);
  return mails.map(({ source }) => {
    const isOversize = source.length > MAX_MAIL_MB * 1024 * 1024;
    const drillId = /^X-Drill:[ \t]*(\S+)/im.exec(source.toString('latin1'))?.[1];
    return { folder, drillId, knownAs: keyOf(fingerprint(isOversize ? headerBlock(source) : source)) };
  });
}

function keyOf({ messageIdHash, contentHash }: Fingerprint): string {
  return `${messageIdHash ?? ''} ${contentHash}`;
}

async function readConsultations({ db }: TestService): Promise<readonly Consultation[]> {
  const rows = await db
    .selectFrom('consultation')
    .innerJoin('message', 'message.id', 'consultation.message_id')
    .leftJoin('outbox', 'outbox.consultation_id', 'consultation.id')
    .select(['consultation.id', 'message_id_hash', 'content_hash', 'status', 'stage', 'verdict', 'reason', 'phase'])
    .select(sql<string | null>`answer ->> 'kind'`.as('answerKind'))
    .execute();
  return rows.map((row) => ({
    id: row.id,
    knownAs: keyOf({ messageIdHash: row.message_id_hash ?? undefined, contentHash: row.content_hash }),
    status: row.status,
    stage: row.stage,
    verdict: row.verdict ?? undefined,
    reason: row.reason ?? undefined,
    phase: row.phase ?? undefined,
    answerKind: row.answerKind ?? undefined,
  }));
}

async function readAudit({ db }: TestService): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.selectFrom('audit').select(['consultation_id', 'event']).orderBy('at').execute();
  const events = new Map<string, string[]>();
  for (const { consultation_id, event } of rows) {
    const id = consultation_id ?? '';
    events.set(id, [...(events.get(id) ?? []), event]);
  }
  return events;
}

async function readList({ db }: TestService): Promise<Evidence['listed']> {
  const entries = await createCaseDesk({ db, clock: SYSTEM_CLOCK }).list('attention');
  return new Map(entries.map(({ id, attention }) => [id, attention]));
}

function readReply({ source, to: [to = ''], acknowledged }: SunkMail): Reply {
  const { head, messageId } = readHead(source);
  const answers = headerOf(head, 'in-reply-to')?.replace(/^<|>$/g, '');
  const consultationId = /^<cc\.[^.]+\.([^@]+)@/.exec(messageId)?.[1] ?? '';
  return { key: replyKey(to, answers), consultationId, isAcknowledged: acknowledged };
}
