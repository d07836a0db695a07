import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/adapters/postgres/database.ts';
import { listEditions } from '../../src/adapters/postgres/official/editions.ts';
import { createOfficialData } from '../../src/adapters/postgres/official/official-data.ts';
import { importFiles } from '../../src/app/official/import-files.ts';
import { checkCodes } from '../../src/core/check/check-codes.ts';
import type { IsoDate } from '../../src/core/model/ids.ts';
import { type TestDatabase, testDatabase } from '../support/postgres.ts';
import { NAMED_CLAIMS, PAIRS } from './code-pairs.ts';
import { type RawPair, readRawEdits } from './raw-edits.ts';

const DATA = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');

/** Every file of the folder with what it loads: kind, edition and rows, as its README counts them. */
const FILES: Readonly<Record<string, readonly (readonly [string, string, number])[]>> = {
  'pfs/PPRRVU2026_Jul_nonQPP.csv.gz': [['pfs', 'PFS 2026 Jul', 19_356]],
  'pfs/PPRRVU2025_Oct.txt.gz': [['pfs', 'PFS 2025 Oct', 19_090]],
  'pfs/PPRRVU2025_Oct.csv.gz': [['pfs', 'PFS 2025 Oct', 19_090]],
  'pfs/GPCI2025.csv': [['gpci', 'GPCI 2025', 109]],
  'pfs/GPCI2026.csv': [['gpci', 'GPCI 2026', 98]],
  'pfs/ANES2025.csv': [['anesthesia', 'Anesthesia factors 2025', 109]],
  'ncci/ccipra-v322r0-f1.excerpt.txt': [['ptp', 'NCCI PTP practitioner 2026Q3', 22]],
  'ncci/ptp_practitioner_2024q3.csv.xz': [['ptp', 'NCCI PTP practitioner 2024Q3', 2_546_017]],
  'mue/MCR_MUE_PractitionerServices_Eff_04-01-2026.xlsx': [['mue', 'MUE practitioner 2026Q2', 15_095]],
  'mue/MCR_MUE_PractitionerServices_Eff_04-01-2026.csv': [['mue', 'MUE practitioner 2026Q2', 15_095]],
  'mue/MCR_MUE_PractitionerServices_Eff_07-01-2026.excerpt.csv': [['mue', 'MUE practitioner 2026Q3', 6]],
  'aoc/ncci_aoc.csv': [['aoc', 'NCCI add-on codes undated', 7_465]],
  'hcpcs/2019-Alpha-Numeric-HCPCS-File.zip': [['hcpcs', 'HCPCS Level II 2019', 6_800]],
  'hcpcs/hcpc_short_2025.csv': [['hcpcs', 'HCPCS Level II 2025', 8_846]],
  'hcpcs/HCPC2026_OCT_ANWEB.excerpt.csv': [['hcpcs', 'HCPCS Level II 2026 Oct', 4]],
  'icd10cm/cms_2026_dx.zip': [
    ['icd10cm', 'ICD-10-CM FY2026', 98_186],
    ['icd10cm-addenda', 'ICD-10-CM addenda FY2026', 748],
  ],
  'icd10cm/cdc_ICD10-CM-Code-Descriptions-2025.zip': [
    ['icd10cm', 'ICD-10-CM FY2025', 97_584],
    ['icd10cm-addenda', 'ICD-10-CM addenda FY2025', 388],
  ],
  'icd10cm/icd10cm_tabular_2021.zip': [['icd10cm-tabular', 'ICD-10-CM tabular list FY2021', 70_511]],
  'icd10cm/icd10cm-xml-april-2026.zip': [
    ['icd10cm-drugs', 'ICD-10-CM table of drugs FY2026 April', 40_262],
    ['icd10cm-external-causes', 'ICD-10-CM external causes FY2026 April', 8_090],
    ['icd10cm-neoplasms', 'ICD-10-CM table of neoplasms FY2026 April', 9_139],
  ],
  'icd10cm/icd10cm_2025_index_csv.zip': [['icd10cm-index', 'ICD-10-CM index FY2025', 81_024]],
};

/** Documents, not data. */
const DOCUMENTS = ['pfs/RVU25D.pdf', 'hcpcs/2019-HCPCS-Record-Layout.zip', 'icd10cm/icd10cm-addenda-2026.zip'];

