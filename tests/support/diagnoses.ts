import type { DiagnosisCode } from '../../src/core/model/code.ts';
import type { ClaimLine, DiagnosisLine, Draft } from '../../src/core/model/draft.ts';
import type { IsoDate } from '../../src/core/model/ids.ts';
import type {
  DiagnosisNote,
  DiagnosisRow,
  Edition,
  OfficialFacts,
  OfficialKind,
} from '../../src/core/model/official.ts';
import { claimOf, quote } from './a-claim.ts';

const edition = (kind: OfficialKind, name: string, year: number): Edition => ({
  kind,
  name,
  effectiveFrom: `${year - 1}-10-01` as IsoDate,
  effectiveTo: `${year}-09-30` as IsoDate,
});

/** The order files that cover the day of the tests, and the year after it. */
export const ORDER_2025 = edition('icd10cm', 'ICD-10-CM FY2025', 2025);
export const ORDER_2026 = edition('icd10cm', 'ICD-10-CM FY2026', 2026);
/** A tabular list older than the day, and one of it. */
export const TABULAR_2021 = edition('icd10cm-tabular', 'ICD-10-CM tabular list FY2021', 2021);
export const TABULAR_2025 = edition('icd10cm-tabular', 'ICD-10-CM tabular list FY2025', 2025);

/** Lines of an order file: code, a star for a category, title. */
export function orderRows(table: string): DiagnosisRow[] {
  return lines(table).map((line) => {
    const [code = '', ...title] = line.split(' ');
    return { code: code.replace('*', ''), isBillable: !code.endsWith('*'), title: title.join(' ') };
  });
}

/** Notes of a tabular list: subject, kind, text. */
export function noteRows(table: string): DiagnosisNote[] {
  return lines(table).map((line) => {
    const [subject = '', kind = '', ...text] = line.split(' ');
    return { subject, kind: kind as DiagnosisNote['kind'], key: undefined, text: text.join(' ') };
  });
}

function lines(table: string): string[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.trim());
}

export function orderFile(table: string, of: Edition = ORDER_2025): Partial<OfficialFacts> {
  return { editions: [of], diagnoses: orderRows(table) };
}

/** A diagnosis with the words of a note it is quoted from; without words it came with a claim. */
export function told(code: string, words: string, note: string, title = code): DiagnosisLine {
  const confidence = { value: 0.9, word: 'sure', because: '' } as const;
  return { code: code as DiagnosisCode, title, evidence: words === '' ? [] : [quote(words, note)], confidence };
}

/** A claim of the diagnoses a note tells: code -> its words. */
export function diagnosed(
  note: string,
  codes: Readonly<Record<string, string>>,
  billed: readonly ClaimLine[] = [],
): Draft {
  return claimOf(
    billed,
    Object.entries(codes).map(([code, words]) => told(code, words, note)),
  );
}
