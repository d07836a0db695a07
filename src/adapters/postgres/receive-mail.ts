import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { ConsultationId } from '../../core/model/ids.ts';
import { arrivalOf, CASE_KEY_BYTES, caseKeyOf } from '../../core/model/lifecycle.ts';
import type { ReceivedMail, ReceiveOutcome } from '../../pipeline/ports.ts';
import type { Database } from './database.ts';
import { expiryOf, type StoreContext } from './store-context.ts';
import { toJson } from './tables/json-column.ts';

/** See ConsultationStore.receive: all in one statement, so that a mail is either known or still unread. */
export async function receiveMail(context: StoreContext, mail: ReceivedMail): Promise<ReceiveOutcome> {
  const { db, cipher, clock } = context;
  const now = clock.now();
  const arrivedAt = arrivalOf(mail, now);
  const messageId = randomUUID();
  const caseId = randomUUID();
  const id = randomUUID() as string as ConsultationId;
  const { mailbox, uidValidity, uid } = mail.place;
  // Every row hangs on the first: when the message is known already, none is written.
  const opened = await sql`
    with
      new_message as (
        insert into message (id, mailbox, message_id_hash, content_hash, oversize_bytes, arrived_at, received_at)
        values (${messageId}, ${mailbox}, ${mail.messageIdHash ?? null}, ${mail.contentHash}, ${mail.oversizeBytes ?? null}, ${arrivedAt}, ${now})
        on conflict on constraint message_once do nothing
        returning id
      ),
      place as (
        insert into mailbox_uid (mailbox, uid_validity, uid, message_id)
        select ${mailbox}, ${uidValidity}, ${uid}, id from new_message
        on conflict do nothing
      ),
      source as (
        insert into raw_mail (message_id, ciphertext, key_id, expires_at)
        select id, ${cipher.seal(mail.source, messageId)}, ${cipher.keyId}, ${expiryOf(context)} from new_message
      ),
      opened_case as (
        insert into case_file (id, key, opened_at)
        select ${caseId}, ${caseKeyOf(randomBytes(CASE_KEY_BYTES))}, ${now} from new_message
      ),
      audited as (
        insert into audit (at, event, consultation_id, fields)
        select ${now}, 'received', ${id}, ${toJson({ sizeBytes: mail.source.length })} from new_message
      )
    insert into consultation (id, message_id, case_id, status, stage, not_before, received_at, updated_at)
    select ${id}, id, ${caseId}, 'waiting', 'intake', ${now}, ${now}, ${now} from new_message
    returning id`.execute(db);
  return opened.rows.length > 0 ? { outcome: 'new', id } : duplicateOf(db, mail);
}

async function duplicateOf(db: Database, mail: ReceivedMail): Promise<ReceiveOutcome> {
  const known = await db
    .selectFrom('message')
    .innerJoin('consultation', 'consultation.message_id', 'message.id')
    .select(['message.id as messageId', 'consultation.id'])
    .where('mailbox', '=', mail.place.mailbox)
    .where('message_id_hash', 'is not distinct from', mail.messageIdHash ?? null)
    .where('content_hash', '=', mail.contentHash)
    .where('rerun_of', 'is', null)
    .executeTakeFirstOrThrow();
  // It has a place of its own: it must be filed too.
  const { mailbox, uidValidity, uid } = mail.place;
  await db
    .insertInto('mailbox_uid')
    .values({ mailbox, uid_validity: uidValidity, uid, message_id: known.messageId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { outcome: 'duplicate', id: known.id as ConsultationId };
}
