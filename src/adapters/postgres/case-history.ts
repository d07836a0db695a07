import type { Answer } from '../../core/model/consultation.ts';
import type { DeskEntry } from '../../pipeline/desk-port.ts';
import type { CodingInput, SafeFields } from '../../pipeline/ports.ts';
import { entriesOfCase } from './case-desk.ts';
import type { Database } from './database.ts';
import { keptForPersonUntil } from './purge.ts';

/** One mail of a case with what happened to it. */
export interface CaseHistory extends DeskEntry {
  readonly events: readonly { readonly at: Date; readonly event: string; readonly fields: SafeFields }[];
  /** De-identified. */
  readonly input: CodingInput | undefined;
  readonly answer: Answer | undefined;
  readonly replyCode: number | undefined;
  /** When its raw mail is purged; undefined when it is gone. */
  readonly rawMailUntil: Date | undefined;
}

/** Every mail of one case, the oldest first; empty when there is no such case. */
export async function caseHistory(
  db: Database,
  caseKey: string,
  heldMailDays: number,
): Promise<readonly CaseHistory[]> {
  const mails = await entriesOfCase(db, caseKey);
  return Promise.all(mails.map((mail) => withHistory(db, mail, heldMailDays)));
}

async function withHistory(db: Database, mail: DeskEntry, heldMailDays: number): Promise<CaseHistory> {
  const events = await db
    .selectFrom('audit')
    .select(['at', 'event', 'fields'])
    .where('consultation_id', '=', mail.id)
    .orderBy('id')
    .execute();
  const row = await db
    .selectFrom('consultation')
    .leftJoin('outbox', 'outbox.consultation_id', 'consultation.id')
    .leftJoin('raw_mail', 'raw_mail.message_id', 'consultation.message_id')
    .select(['input', 'answer', 'reply_code', 'raw_mail.expires_at', keptForPersonUntil(heldMailDays).as('heldUntil')])
    .where('consultation.id', '=', mail.id)
    .executeTakeFirstOrThrow();
  const until = mail.attention === undefined ? row.expires_at : row.heldUntil;
  return {
    ...mail,
    events,
    input: row.input ?? undefined,
    answer: row.answer ?? undefined,
    replyCode: row.reply_code ?? undefined,
    rawMailUntil: mail.hasRawMail ? (until ?? undefined) : undefined,
  };
}
