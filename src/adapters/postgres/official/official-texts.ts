import { sql } from 'kysely';
import type {
  DiagnosisRow,
  IndexTerm,
  LevelTwoRow,
  OfficialKind,
  OfficialTexts,
} from '../../../core/model/official.ts';
import type { Database } from '../database.ts';
import { listEditions } from './editions.ts';

/** The texts of the newest whole editions: ICD-10-CM with its index, HCPCS Level II. Undefined when none is loaded. */
export async function readOfficialTexts(db: Database): Promise<OfficialTexts | undefined> {
  const loaded = (await listEditions(db)).filter(({ isExcerpt }) => !isExcerpt);
  const newest = (kind: OfficialKind): number | undefined => loaded.find((edition) => edition.kind === kind)?.id;
  const [order, index, levelTwo] = [newest('icd10cm'), newest('icd10cm-index'), newest('hcpcs')];
  if (order === undefined && levelTwo === undefined) return undefined;
  return {
    diagnoses: await rowsOf<DiagnosisRow>(
      db,
      order,
      (id) => sql`select code, is_billable as "isBillable", long_title as title from official_icd10cm
        where edition_id = ${id}`,
    ),
    terms: await rowsOf<IndexTerm>(
      db,
      index,
      (id) => sql`select path, code from official_icd10cm_term where edition_id = ${id} and code is not null`,
    ),
    levelTwo: await rowsOf<LevelTwoRow>(
      db,
      levelTwo,
      (id) => sql`select code, coalesce(long_title, short_title, '') as title, terminated_on::text as "terminatedOn"
        from official_hcpcs where edition_id = ${id}`,
    ),
  };
}

async function rowsOf<Row>(
  db: Database,
  edition: number | undefined,
  query: (edition: number) => ReturnType<typeof sql>,
): Promise<readonly Row[]> {
  if (edition === undefined) return [];
  const { rows } = await query(edition).execute(db);
  return rows as Row[];
}
