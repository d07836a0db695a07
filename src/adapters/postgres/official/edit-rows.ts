import { sql } from 'kysely';
import type { AddOnRow, FeeRow, MueRow, PtpRow } from '../../../core/model/official.ts';
import type { RowQuery } from './row-query.ts';

export async function feesOf(editionId: number, { db, codes }: RowQuery): Promise<readonly FeeRow[]> {
  const { rows } = await sql<FeeRow>`
    select code, modifier, status, work_rvu::float8 as "workRvu", facility_total::float8 as "totalFacilityRvu",
      non_facility_total::float8 as "totalNonFacilityRvu", global_days as "globalDays", bilateral,
      multiple as "multipleProcedure", assistant, co_surgeon as "coSurgeon", team, pc_tc as "pcTc",
      endoscopic_base as "endoscopicBase", pre_share::float8 as "preShare", intra_share::float8 as "intraShare",
      post_share::float8 as "postShare"
    from official_fee where edition_id = ${editionId} and code = any(${codes})
    order by code, modifier`.execute(db);
  return rows;
}

/** Pairs among the codes, in both orders, ended ones too; not those that begin after the day. */
export async function pairsOf(editionId: number, { db, codes, day }: RowQuery): Promise<readonly PtpRow[]> {
  const { rows } = await sql<{ [Key in keyof PtpRow]: PtpRow[Key] | null }>`
    select column1, column2, indicator, effective_on::text as "effectiveOn", deleted_on::text as "deletedOn", rationale
    from official_ptp
    where edition_id = ${editionId} and column1 = any(${codes}) and column2 = any(${codes})
      and (effective_on is null or effective_on <= ${day}::date)
    order by column1, column2, effective_on nulls first, deleted_on`.execute(db);
  return rows.map((row) => ({
    column1: row.column1 ?? '',
    column2: row.column2 ?? '',
    indicator: row.indicator ?? '9',
    effectiveOn: row.effectiveOn ?? undefined,
    deletedOn: row.deletedOn ?? undefined,
    rationale: row.rationale ?? undefined,
  }));
}

/** The codes that no pair of the edition names. */
export async function unpairedOf(editionId: number, { db, codes }: RowQuery): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from unnest(${codes}::text[]) as asked (code)
    where not exists (select from official_ptp where edition_id = ${editionId} and column1 = code)
      and not exists (select from official_ptp where edition_id = ${editionId} and column2 = code)`.execute(db);
  return rows.map(({ code }) => code);
}

export async function muesOf(editionId: number, { db, codes }: RowQuery): Promise<readonly MueRow[]> {
  const { rows } = await sql<MueRow>`
    select code, units, mai, rationale from official_mue
    where edition_id = ${editionId} and code = any(${codes}) order by code`.execute(db);
  return rows;
}

/** The list of each add-on among the codes, and the add-ons of each code; only what is in force on the day. */
export async function addOnsOf(editionId: number, { db, codes, day }: RowQuery): Promise<readonly AddOnRow[]> {
  const { rows } = await sql<AddOnRow>`
    select add_on as "addOn", primary_code as "primary", type from official_add_on
    where edition_id = ${editionId} and (add_on = any(${codes}) or primary_code = any(${codes}))
      and (effective_on is null or effective_on <= ${day}::date)
      and (deleted_on is null or deleted_on >= ${day}::date)
    order by add_on, primary_code`.execute(db);
  return rows;
}
