import { sql } from 'kysely';
import type { ConsultationId } from '../../core/model/ids.ts';
import type { CaseEntry, CaseInput, Claim, CodingInput, EnteredCase } from '../../pipeline/ports.ts';
import { recordAudit } from './audit.ts';
import { isUniqueViolation, LeaseLost, leasedBy, requireLease } from './claims.ts';
import type { Database } from './database.ts';
import { domainPseudonym, senderPseudonym } from './sender-store.ts';
import type { StoreContext } from './store-context.ts';

/** See ConsultationStore.enterCase. Two mails that enter one case meet at the index `consultation_one_running`. */
export async function enterCase(context: StoreContext, claim: Claim, entry: CaseEntry): Promise<EnteredCase> {
  const who: Who = {
    sender: senderPseudonym(context.cipher, entry.sender),
    domain: entry.domain === undefined ? null : domainPseudonym(context.cipher, entry.domain),
  };
  const { answers } = entry;
  if (answers === undefined) return enterOwn(context.db, claim, who);
  try {
    return await context.db.transaction().execute(async (trx) => {
      await requireLease(trx, claim);
      const caseId = await findCase(trx, answers, who);
      if (caseId === undefined) return enterOwn(trx, claim, who);
      await moveTo(trx, claim, caseId);
      await recordAudit(trx, { at: context.clock.now(), event: 'joined', id: claim.id });
      return { entered: 'joined', earlier: await newestInput(trx, claim, caseId, answers.consultationId) };
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) return { entered: 'busy' };
    throw fault;
  }
}

/** The sender and his domain, as keyed hashes. */
interface Who {
  readonly sender: string;
  readonly domain: string | null;
}

/** One statement, since nearly every mail comes this way. */
async function enterOwn(db: Database, claim: Claim, { sender, domain }: Who): Promise<EnteredCase> {
  const entered = await db
    .with('leased', (query) => leasedBy(query, claim))
    .updateTable('case_file')
    .from('leased')
    .set({ sender_hmac: sender, domain_hmac: domain })
    .whereRef('case_file.id', '=', 'leased.case_id')
    .executeTakeFirst();
  if (entered.numUpdatedRows === 0n) throw new LeaseLost();
  return { entered: 'own' };
}

/** A case that is named by its key alone goes on for its own sender only; one whose reply is named, for his domain too. */
async function findCase(
  trx: Database,
  { caseKey, consultationId }: NonNullable<CaseEntry['answers']>,
  { sender, domain }: Who,
): Promise<string | undefined> {
  const named = trx
    .selectFrom('case_file')
    .innerJoin('consultation', 'consultation.case_id', 'case_file.id')
    .select('case_file.id')
    .where('key', '=', caseKey);
  const found =
    consultationId === undefined
      ? named.where('sender_hmac', '=', sender)
      : named
          .where(({ eb, or }) => or([eb('sender_hmac', '=', sender), eb('domain_hmac', '=', domain)]))
          // As text: what a stranger wrote need not be a UUID.
          .where(sql<string>`consultation.id::text`, '=', consultationId);
  return (await found.executeTakeFirst())?.id;
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

/**
 * The newest input of the note that the answered reply spoke of: a thread may bring another note, and each goes its way.
 * Of the newest note when the answered mail had none, or is not named.
 */
async function newestInput(
  trx: Database,
  claim: Claim,
  caseId: string,
  answered: string | undefined,
): Promise<CaseInput | undefined> {
  const cases = trx
    .selectFrom('consultation')
    .select(['consultation.id', 'input'])
    .where('case_id', '=', caseId)
    .where('consultation.id', '!=', claim.id)
    .where(sql<string>`input ->> 'kind'`, '=', 'case')
    .orderBy('received_at', 'desc');
  const asked =
    answered === undefined
      ? undefined
      : await cases.where(sql`consultation.id::text`, '=', answered).executeTakeFirst();
  const note = asked && noteOf(asked);
  const newest = await (note === undefined
    ? cases
    : cases.where(sql<string>`coalesce(input ->> 'noteOf', consultation.id::text)`, '=', note)
  ).executeTakeFirst();
  if (newest?.input?.kind !== 'case') return undefined;
  return { ...newest.input, noteOf: noteOf(newest) };
}

function noteOf({ id, input }: { readonly id: string; readonly input: CodingInput | null }): ConsultationId {
  const note = input?.kind === 'case' ? input.noteOf : undefined;
  return note ?? (id as ConsultationId);
}
