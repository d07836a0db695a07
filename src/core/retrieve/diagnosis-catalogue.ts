import type { DiagnosisRecord } from '../model/code.ts';
import { type Bm25Index, buildBm25 } from './bm25.ts';
import { buildNameIndex, diagnosisNames, type NameIndex } from './name-index.ts';
import { stemsOf } from './terms.ts';

/** Diagnoses to be found by name, by words and by code: of our own list, or of the official file. */
export interface DiagnosisCatalogue {
  readonly records: readonly DiagnosisRecord[];
  readonly names: NameIndex;
  /** Documents are `records` by position. */
  readonly index: Bm25Index;
  find(code: string): DiagnosisRecord | undefined;
}

export function buildCatalogue(records: readonly DiagnosisRecord[]): DiagnosisCatalogue {
  const byCode = new Map(records.map((record) => [record.code as string, record]));
  return {
    records,
    names: buildNameIndex(diagnosisNames(records)),
    index: buildBm25(records.map((record, id) => ({ id, terms: termsOfDiagnosis(record) }))),
    find: (code) => byCode.get(code),
  };
}

function termsOfDiagnosis(diagnosis: DiagnosisRecord): Map<string, number> {
  const terms = new Map<string, number>();
  for (const text of [diagnosis.title, ...diagnosis.terms]) {
    for (const term of stemsOf(text)) terms.set(term, 1);
  }
  return terms;
}
