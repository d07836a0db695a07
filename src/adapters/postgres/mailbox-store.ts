import { sql } from 'kysely';
import { filingFolder } from '../../core/model/lifecycle.ts';
import type { MailboxStore } from '../../pipeline/mailbox-port.ts';
import type { StoreContext } from './store-context.ts';

export function createMailboxStore({ db, clock }: StoreContext): MailboxStore {
  return {
    open: async (mailbox, uidValidity) => {
      const known = await db
        .selectFrom('mailbox')
        .select('uid_validity')
        .where('name', '=', mailbox)
        .executeTakeFirst();
      if (known !== undefined && BigInt(known.uid_validity) === uidValidity) return 'same';
      await db
        .insertInto('mailbox')
        .values({ name: mailbox, uid_validity: uidValidity })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ uid_validity: uidValidity }))
        .execute();
      return known === undefined ? 'new' : 'changed';
    },

    unknownUids: async (mailbox, uidValidity, uids) => {
      const rows = await db
        .selectFrom('mailbox_uid')
        .select('uid')
        .where('mailbox', '=', mailbox)
        .where('uid_validity', '=', String(uidValidity))
        .where(among(uids))
        .execute();
      const known = new Set(rows.map((row) => Number(row.uid)));
      return uids.filter((uid) => !known.has(uid));
    },

    toFile: async (mailbox, uidValidity) => {
      const rows = await db
        .selectFrom('mailbox_uid')
        .innerJoin('consultation', 'consultation.message_id', 'mailbox_uid.message_id')
        .select(['uid', 'stage', 'status', sql<boolean>`input is not null`.as('isAccepted')])
        .where('mailbox', '=', mailbox)
        .where('uid_validity', '=', String(uidValidity))
        .where('filed_at', 'is', null)
        .where('rerun_of', 'is', null)
        .orderBy('uid')
        .execute();
      return rows.flatMap((row) => {
        const folder = filingFolder(row);
        return folder === undefined ? [] : [{ uid: Number(row.uid), folder }];
      });
    },

    filed: async (mailbox, uidValidity, uids) => {
      await db
        .updateTable('mailbox_uid')
        .set({ filed_at: clock.now() })
        .where('mailbox', '=', mailbox)
        .where('uid_validity', '=', String(uidValidity))
        .where(among(uids))
        .execute();
    },

    backlog: async () => {
      const row = await db
        .selectFrom('consultation')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .where('status', 'in', ['waiting', 'running'])
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
  };
}

/** One parameter however many they are: a mailbox may hold more than a statement can have parameters. */
function among(uids: readonly number[]) {
  return sql<boolean>`uid = any(${[...uids]}::bigint[])`;
}
