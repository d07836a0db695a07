import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/adapters/postgres/database.ts';
import { createOfficialData } from '../../src/adapters/postgres/official/official-data.ts';
import { readOfficialTexts } from '../../src/adapters/postgres/official/official-texts.ts';
import { SYSTEM_CLOCK } from '../../src/app/clock.ts';
import { SERVICE_DATE } from '../../src/app/evaluation/answer-case.ts';
import { openLibrary } from '../../src/app/library.ts';
import { importFiles } from '../../src/app/official/import-files.ts';
import { deidentify } from '../../src/core/deidentify/deidentify.ts';
import type { ClaimLine, DiagnosisLine } from '../../src/core/model/draft.ts';
import { type CodingPorts, coding } from '../../src/pipeline/consult.ts';
import { type TestDatabase, testDatabase } from '../support/postgres.ts';
import { type RawEdits, readRawEdits, readRawFeeCodes } from './raw-edits.ts';

const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared');
const FILES = [
  'pfs/PPRRVU2025_Oct.csv.gz',
  'ncci/ptp_practitioner_2024q3.csv.xz',
  'mue/MCR_MUE_PractitionerServices_Eff_04-01-2026.csv',
  'aoc/ncci_aoc.csv',
  'icd10cm/cdc_ICD10-CM-Code-Descriptions-2025.zip',
  'icd10cm/icd10cm_2025_index_csv.zip',
];
/** NCCI Policy Manual ch. 1, section E: modifiers that open a pair with indicator 1. */
const OPENS = /^(E[1-4]|F[A\d]|T[A\d]|L[CDMT]|R[CIT]|24|25|27|57|58|59|78|79|91|X[ESPU])$/;
/** Millions of rows to load and hundreds of notes to code, on whatever machine. */
const PATIENCE = 900_000;
const SEPARATE = /^(59|X[ESPU])$/;

interface Claim {
  readonly id: string;
  readonly text: string;
  readonly lines: readonly ClaimLine[];
  readonly diagnoses: readonly DiagnosisLine[];
}

