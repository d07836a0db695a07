import type { UpdateQueryBuilder, UpdateResult } from 'kysely';
import type { ConsultationId } from '../../core/model/ids.ts';
import type { SafeFields } from '../../pipeline/ports.ts';
import type { Database, DatabaseSchema } from './database.ts';
import { toJson } from './tables/json-column.ts';

export interface AuditEvent {
  readonly at: Date;
  readonly event: string;
  readonly id: ConsultationId | undefined;
  readonly fields?: SafeFields;
}

/** Writes one audit row; give it the transaction of the change it tells of. */
export async function recordAudit(db: Database, { at, event, id, fields = {} }: AuditEvent): Promise<void> {
  await db
    .insertInto('audit')
    .values({ at, event, consultation_id: id ?? null, fields: toJson(fields) })
    .execute();
}

type ConsultationUpdate = UpdateQueryBuilder<DatabaseSchema, 'consultation', 'consultation', UpdateResult>;

/** Changes a consultation and writes its audit row in one statement; false, and no row, when nothing was changed. */
export async function updateWithAudit(
  db: Database,
  update: ConsultationUpdate,
  { at, event, fields = {} }: Omit<AuditEvent, 'id'>,
): Promise<boolean> {
  const written = await db
    .with('changed', () => update.returning('id'))
    .insertInto('audit')
    .columns(['at', 'event', 'consultation_id', 'fields'])
    .expression((query) =>
      query
        .selectFrom('changed')
        .select(({ val }) => [
          val(at).as('at'),
          val(event).as('event'),
          'changed.id',
          val(toJson(fields)).as('fields'),
        ]),
    )
    .executeTakeFirst();
  return (written.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
