import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../support/postgres.ts';
import { mueFile, mueLine, write } from './official-files.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const run = promisify(execFile);

describe('commands on official data', () => {
  let database: TestDatabase;
  let folder: string;

  beforeAll(async () => {
    database = await testDatabase();
    folder = await mkdtemp(join(tmpdir(), 'official-'));
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const caseconsult = async (...args: readonly string[]) => {
    const env = {
      ...process.env,
      DATABASE_URL: database.url,
      DATA_KEY: Buffer.alloc(32).toString('base64'),
      LOG_LEVEL: 'silent',
    };
    try {
      const { stdout } = await run(process.execPath, ['src/app/cli/caseconsult.mjs', ...args], { cwd: ROOT, env });
      return { status: 0, text: stdout };
    } catch (fault) {
      const { code, stderr } = fault as { code: number; stderr: string };
      return { status: code, text: stderr };
    }
  };

  it('import, list, check and take out an edition', async () => {
    const file = await write(folder, 'mue_04-01-2026.csv', mueFile([mueLine('11730', 1, '2')]));
    expect(await caseconsult('import', 'mue', file, '--excerpt', '--edition', 'MUE test')).toEqual({
      status: 0,
      text: 'MUE test (mue): 1 rows, 2026-04-01 to 2026-06-30, an excerpt: it checks no claim\n',
    });
    const { editions } = JSON.parse((await caseconsult('editions', '--json')).text);
    expect(editions).toMatchObject([
      { kind: 'mue', name: 'MUE test', rows: 1, isExcerpt: true, effectiveFrom: '2026-04-01' },
    ]);
    const check = JSON.parse((await caseconsult('check', '11730x2', '47562', '--dos', '2026-05-01', '--json')).text);
    expect(Object.keys(check)).toEqual(['dos', 'codes', 'pairs', 'findings', 'editions']);
    expect(check).toMatchObject({
      dos: '2026-05-01',
      codes: [{ code: '11730', mue: null }, { code: '47562' }],
      editions: [],
    });
    expect((await caseconsult('import', '--remove', 'MUE test')).text).toBe('MUE test (mue): 1 rows taken out\n');
    expect((await caseconsult('editions')).text).toContain('No official data is loaded');
  });

  it('say in one sentence what is wrong', async () => {
    const file = await write(folder, 'mue_07-01-2026.csv', mueFile(['11730,one,2 Date of Service Edit: Policy,x']));
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [
        ['import', file],
        /mue_07-01-2026.csv, line 6, column 2 \(Practitioner Services MUE Values\): "one" is not a whole number \(nothing of it was loaded\)\n$/,
      ],
      [['import', 'pfs', file], /holds no file of the kind pfs/],
      [['import', join(folder, 'nowhere.csv')], /nowhere.csv cannot be read \(ENOENT\)/],
      [['import'], /name at least one file/],
      [['import', file, '--from', 'May'], /--from takes a date/],
      [['import', '--remove', 'nothing'], /no edition is called "nothing"/],
      [['check', '4756'], /"4756" is not a code/],
    ];
    for (const [args, message] of cases) {
      const { status, text } = await caseconsult(...args);
      expect(status, args.join(' ')).toBe(1);
      expect(text).toMatch(message);
      expect(text.split('\n').filter((line) => line.startsWith('caseconsult:'))).toHaveLength(1);
    }
  });
});
