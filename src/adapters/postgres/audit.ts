import type { ConsultationId } from '../../core/model/ids.ts';
import type { SafeFields } from '../../pipeline/ports.ts';
import type { Database } from './database.ts';
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