describe('import of the real files', () => {
  let database: TestDatabase;
  let db: Database;
  let folder: string;

  beforeAll(async () => {
    database = await testDatabase();
    db = openDatabase(database.url);
    folder = await mkdtemp(join(tmpdir(), 'real-'));
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const load = (...paths: readonly string[]) =>
    importFiles(paths, {}, { databaseUrl: database.url, now: () => new Date(), onProgress: () => undefined });

  it.each(Object.entries(FILES))('loads %s whole, twice', async (file, expected) => {
    for (let round = 0; round < 2; round += 1) {
      const imported = await load(join(DATA, file));
      expect(imported.map(({ kind, name, rowCount }) => [kind, name, rowCount])).toEqual(expected);
    }
    const loaded = (await listEditions(db)).map(({ kind, name, rowCount }) => [kind, name, rowCount]);
    for (const edition of expected) expect(loaded.filter(([, name]) => name === edition[1])).toEqual([edition]);
  });

  it.each(DOCUMENTS)('says that %s holds no data', async (file) => {
    await expect(load(join(DATA, file))).rejects.toThrow(/no official file|only/);
  });

  const CUT = Object.keys(FILES).filter((file) => !/excerpt/.test(file));
  it.each(CUT)('refuses the first half of %s, and keeps what was loaded', async (file) => {
    const before = await listEditions(db);
    const bytes = await readFile(join(DATA, file));
    const half = join(folder, basename(file));
    await writeFile(half, bytes.subarray(0, bytes.length / 2));
    await expect(load(half)).rejects.toThrow(basename(file).replace(/\.(gz|xz)$/, ''));
    expect(await listEditions(db)).toEqual(before);
  });

  it('reads the same fee schedule from csv and txt', async () => {
    const read = async (file: string) => {
      await load(join(DATA, file));
      return createOfficialData(db).forCodes(['47562', '45378', '71046', '22551', '99213'], '2025-12-01' as IsoDate);
    };
    const [csv, txt] = [await read('pfs/PPRRVU2025_Oct.csv.gz'), await read('pfs/PPRRVU2025_Oct.txt.gz')];
    expect(csv.fees).toHaveLength(8);
    expect(txt.fees).toEqual(csv.fees);
  });

  describe('agrees with the files, read apart from the importer', () => {
    const claims = [...NAMED_CLAIMS, ...PAIRS.map((pair) => pair.join(' '))].map((claim) => claim.split(' '));
    const raw = readRawEdits(new Set(claims.flat()));
    const check = async (codes: readonly string[], day: IsoDate) => {
      const units = [...Map.groupBy(codes, (code) => code)].map(([code, same]) => ({
        code,
        modifiers: [],
        units: same.length,
      }));
      return checkCodes(units, await createOfficialData(db).forCodes(codes, day), day);
    };

    it('on at least fifty pairs of every kind', () => {
      const lines = PAIRS.map(([one, other]) => raw.between(one, other));
      const kinds = {
        denied: lines.filter((rows) => rows.some(({ ended, indicator }) => ended === '' && indicator === '0')),
        open: lines.filter((rows) => rows.some(({ ended, indicator }) => ended === '' && indicator === '1')),
        ended: lines.filter((rows) => rows.length > 0 && rows.every(({ ended }) => ended !== '')),
        void: lines.filter((rows) => rows.some(({ indicator }) => indicator === '9')),
        reinstated: lines.filter((rows) => rows.length > 1 && rows.some(({ ended }) => ended === '')),
        none: lines.filter((rows) => rows.length === 0),
      };
      expect(PAIRS.length).toBeGreaterThanOrEqual(50);
      for (const [kind, rows] of Object.entries(kinds)) expect(rows.length, kind).toBeGreaterThanOrEqual(5);
    });

    it.each(claims.map((codes) => [codes.join(' '), codes] as const))('%s', async (_, codes) => {
      const { pairs, codes: checked } = await check(codes, IN_FORCE);
      const expected = [...new Set(codes)].flatMap((one, at, all) =>
        all.slice(at + 1).flatMap((other) => activeLines(raw.between(one, other), IN_FORCE)),
      );
      const active = pairs.filter(({ verdict }) => verdict === 'denied' || verdict === 'modifier');
      expect(active.map(({ column1, column2, indicator }) => `${column1} ${column2} ${indicator}`).sort()).toEqual(
        expected.sort(),
      );
      expect((await check(codes.toReversed(), IN_FORCE)).pairs).toEqual(pairs);
      for (const { code, mue, mai, parents } of checked) {
        expect(mue === undefined ? undefined : `${mue} ${mai}`, code).toBe(raw.limit(code));
        expect([...parents].sort(), code).toEqual(raw.parents(code));
      }
    });

    const ended = PAIRS.flatMap(([one, other]) => raw.between(one, other).filter((row) => row.ended !== ''));
    it.each(ended.map((row) => [`${row.column1} ${row.column2} until ${row.ended}`, row] as const))(
      '%s: in force on its last day, not after',
      async (_, { column1, column2, ended: last }) => {
        for (const day of [last, dayAfter(last)]) {
          const { pairs } = await check([column1, column2], day as IsoDate);
          const ours = pairs.filter(({ verdict }) => verdict === 'denied' || verdict === 'modifier');
          expect(ours.map((row) => `${row.column1} ${row.column2} ${row.indicator}`).sort(), day).toEqual(
            activeLines(raw.between(column1, column2), day).sort(),
          );
        }
      },
    );
  });
});

const IN_FORCE = '2024-08-15' as IsoDate;

/** The lines of the file in force on a day; the file of 2024Q3 does not tell when a line began. */
function activeLines(rows: readonly RawPair[], day: string): string[] {
  const active = rows.filter(({ ended, indicator }) => (ended === '' || ended >= day) && indicator !== '9');
  return [...new Set(active.map(({ column1, column2, indicator }) => `${column1} ${column2} ${indicator}`))];
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