describe('all notes without keys, against the official files', () => {
  let database: TestDatabase;
  let db: Database;
  let folder: string;
  let edits: RawEdits;
  let claims: readonly Claim[];
  let active: ReadonlySet<string>;

  beforeAll(async () => {
    database = await testDatabase();
    db = openDatabase(database.url);
    folder = await mkdtemp(join(tmpdir(), 'unlabelled-'));
    const ports = { databaseUrl: database.url, now: () => new Date(), onProgress: () => undefined };
    await importFiles(
      FILES.map((file) => join(SHARED, 'data', file)),
      { isExcerpt: false },
      ports,
    );
    const library = await openLibrary(await readOfficialTexts(db));
    const coder: CodingPorts = { library, official: createOfficialData(db), model: undefined, clock: SYSTEM_CLOCK };
    claims = await codeAll(coder);
    edits = readRawEdits(new Set(claims.flatMap(({ lines }) => lines.map(({ code }) => code))));
    active = readRawFeeCodes();
  }, PATIENCE);
  afterAll(async () => {
    await db.destroy();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const violations = (of: (claim: Claim) => readonly string[]): string[] =>
    claims.flatMap((claim) => of(claim).map((what) => `${claim.id}: ${what}`));

  it('are all coded, and most of them get a line', () => {
    expect(claims).toHaveLength(815);
    const coded = claims.filter(({ lines }) => lines.length > 0).length;
    console.log(`${coded} of ${claims.length} notes get a claim line`);
    expect(coded / claims.length).toBeGreaterThan(0.9);
  });

  it('get codes that the fee schedule of the year has', () => {
    expect(violations(({ lines }) => billed(lines).flatMap(({ code }) => (active.has(code) ? [] : [code])))).toEqual(
      [],
    );
  });

  it('never bill a pair with indicator 0', () => {
    const closed = pairsOf(() => edits, '0');
    expect(violations(({ lines }) => closed(lines).map(([a, b]) => `${a.code} ${b.code}`))).toEqual([]);
  });

  it('open a pair with indicator 1 by an anatomical modifier or a quoted criterion', () => {
    const open = pairsOf(() => edits, '1');
    const isOpened = ([a, b]: readonly [ClaimLine, ClaimLine]): boolean =>
      [a, b].some(({ modifiers, evidence }) => modifiers.some((each) => OPENS.test(each)) && evidence.length > 0);
    expect(
      violations(({ lines }) =>
        open(lines).flatMap((pair) => (isOpened(pair) ? [] : [pair.map(({ code }) => code).join(' ')])),
      ),
    ).toEqual([]);
  });

  it('have no 59 without a pair', () => {
    const paired = pairsOf(() => edits, '1');
    const needless = ({ lines }: Claim): string[] => {
      const needing = new Set(paired(lines).flat());
      return billed(lines).flatMap((line) => {
        const isRepeat = lines.some((other) => other !== line && other.code === line.code);
        return line.modifiers.some((each) => SEPARATE.test(each)) && !needing.has(line) && !isRepeat ? [line.code] : [];
      });
    };
    expect(violations(needless)).toEqual([]);
  });

  it('stay within the units of MUEs by day', () => {
    const over = ({ lines }: Claim): string[] =>
      [...Map.groupBy(billed(lines), ({ code }) => code)].flatMap(([code, own]) => {
        const [units, mai] = (edits.limit(code) ?? '').split(' ').map(Number);
        const sum = own.reduce((total, line) => total + line.units, 0);
        return units !== undefined && (mai === 2 || mai === 3) && sum > units ? [`${code} x${sum} over ${units}`] : [];
      });
    expect(violations(over)).toEqual([]);
  });

  it('quote the note word for word', () => {
    const unquoted = ({ text, lines, diagnoses }: Claim): string[] =>
      [...lines, ...diagnoses].flatMap(({ code, evidence }) => {
        const isVerbatim = evidence.every(({ quote, start }) => text.slice(start, start + quote.length) === quote);
        return evidence.length > 0 && isVerbatim ? [] : [code];
      });
    expect(violations(unquoted)).toEqual([]);
  });
});

async function codeAll(ports: CodingPorts): Promise<Claim[]> {
  const lines = (await readFile(join(SHARED, 'eval', 'unlabelled.jsonl'), 'utf8'))
    .split('\n')
    .filter((line) => line !== '');
  const claims: Claim[] = [];
  const startedAt = Date.now();
  for (const { id, text } of lines.map((line) => JSON.parse(line) as { id: string; text: string })) {
    const note = deidentify(text);
    const dated = { ...note, facts: { ...note.facts, dateOfService: undefined } };
    const input = { note: dated, senderText: deidentify('').text, limits: [], mailedOn: SERVICE_DATE };
    const { answer } = await coding({ kind: 'case', ...input }, id, ports);
    const claim = answer.kind === 'case' ? answer : { lines: [], diagnoses: [] };
    claims.push({ id, text: note.text, lines: claim.lines, diagnoses: claim.diagnoses });
  }
  console.log(`${claims.length} notes in ${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
  return claims;
}

/** A held line waits for a fact: it is shown, not billed. */
function billed(lines: readonly ClaimLine[]): readonly ClaimLine[] {
  return lines.filter(({ held }) => held === undefined);
}

function pairsOf(edits: () => RawEdits, indicator: '0' | '1') {
  return (lines: readonly ClaimLine[]): (readonly [ClaimLine, ClaimLine])[] => {
    const ready = billed(lines);
    return ready.flatMap((one, at) =>
      ready.slice(at + 1).flatMap((other) => {
        const isPaired = edits()
          .between(one.code, other.code)
          .some((pair) => pair.ended === '' && pair.indicator === indicator);
        return one.code !== other.code && isPaired ? [[one, other] as const] : [];
      }),
    );
  };
}
