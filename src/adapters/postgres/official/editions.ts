import { sql } from 'kysely';
import type { IsoDate } from '../../../core/model/ids.ts';
import type { Edition, OfficialKind } from '../../../core/model/official.ts';
import type { Database } from '../database.ts';
import { partitionOf } from './tables.ts';

export interface LoadedEdition extends Edition {
  readonly id: number;
  readonly kind: OfficialKind;
  /** Loaded to be looked at; never used to check a claim. */
  readonly isExcerpt: boolean;
  readonly sourceFiles: string;
  readonly sha256: string;
  readonly rowCount: number;
  readonly loadedAt: Date;
}

/** All loaded editions, by kind, the newest first. */
export async function listEditions(db: Database): Promise<readonly LoadedEdition[]> {
  const rows = await db
    .selectFrom('edition')
    .select(['id', 'kind', 'name', 'has_history', 'is_excerpt', 'source_files', 'sha256', 'row_count', 'loaded_at'])
    .select([sql<string | null>`effective_from::text`.as('from'), sql<string | null>`effective_to::text`.as('to')])
    .orderBy('kind')
    .orderBy('effective_from', (order) => order.desc().nullsLast())
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    effectiveFrom: (row.from ?? undefined) as IsoDate | undefined,
    effectiveTo: (row.to ?? undefined) as IsoDate | undefined,
    hasHistory: row.has_history,
    isExcerpt: row.is_excerpt,
    sourceFiles: row.source_files,
    sha256: row.sha256,
    rowCount: row.row_count,
    loadedAt: row.loaded_at,
  }));
}

/** Takes the editions of this name out, with all their rows; returns what it took. */
export async function removeEditions(db: Database, name: string): Promise<readonly LoadedEdition[]> {
  return db.transaction().execute(async (trx) => {
    const named = (await listEditions(trx)).filter((edition) => edition.name === name);
    for (const { kind, id } of named) {
      await trx.schema.dropTable(partitionOf(kind, id)).execute();
      await trx.deleteFrom('edition').where('id', '=', id).execute();
    }
    return named;
  });
}
