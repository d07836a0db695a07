import { sql } from 'kysely';
import type { CaseEntry, CaseInput, Claim, EnteredCase } from '../../pipeline/ports.ts';
import { recordAudit } from './audit.ts';
import { isUniqueViolation, LeaseLost, leasedBy, requireLease } from './claims.ts';
import type { Database } from './database.ts';
import { senderPseudonym } from './sender-store.ts';
import type { StoreContext } from './store-context.ts';

/** See ConsultationStore.enterCase. Two mails that enter one case meet at the index `consultation_one_running`. */
export async function enterCase(context: StoreContext, claim: Claim, entry: CaseEntry): Promise<EnteredCase> {
  const sender = senderPseudonym(context.cipher, entry.sender);
  const { answers } = entry;
  if (answers === undefined) return enterOwn(context.db, claim, sender);
  try {
    return await context.db.transaction().execute(async (trx) => {
      await requireLease(trx, claim);
      const caseId = await findCase(trx, answers, sender);
      if (caseId === undefined) return enterOwn(trx, claim, sender);
      await moveTo(trx, claim, caseId);
      await recordAudit(trx, { at: context.clock.now(), event: 'joined', id: claim.id });
      return { entered: 'joined', earlier: await newestInput(trx, claim, caseId) };
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) return { entered: 'busy' };
    throw fault;
  }
}

/** One statement, since nearly every mail comes this way. */
async function enterOwn(db: Database, claim: Claim, sender: string): Promise<EnteredCase> {
  const entered = await db
    .with('leased', (query) => leasedBy(query, claim))
    .updateTable('case_file')
    .from('leased')
    .set({ sender_hmac: sender })
    .whereRef('case_file.id', '=', 'leased.case_id')
    .executeTakeFirst();
  if (entered.numUpdatedRows === 0n) throw new LeaseLost();
  return { entered: 'own' };
}

async function findCase(
  trx: Database,
  { caseKey, consultationId }: NonNullable<CaseEntry['answers']>,
  sender: string,
): Promise<string | undefined> {
  const found = await trx
    .selectFrom('case_file')
    .innerJoin('consultation', 'consultation.case_id', 'case_file.id')
    .select('case_file.id')
    .where('key', '=', caseKey)
    .where('sender_hmac', '=', sender)
    // As text: what a stranger wrote need not be a UUID.
    .where(sql<string>`consultation.id::text`, '=', consultationId)
    .executeTakeFirst();
  return found?.id;
}

async function caseOf(trx: Database, claim: Claim): Promise<string> {
  const { case_id } = await trx
    .selectFrom('consultation')
    .select('case_id')
    .where('id', '=', claim.id)
    .executeTakeFirstOrThrow();
  return case_id;
}

/** The case that was opened when the mail came is left without a mail, and goes. */
async function moveTo(trx: Database, claim: Claim, caseId: string): Promise<void> {
  const opened = await caseOf(trx, claim);
  if (opened === caseId) return;
  await trx.updateTable('consultation').set({ case_id: caseId }).where('id', '=', claim.id).execute();
  await trx.deleteFrom('case_file').where('id', '=', opened).execute();
}

async function newestInput(trx: Database, claim: Claim, caseId: string): Promise<CaseInput | undefined> {
  const row = await trx
    .selectFrom('consultation')
    .select('input')
    .where('case_id', '=', caseId)
    .where('id', '!=', claim.id)
    .where(sql<string>`input ->> 'kind'`, '=', 'case')
    .orderBy('received_at', 'desc')
    .executeTakeFirst();
  return row?.input?.kind === 'case' ? row.input : undefined;
}
