import { randomBytes, randomUUID } from 'node:crypto';
import type { ConsultationId } from '../../core/model/ids.ts';
import { CASE_KEY_BYTES, caseKeyOf } from '../../core/model/lifecycle.ts';
import type { MailboxPlace, ReceivedMail, ReceiveOutcome } from '../../pipeline/ports.ts';
import { recordAudit } from './audit.ts';
import type { Database } from './database.ts';
import { expiryOf, type StoreContext } from './store-context.ts';

/** See ConsultationStore.receive: all in one transaction, so that a mail is either known or still unread. */
export async function receiveMail(context: StoreContext, mail: ReceivedMail): Promise<ReceiveOutcome> {
  return context.db.transaction().execute(async (trx) => {
    const now = context.clock.now();
    const messageId = randomUUID();
    const inserted = await trx
      .insertInto('message')
      .values({
        id: messageId,
        mailbox: mail.place.mailbox,
        message_id_hash: mail.messageIdHash ?? null,
        content_hash: mail.contentHash,
        oversize_bytes: mail.oversizeBytes ?? null,
        received_at: now,
      })
      .onConflict((conflict) => conflict.constraint('message_once').doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n) return duplicateOf(trx, mail);

    await rememberPlace(trx, mail.place, messageId);
    await trx
      .insertInto('raw_mail')
      .values({
        message_id: messageId,
        ciphertext: context.cipher.seal(mail.source, messageId),
        key_id: context.cipher.keyId,
        expires_at: expiryOf(context),
      })
      .execute();
    const id = await openConsultation(trx, messageId, now);
    await recordAudit(trx, { at: now, event: 'received', id, fields: { sizeBytes: mail.source.length } });
    return { outcome: 'new', id };
  });
}

async function openConsultation(trx: Database, messageId: string, now: Date): Promise<ConsultationId> {
  const caseId = randomUUID();
  await trx
    .insertInto('case_file')
    .values({ id: caseId, key: caseKeyOf(randomBytes(CASE_KEY_BYTES)), opened_at: now })
    .execute();
  const id = randomUUID() as string as ConsultationId;
  await trx
    .insertInto('consultation')
    .values({
      id,
      message_id: messageId,
      case_id: caseId,
      status: 'waiting',
      stage: 'intake',
      not_before: now,
      received_at: now,
      updated_at: now,
    })
    .execute();
  return id;
}

async function duplicateOf(trx: Database, mail: ReceivedMail): Promise<ReceiveOutcome> {
  const known = await trx
    .selectFrom('message')
    .innerJoin('consultation', 'consultation.message_id', 'message.id')
    .select(['message.id as messageId', 'consultation.id'])
    .where('mailbox', '=', mail.place.mailbox)
    .where('message_id_hash', 'is not distinct from', mail.messageIdHash ?? null)
    .where('content_hash', '=', mail.contentHash)
    .executeTakeFirstOrThrow();
  await rememberPlace(trx, mail.place, known.messageId);
  return { outcome: 'duplicate', id: known.id as ConsultationId };
}

/** A duplicate has a place of its own: it must be filed too. */
async function rememberPlace(trx: Database, place: MailboxPlace, messageId: string): Promise<void> {
  await trx
    .insertInto('mailbox_uid')
    .values({ mailbox: place.mailbox, uid_validity: place.uidValidity, uid: place.uid, message_id: messageId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
