import type { ConsultationId } from '../../core/model/ids.ts';
import type { Claim, ConsultationStore, IntakeResult } from '../../pipeline/ports.ts';
import { answerBefore } from './answer-before.ts';
import { claimStage, endClaim, renewLease } from './claims.ts';
import { enterCase } from './enter-case.ts';
import { recordFeedback } from './feedback-store.ts';
import { openConfirmed } from './open-confirmed.ts';
import { receiveMail } from './receive-mail.ts';
import type { StoreContext } from './store-context.ts';
import { toJson } from './tables/json-column.ts';

export function createConsultationStore(context: StoreContext): ConsultationStore {
  const { db, cipher, clock, policy } = context;
  return {
    receive: (mail) => receiveMail(context, mail),
    claim: (id, stage) => claimStage(context, id, stage),
    renew: (claim) => renewLease(context, claim),

    rawMail: async (id) => {
      const row = await db
        .selectFrom('consultation')
        .innerJoin('raw_mail', 'raw_mail.message_id', 'consultation.message_id')
        .select(['raw_mail.message_id', 'ciphertext', 'key_id'])
        .where('consultation.id', '=', id)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return cipher.open({ ciphertext: row.ciphertext, keyId: row.key_id }, row.message_id);
    },

    codingInput: async (id) => {
      const row = await db.selectFrom('consultation').select('input').where('id', '=', id).executeTakeFirst();
      return row?.input ?? undefined;
    },

    replyInput: async (id) => {
      const row = await db
        .selectFrom('consultation')
        .select(['answer', 'subject'])
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.answer ? { answer: row.answer, subject: row.subject ?? undefined } : undefined;
    },

    enterCase: (claim, entry) => enterCase(context, claim, entry),

    openConfirmed: (asked) => openConfirmed(context, asked),

    answerBefore: (id) => answerBefore(db, id),

    finishIntake: (claim, result) => finishWithFeedback(context, claim, result),

    finishCoding: (claim, answer, trace) =>
      endClaim(
        context,
        claim,
        {
          status: 'waiting',
          stage: 'reply',
          attempts: 0,
          answer: toJson(answer),
          editions: toJson(answer.origin.editions),
          trace: toJson(trace),
        },
        { event: 'coded', fields: { kind: answer.kind, draftedBy: answer.origin.draftedBy } },
      ),

    finishReply: (claim, status, reason) => endClaim(context, claim, { status, reason }, { event: status }),

    release: async (claim, { reason, notBefore, isWait = false }) => {
      const isHeld = !isWait && claim.attempt >= policy.attempts;
      await endClaim(
        context,
        claim,
        {
          status: isHeld ? 'held' : 'waiting',
          reason,
          not_before: notBefore,
          ...(isWait ? { attempts: claim.attempt - 1 } : {}),
        },
        { event: isHeld ? 'held' : isWait ? 'waits' : 'retry', fields: { reason } },
      );
      return isHeld ? 'held' : 'retry';
    },

    due: async (limit) => {
      const now = clock.now();
      const rows = await db
        .selectFrom('consultation')
        .select(['id', 'stage'])
        .where('status', 'in', ['waiting', 'running'])
        .where('not_before', '<=', now)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('consultation as busy')
                .select('busy.id')
                .whereRef('busy.case_id', '=', 'consultation.case_id')
                .where('busy.status', '=', 'running')
                .where('busy.lease_until', '>', now),
            ),
          ),
        )
        .orderBy('not_before')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ id: row.id as ConsultationId, stage: row.stage }));
    },
  };
}

/** What the sender says of our answer is noted with the decision, or not at all. */
async function finishWithFeedback(context: StoreContext, claim: Claim, result: IntakeResult): Promise<boolean> {
  const feedback = 'feedback' in result ? result.feedback : undefined;
  if (feedback === undefined) return finishIntake(context, claim, result);
  return context.db.transaction().execute(async (trx) => {
    const isCommitted = await finishIntake({ ...context, db: trx }, claim, result);
    if (isCommitted) await recordFeedback(trx, claim.id, feedback, context.clock.now());
    return isCommitted;
  });
}

function finishIntake(context: StoreContext, claim: Claim, result: IntakeResult): Promise<boolean> {
  const { verdict } = result;
  const fields = { verdict };
  switch (result.next) {
    case 'coding':
      return endClaim(
        context,
        claim,
        {
          status: 'waiting',
          stage: 'coding',
          attempts: 0,
          verdict,
          subject: result.subject ?? null,
          input: toJson(result.input),
        },
        { event: 'accepted', fields },
      );
    case 'reply':
      return endClaim(
        context,
        claim,
        {
          status: 'waiting',
          stage: 'reply',
          attempts: 0,
          verdict,
          answer: toJson(result.answer),
        },
        { event: 'noticed', fields },
      );
    case 'review':
      return endClaim(
        context,
        claim,
        { status: 'held', verdict, reason: result.reason },
        { event: 'held', fields: { ...fields, reason: result.reason } },
      );
    case 'nothing':
      return endClaim(
        context,
        claim,
        { status: 'closed', verdict, reason: result.reason },
        { event: 'closed', fields: { ...fields, reason: result.reason } },
      );
  }
}
