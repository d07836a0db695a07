import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../src/adapters/postgres/database.ts';
import { listEditions, removeEditions } from '../../../src/adapters/postgres/official/editions.ts';
import { OFFICIAL_TABLES } from '../../../src/adapters/postgres/official/tables.ts';
import { type ImportWishes, importFiles } from '../../../src/app/official/import-files.ts';
import type { IsoDate } from '../../../src/core/model/ids.ts';
import { type TestDatabase, testDatabase } from '../../support/postgres.ts';
import {
  feeLine,
  mueFile,
  mueLine,
  orderLine,
  PFS_NAMES,
  PTP_HEADING,
  pfsFile,
  ptpFile,
  ptpLine,
  write,
} from './official-files.ts';

describe('import', () => {
  let database: TestDatabase;
  let db: Database;
  let folder: string;

  beforeAll(async () => {
    database = await testDatabase();
    db = openDatabase(database.url);
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'official-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
    for (const { name } of await listEditions(db)) await removeEditions(db, name);
  });

  const load = (paths: readonly string[], wishes: ImportWishes = {}) =>
    importFiles(
      paths,
      { isExcerpt: true, ...wishes },
      { databaseUrl: database.url, now: () => new Date(), onProgress: () => undefined },
    );
  const rowsIn = async (kind: keyof typeof OFFICIAL_TABLES): Promise<number> => {
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from ${sql.table(OFFICIAL_TABLES[kind])}`.execute(db);
    return rows[0]?.n ?? -1;
  };
  const nothingLoaded = async (): Promise<void> => {
    expect(await listEditions(db)).toEqual([]);
    const { rows } = await sql<{
      name: string;
    }>`select relname as name from pg_class where relname ~ '_e[0-9]+$'`.execute(db);
    expect(rows).toEqual([]);
  };

  it('finds kind, name and dates by itself, and tells them', async () => {
    const file = await write(
      folder,
      'PPRRVU2025_Oct.csv.gz',
      gzipSync(pfsFile([feeLine('47562'), feeLine('47563', '26')])),
    );
    const [imported] = await load([file]);
    expect(imported).toMatchObject({
      kind: 'pfs',
      name: 'PFS 2025 Oct',
      from: '2025-10-01',
      to: '2025-12-31',
      rowCount: 2,
    });
    const [edition] = await listEditions(db);
    expect(edition).toMatchObject({ rowCount: 2, sourceFiles: 'PPRRVU2025_Oct.csv.gz', isExcerpt: true });
    expect(edition?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('finds repeated headings by their order when the rows above are lost, and columns wherever they stand', async () => {
    const names = PFS_NAMES.split(',');
    const order = names.map((_, at) => (at + 7) % names.length);
    const moved = (line: string) => order.map((at) => line.split(',')[at]).join(',');
    const alone = `${PFS_NAMES}\n${feeLine('47562', '', '3')}\n`;
    await load([await write(folder, 'PPRRVU2025_Oct.csv', alone)]);
    const above = pfsFile([]).split('\r\n')[2] ?? '';
    const shuffled = `${moved(above)}\n${moved(PFS_NAMES)}\n${moved(feeLine('47562', '', '3'))}\n`;
    await load([await write(folder, 'PPRRVU2026_Jul.csv', shuffled)]);
    const { rows } = await sql`select code, status, work_rvu, bilateral, assistant, co_surgeon, team, post_share,
      endoscopic_base from official_fee`.execute(db);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual(rows[1]);
    expect(rows[0]).toMatchObject({ bilateral: '3', assistant: '2', co_surgeon: '1', team: '0', post_share: '0.10' });
  });

  it('replaces an edition that is loaded again, and keeps the others', async () => {
    const first = await write(
      folder,
      'mue_04-01-2026.csv',
      mueFile([mueLine('11730', 1, '2'), mueLine('11732', 4, '3')]),
    );
    const other = await write(folder, 'mue_07-01-2026.csv', mueFile([mueLine('11730', 1, '2')]));
    await load([first, other]);
    await load([first]);
    expect(await rowsIn('mue')).toBe(3);
    expect((await listEditions(db)).map(({ name }) => name)).toEqual([
      'MUE practitioner 2026Q3',
      'MUE practitioner 2026Q2',
    ]);
    expect(await removeEditions(db, 'MUE practitioner 2026Q2')).toHaveLength(1);
    expect(await rowsIn('mue')).toBe(1);
  });

  it('loads the parts of one quarter as one edition, dates and reinstated pairs included', async () => {
    const lines = [ptpLine('11042', '99213', '1'), ptpLine('11042', '99213', '9', '20100101', '20100101')];
    const f1 = await write(folder, 'ccipra-v322r0-f1.txt', ptpFile(lines));
    const f2 = await write(folder, 'ccipra-v322r0-f2.txt', ptpFile([ptpLine('47562', '44180', '0')]));
    const imported = await load([f1, f2]);
    expect(imported).toMatchObject([
      { name: 'NCCI PTP practitioner 2026Q3', from: '2026-07-01', to: '2026-09-30', rowCount: 3 },
    ]);
    expect(await listEditions(db)).toMatchObject([{ hasHistory: true }]);
  });

  it('takes name and dates from the owner where the file does not tell', async () => {
    const file = await write(
      folder,
      'aoc.csv',
      'primary_code,add_on_code,aoc_edit_type\nCCCCC,0054T,2\n22551,22552,1\n',
    );
    expect(await load([file])).toMatchObject([{ name: 'NCCI add-on codes undated', from: undefined }]);
    const from = '2026-01-01' as IsoDate;
    expect(await load([file], { name: 'AOC 2026', from })).toMatchObject([{ name: 'AOC 2026', from, to: undefined }]);
  });

  it('reads fixed lines, and refuses a missing one by its number', async () => {
    const lines = [orderLine(1, 'A00', false, 'Cholera'), orderLine(2, 'A000', true, 'Cholera of one kind')];
    await load([await write(folder, 'icd10cm_order_2026.txt', `${lines.join('\r\n')}\r\n`)]);
    const { rows } = await sql`select code, is_billable from official_icd10cm order by position`.execute(db);
    expect(rows).toEqual([
      { code: 'A00', is_billable: false },
      { code: 'A00.0', is_billable: true },
    ]);
    const torn = [...lines, orderLine(4, 'A009', true, 'Cholera')].join('\r\n');
    await expect(load([await write(folder, 'icd10cm_order_2027.txt', `${torn}\r\n`)])).rejects.toThrow(
      /line 3: order number 4/,
    );
  });

  const MANY = Array.from({ length: 5_000 }, (_, at) => ptpLine(String(10_000 + at), '99213', '1'));
  const refused: readonly (readonly [string, string, string | Uint8Array, RegExp])[] = [
    ['a file cut inside a line', 'f-v322r0.txt', ptpFile(MANY).slice(0, -20), /line 5006.*no end/],
    ['a file torn in the middle', 'f-v322r0.txt', ptpFile([...MANY, '475', ...MANY]), /line 5007.*1 columns/],
    ['two files in one', 'f-v322r0.txt', ptpFile([...MANY, ...MANY]), /line 5007.*column 1 goes from 14999 back/],
    [
      'a value that cannot be',
      'f-v322r0.txt',
      ptpFile([...MANY, ptpLine('99999', '99213', '2')]),
      /line 5007, column 6 \(Modifier.*"2"/,
    ],
    [
      'swapped columns',
      'mue_04-01-2026.csv',
      mueFile(['1,11730,2 Date of Service Edit: Policy,x']),
      /line 6, column 1 .*"1" is not a CPT/,
    ],
    [
      'RVUs that do not add up',
      'PPRRVU2025_Oct.csv',
      pfsFile([feeLine('47562').replace('2.00,18.00', '9.00,18.00')]),
      /line 5.*add up/,
    ],
    [
      'a heading that is not there',
      'PPRRVU2025_Oct.csv',
      pfsFile([feeLine('47562')], PFS_NAMES.replace('DAYS', 'DAY')),
      /line 4.*no column "global_days"/,
    ],
    [
      'a row that stands twice',
      'mue_04-01-2026.csv',
      mueFile([mueLine('11730', 1, '2'), mueLine('11730', 1, '2')]),
      /11730 stands in the file twice/,
    ],
    ['an open quote', 'mue_04-01-2026.csv', mueFile([mueLine('11730', 1, '2'), '"11731,1']), /line 7: a quote/],
    ['no rows', 'f-v322r0.txt', PTP_HEADING, /0 rows/],
    ['a picture', 'PPRRVU2025_Oct.csv', randomBytes(100_000), /no official file/],
    ['a damaged archive', 'PPRRVU2025_Oct.csv.gz', gzipSync(ptpFile(MANY)).subarray(0, 2_000), /damaged or cut/],
    ['another zip', 'rvu25d.zip', Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(500)]), /damaged or cut/],
  ];
  it.each(refused)('refuses %s, and loads nothing of it', async (_what, name, content, message) => {
    const file = await write(folder, name, content);
    await expect(load([file])).rejects.toThrow(message);
    await expect(load([file])).rejects.toThrow(name.replace('.gz', ''));
    await nothingLoaded();
  });

  it('refuses fewer rows than a whole file has, unless an excerpt is meant', async () => {
    const file = await write(folder, 'mue_04-01-2026.csv', mueFile([mueLine('11730', 1, '2')]));
    await expect(load([file], { isExcerpt: false })).rejects.toThrow(/1 rows, where a whole edition .* at least 10000/);
    await nothingLoaded();
  });

  it('keeps what was loaded when the same edition is refused later', async () => {
    const name = 'mue_04-01-2026.csv';
    await load([await write(folder, name, mueFile([mueLine('11730', 1, '2')]))]);
    const broken = await write(
      folder,
      name,
      mueFile([mueLine('11730', 1, '2'), '11732,four,2 Date of Service Edit,x']),
    );
    await expect(load([broken])).rejects.toThrow(/line 7, column 2 .*"four" is not a whole number/);
    expect(await rowsIn('mue')).toBe(1);
  });
});
