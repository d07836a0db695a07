import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type OfficialPart, openOfficialFile } from '../../adapters/cms/read-official.ts';
import type { FeeScheduleEdition, OfficialCode, OfficialCodes } from '../../code-library/check/official-codes.ts';

type Row = Readonly<Record<string, string>>;

/** Reads the fee schedules, add-on list and edits that lie under a folder, one subfolder a kind as CMS's files are kept. */
export async function readOfficialCodes(
  folder: string,
  ofInterest: ReadonlySet<string>,
  onFile: (name: string) => void,
): Promise<OfficialCodes> {
  const schedules = new Map<string, FeeScheduleEdition>();
  const addOns = new Map<string, string[]>();
  const pairs = new Map<string, string>();
  for (const path of await filesUnder(folder)) {
    const file = await openOfficialFile(path).catch(() => undefined);
    for (const part of file?.parts ?? []) {
      if (part.isExcerpt) continue;
      const from = part.period.from;
      if (part.kind === 'pfs' && from !== undefined && !schedules.has(from)) {
        onFile(part.file);
        schedules.set(from, { name: `${part.title} ${part.period.label}`, from, codes: await feeCodes(part) });
      } else if (part.kind === 'aoc') {
        onFile(part.file);
        for await (const { add_on = '', primary_code = '' } of rowsOf(part)) {
          addOns.set(add_on, [...(addOns.get(add_on) ?? []), primary_code]);
        }
      } else if (part.kind === 'ptp') {
        onFile(part.file);
        await addPairs(part, ofInterest, pairs);
      }
    }
    file?.close();
  }
  return { feeSchedules: [...schedules.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1)), addOns, pairs };
}

async function filesUnder(folder: string): Promise<string[]> {
  const wanted = ['pfs', 'aoc', 'ncci'];
  const lists = await Promise.all(
    wanted.map(async (kind) =>
      (await readdir(join(folder, kind)).catch(() => [])).sort().map((name) => join(folder, kind, name)),
    ),
  );
  return lists.flat();
}

async function feeCodes(part: OfficialPart): Promise<ReadonlyMap<string, OfficialCode>> {
  const codes = new Map<string, OfficialCode>();
  for await (const row of rowsOf(part)) {
    const { code = '', title = '', status = '', global_days = '', bilateral = '', modifier = '' } = row;
    if (modifier === '') codes.set(code, { code, words: title, status, globalDays: global_days, bilateral });
  }
  return codes;
}

/** Millions of pairs: only those among the codes of interest are kept. */
async function addPairs(
  part: OfficialPart,
  ofInterest: ReadonlySet<string>,
  pairs: Map<string, string>,
): Promise<void> {
  for await (const row of rowsOf(part)) {
    const { column1 = '', column2 = '', deleted_on = '', indicator = '' } = row;
    if (!ofInterest.has(column1) || !ofInterest.has(column2)) continue;
    if (deleted_on === '' && indicator !== '9') pairs.set(`${column1} ${column2}`, indicator);
  }
}

async function* rowsOf(part: OfficialPart): AsyncIterable<Row> {
  for await (const batch of part.rows()) {
    for (const cells of batch) yield Object.fromEntries(part.columns.map((column, at) => [column, cells[at] ?? '']));
  }
}
