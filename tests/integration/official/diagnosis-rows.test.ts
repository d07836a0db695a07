import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../src/adapters/postgres/database.ts';
import { createOfficialData } from '../../../src/adapters/postgres/official/official-data.ts';
import { readOfficialTexts } from '../../../src/adapters/postgres/official/official-texts.ts';
import { importFiles } from '../../../src/app/official/import-files.ts';
import type { IsoDate } from '../../../src/core/model/ids.ts';
import { diagnosisOrder } from '../../../src/core/rules/diagnoses/diagnosis-order.ts';
import { diagnosisValid } from '../../../src/core/rules/diagnoses/diagnosis-valid.ts';
import { excludes1 } from '../../../src/core/rules/diagnoses/excludes.ts';
import type { Rule } from '../../../src/core/rules/rule.ts';
import type { OfficialData } from '../../../src/pipeline/ports.ts';
import { ruled } from '../../support/a-claim.ts';
import { diagnosed } from '../../support/diagnoses.ts';
import { type TestDatabase, testDatabase } from '../../support/postgres.ts';
import { orderLine, write } from './official-files.ts';

const TABULAR = `<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.tabular><version>2025</version><chapter><name>11</name><desc>Made up chapter (K00-K95)</desc>
<excludes1><note>made up birth trouble (P04-P96)</note></excludes1>
<section id="K35-K38"><desc>Made up block</desc><excludes1><note>made up pain of the belly (R10.-)</note></excludes1>
<diag><name>K35</name><desc>Made up category</desc>
<diag><name>K35.8</name><desc>Made up</desc><diag><name>K35.80</name><desc>Made up</desc></diag></diag></diag></section>
<section id="K80-K87"><desc>Made up block</desc>
<diag><name>K80</name><desc>Made up</desc><codeFirst><note>made up disease of the blood (D57.-)</note></codeFirst></diag>
</section></chapter></ICD10CM.tabular>`;
const ORDER = [
  'D57',
  'D571',
  'K35',
  'K358',
  'K3580',
  'K3589',
  'K80',
  'K8020',
  'P080',
  'R10',
  'R1031',
  'S01',
  'S0120XA',
];
const BILLABLE = new Set(['D571', 'K3580', 'K3589', 'K8020', 'P080', 'R1031', 'S0120XA']);
const NOTE = 'DIAGNOSIS: Findings.\nPROCEDURE: Laparoscopy.';

describe('diagnoses against imported editions', () => {
  let database: TestDatabase;
  let db: Database;
  let folder: string;
  let official: OfficialData;

  beforeAll(async () => {
    database = await testDatabase();
    db = openDatabase(database.url);
    official = createOfficialData(db);
    folder = await mkdtemp(join(tmpdir(), 'diagnoses-'));
    const ports = { databaseUrl: database.url, now: () => new Date(), onProgress: () => undefined };
    const lines = ORDER.map((code, at) => orderLine(at + 1, code, BILLABLE.has(code), `Title of ${code}`));
    for (const [name, content] of [
      ['icd10cm_order_2025.txt', `${lines.join('\n')}\n`],
      ['icd10cm_tabular_2025.xml', `${TABULAR}\n`],
    ] as const) {
      await importFiles([await write(folder, name, content)], { isExcerpt: true }, ports);
    }
    // Small files count as excerpts, which check nothing.
    await db.updateTable('edition').set({ is_excerpt: false }).execute();
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const check = async (rule: Rule, codes: readonly string[]) => {
    const facts = await official.forCodes(codes, '2025-07-01' as IsoDate);
    const claim = diagnosed(NOTE, Object.fromEntries(codes.map((code) => [code, 'Findings'])));
    const { draft, findings } = ruled(rule, claim, { note: NOTE, official: facts });
    return {
      codes: draft.diagnoses.map(({ code }) => code),
      found: findings.map((one) => `${one.severity} ${one.text}`),
    };
  };

  it('find an Excludes1 of a block for a pair of its children, either way round', async () => {
    const { found } = await check(excludes1, ['K35.80', 'R10.31']);
    expect(found).toEqual([expect.stringMatching(/^F K35\.80 and R10\.31 exclude each other \(Excludes1 at K35-K38/)]);
    expect((await check(excludes1, ['R10.31', 'K35.80'])).found).toHaveLength(1);
  });

  it('find an Excludes1 of a chapter, and none where no note stands', async () => {
    expect((await check(excludes1, ['K80.20', 'P08.0'])).found[0]).toMatch(/Excludes1 at K00-K95/);
    expect((await check(excludes1, ['K80.20', 'R10.31'])).found).toEqual([]);
  });

  it('order by a note of the category above', async () => {
    expect((await check(diagnosisOrder, ['K80.20', 'D57.1'])).codes).toEqual(['D57.1', 'K80.20']);
  });

  it('know what a category needs, a missing placeholder, and what is no code', async () => {
    expect((await check(diagnosisValid, ['K35.8'])).found[0]).toMatch(/K35\.8 is a category .*K35\.80, K35\.89/);
    expect((await check(diagnosisValid, ['S01.20A'])).codes).toEqual(['S01.20XA']);
    expect(await check(diagnosisValid, ['R10.99'])).toMatchObject({ codes: [] });
    expect((await check(diagnosisValid, ['K35.80'])).found).toEqual(['I 1 diagnosis valid and complete']);
  });

  it('are read whole to be searched in', async () => {
    const texts = await readOfficialTexts(db);
    expect(texts?.diagnoses).toContainEqual({ code: 'K35.80', isBillable: true, title: 'Title of K3580' });
    expect(texts?.diagnoses).toHaveLength(ORDER.length);
    expect(texts).toMatchObject({ terms: [], levelTwo: [] });
  });

  it('give the siblings of a code with it', async () => {
    const { diagnoses } = await official.forCodes(['K35.80'], '2025-07-01' as IsoDate);
    expect(diagnoses?.map(({ code }) => code)).toEqual(['K35', 'K35.8', 'K35.80', 'K35.89']);
  });
});
