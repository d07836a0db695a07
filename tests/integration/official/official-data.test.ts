import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../src/adapters/postgres/database.ts';
import { createOfficialData } from '../../../src/adapters/postgres/official/official-data.ts';
import { type ImportWishes, importFiles } from '../../../src/app/official/import-files.ts';
import type { IsoDate } from '../../../src/core/model/ids.ts';
import type { OfficialData } from '../../../src/pipeline/ports.ts';
import { type TestDatabase, testDatabase } from '../../support/postgres.ts';
import { feeLine, mueFile, mueLine, orderLine, pfsFile, ptpFile, ptpLine, write } from './official-files.ts';

const TABULAR = `<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.tabular><version>2026</version><chapter><name>11</name><desc>Made up chapter (K00-K95)</desc>
<excludes2><note>note of the chapter</note></excludes2>
<section id="K35-K38"><desc>Made up block</desc><excludes1><note>note of the block</note></excludes1>
<diag><name>K35</name><desc>Made up category</desc>
<sevenChrDef><extension char="A">first</extension></sevenChrDef>
<diag><name>K35.8</name><desc>Made up</desc><diag><name>K35.80</name><desc>Made up</desc>
<codeFirst><note>note of the code</note></codeFirst></diag></diag></diag></section></chapter></ICD10CM.tabular>`;

describe('official data on PostgreSQL', () => {
  let database: TestDatabase;
  let db: Database;
  let folder: string;
  let official: OfficialData;
  const day = (text: string) => text as IsoDate;

  const load = async (name: string, content: string, wishes: ImportWishes = {}): Promise<void> => {
    const file = await write(folder, name, content);
    const ports = { databaseUrl: database.url, now: () => new Date(), onProgress: () => undefined };
    await importFiles([file], { isExcerpt: true, ...wishes }, ports);
  };

  beforeAll(async () => {
    database = await testDatabase();
    db = openDatabase(database.url);
    official = createOfficialData(db);
    folder = await mkdtemp(join(tmpdir(), 'official-'));
    await load('PPRRVU2025_Oct.csv', pfsFile([feeLine('47562'), feeLine('47562', '26')]));
    await load('PPRRVU2026_Jul.csv', pfsFile([feeLine('47562', '', '1')]));
    await load('mue_04-01-2026.csv', mueFile([mueLine('11730', 1, '2')]));
    const pairs = [
      ptpLine('11042', '99213', '0', '20100101', '20191231'),
      ptpLine('11042', '99213', '1'),
      ptpLine('47562', '44180', '0', '20260701'),
    ];
    await load('ccipra-v322r0-f1.txt', ptpFile(pairs));
    await load('aoc.csv', 'primary_code,add_on_code,aoc_edit_type\nCCCCC,0054T,2\n22551,22552,1\n');
    const lines = ['K35', 'K358', 'K3580'].map((code, at) => orderLine(at + 1, code, at === 2, 'Made up'));
    await load('icd10cm_order_2026.txt', `${lines.join('\n')}\n`);
    await load('icd10cm_tabular_2026.xml', `${TABULAR}\n`);
    await load('LONGULT.txt', 'A notice of copyright\n\n47562\tA made up long text\n47563\tAnother "made up" text\n', {
      name: 'CPT 2026',
    });
    // Small files count as excerpts, which check nothing.
    await db.updateTable('edition').set({ is_excerpt: false }).execute();
    await load('mue_07-01-2026.csv', mueFile([mueLine('11730', 9, '2')]));
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  it('answers from the edition of the day, else from the nearest, and never from an excerpt', async () => {
    const bilateralOn = async (date: string) => {
      const { fees, editions } = await official.forCodes(['47562'], day(date));
      return [
        fees.find(({ modifier }) => modifier === '')?.bilateral,
        editions.find(({ kind }) => kind === 'pfs')?.name,
      ];
    };
    expect(await bilateralOn('2025-11-30')).toEqual(['0', 'PFS 2025 Oct']);
    expect(await bilateralOn('2026-03-01')).toEqual(['0', 'PFS 2025 Oct']);
    expect(await bilateralOn('2026-07-01')).toEqual(['1', 'PFS 2026 Jul']);
    expect(await bilateralOn('2024-01-01')).toEqual(['0', 'PFS 2025 Oct']);
    expect((await official.forCodes(['11730'], day('2026-08-01'))).mues).toMatchObject([{ units: 1, mai: '2' }]);
  });

  it('gives numbers, modifiers and shares of a fee row as the rules read them', async () => {
    const { fees } = await official.forCodes(['47562'], day('2025-11-30'));
    expect(fees.map(({ modifier }) => modifier)).toEqual(['', '26']);
    expect(fees[0]).toMatchObject({
      workRvu: 10,
      totalFacilityRvu: 18,
      globalDays: '090',
      preShare: 0.09,
      status: 'A',
    });
  });

  it('finds pairs in both orders, with their dates, and none that begins later', async () => {
    const codes = ['44180', '47562', '99213', '11042', '47563'];
    const before = await official.forCodes(codes, day('2026-06-30'));
    expect(before.pairs.map(({ indicator, deletedOn }) => [indicator, deletedOn])).toEqual([
      ['0', '2019-12-31'],
      ['1', undefined],
    ]);
    expect(before.unpaired).toEqual(['47563']);
    const after = await official.forCodes(codes, day('2026-07-01'));
    expect(after.pairs).toContainEqual(
      expect.objectContaining({ column1: '47562', column2: '44180', effectiveOn: '2026-07-01', indicator: '0' }),
    );
  });

  it('lists the parents of an add-on and the add-ons of a parent', async () => {
    const row = { addOn: '22552', primary: '22551', type: '1' };
    expect((await official.forCodes(['22552'], day('2026-07-01'))).addOns).toEqual([row]);
    expect((await official.forCodes(['22551'], day('2026-07-01'))).addOns).toEqual([row]);
  });

  it('gives a diagnosis its categories and all notes it inherits', async () => {
    const { diagnoses, diagnosisNotes } = await official.forCodes(['K35.80'], day('2026-01-01'));
    expect(diagnoses?.map(({ code, isBillable }) => [code, isBillable])).toEqual([
      ['K35', false],
      ['K35.8', false],
      ['K35.80', true],
    ]);
    const notes = diagnosisNotes
      ?.filter(({ kind }) => kind !== 'title')
      .map(({ subject, kind, key }) => [subject, kind, key]);
    expect(notes).toEqual(
      expect.arrayContaining([
        ['K00-K95', 'excludes2', undefined],
        ['K35-K38', 'excludes1', undefined],
        ['K35', 'seventh-character', 'A'],
        ['K35.80', 'code-first', undefined],
      ]),
    );
    expect(notes).toHaveLength(4);
  });

  it('shows the text of CPT where its owner has loaded it', async () => {
    const { cptTitles } = await official.forCodes(['47563'], day('2026-01-01'));
    expect(cptTitles).toEqual([{ code: '47563', long: 'Another "made up" text', medium: undefined, short: undefined }]);
  });

  it('knows nothing of no codes', async () => {
    expect(await official.forCodes([], day('2026-01-01'))).toMatchObject({ fees: [], pairs: [], mues: [], addOns: [] });
  });
});
