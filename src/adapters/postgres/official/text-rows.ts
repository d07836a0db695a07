import { sql } from 'kysely';
import type { CptTitle, DiagnosisNote, DiagnosisRow, LevelTwoRow } from '../../../core/model/official.ts';
import type { RowQuery } from './row-query.ts';

/** `K35`, `K35.80`; a HCPCS code has five characters and no dot. */
const DIAGNOSIS = /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/;
const LEVEL_TWO = /^[A-Z]\d{4}$/;

/** The lines of the codes, of the categories above them, of their siblings, and of what is more specific. */
export async function diagnosesOf(editionId: number, { db, codes }: RowQuery): Promise<readonly DiagnosisRow[]> {
  const wanted = withCategories(codes);
  if (wanted.length === 0) return [];
  const stems = [...new Set(wanted.filter((code) => codes.includes(code)).flatMap((code) => [code, familyStem(code)]))];
  // The operators of `text_pattern_ops` compare byte by byte, whatever the collation; "~" comes after every character of a code.
  const { rows } = await sql<DiagnosisRow>`
    select code, is_billable as "isBillable", long_title as title from (
      select position, code, is_billable, long_title from official_icd10cm
      where edition_id = ${editionId} and code = any(${wanted})
      union
      select near.* from unnest(${stems}::text[]) as stem, lateral (
        select position, code, is_billable, long_title from official_icd10cm
        where edition_id = ${editionId} and code ~>=~ stem and code ~<~ (stem || '~')
        order by code using ~<~ limit ${MOST_SIBLINGS}) as near) as lines
    order by position`.execute(db);
  return rows;
}

/** Sides, 7th characters and their combinations stay below; a whole category of injuries has thousands. */
const MOST_SIBLINGS = 200;

/** What a code shares with its siblings: on the other side, with another 7th character. */
function familyStem(code: string): string {
  const places = code.length === 8 ? 6 : code.length - 1;
  return code.slice(0, Math.max(3, places)).replace(/\.$/, '');
}

/** The notes of the codes and of the categories, blocks and chapters above them. */
export async function notesOf(editionId: number, { db, codes }: RowQuery): Promise<readonly DiagnosisNote[]> {
  const wanted = withCategories(codes);
  if (wanted.length === 0) return [];
  const categories = wanted.filter((code) => code.length === 3);
  const { rows } = await sql<Omit<DiagnosisNote, 'key'> & { readonly key: string | null }>`
    select subject, kind, key, text from official_icd10cm_note
    where edition_id = ${editionId} and subject = any(${wanted})
    union all
    select subject, kind, key, text from official_icd10cm_note
    where edition_id = ${editionId} and subject like '___-___' and exists (
      select from unnest(${categories}::text[]) as category
      where category between left(subject, 3) and right(subject, 3))`.execute(db);
  return rows.map((row) => ({ ...row, key: row.key ?? undefined }));
}

export async function levelTwoOf(editionId: number, { db, codes }: RowQuery): Promise<readonly LevelTwoRow[]> {
  const wanted = codes.filter((code) => LEVEL_TWO.test(code));
  if (wanted.length === 0) return [];
  const { rows } = await sql<
    Omit<LevelTwoRow, 'terminatedOn'> & { readonly terminatedOn: LevelTwoRow['terminatedOn'] | null }
  >`
    select code, coalesce(long_title, short_title, '') as title, terminated_on::text as "terminatedOn"
    from official_hcpcs where edition_id = ${editionId} and code = any(${wanted}) order by code`.execute(db);
  return rows.map((row) => ({ ...row, terminatedOn: row.terminatedOn ?? undefined }));
}

/** Each length comes from a file of its own. */
export async function cptTitlesOf(editionId: number, { db, codes }: RowQuery): Promise<readonly CptTitle[]> {
  const { rows } = await sql<{ [Key in keyof CptTitle]: CptTitle[Key] | null }>`
    select code, max(long_title) as long, max(medium_title) as medium, max(short_title) as short
    from official_cpt where edition_id = ${editionId} and code = any(${codes}) group by code order by code`.execute(db);
  return rows.map(({ code, long, medium, short }) => ({
    code: code ?? '',
    long: long ?? undefined,
    medium: medium ?? undefined,
    short: short ?? undefined,
  }));
}

/** `K35.80` with `K35.8` and `K35`. */
function withCategories(codes: readonly string[]): readonly string[] {
  const found = codes.filter((code) => DIAGNOSIS.test(code));
  return [...new Set(found.flatMap((code) => [code, ...above(code)]))];
}

function above(code: string): readonly string[] {
  const shorter: string[] = [];
  for (let length = code.length - 1; length >= 3; length -= 1) {
    if (length !== 4) shorter.push(code.slice(0, length));
  }
  return shorter;
}
