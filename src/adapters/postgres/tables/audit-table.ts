import type { ColumnType, GeneratedAlways } from 'kysely';
import type { SafeFields } from '../../../pipeline/ports.ts';

export interface AuditTable {
  readonly id: GeneratedAlways<string>;
  readonly at: Date;
  readonly event: string;
  readonly consultation_id: string | null;
  readonly fields: ColumnType<SafeFields, string, never>;
}
