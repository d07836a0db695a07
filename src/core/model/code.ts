import type { Branded } from './ids.ts';

/** A CPT or HCPCS Level II code: of the catalogue, or as a sender billed it. */
export type ProcedureCode = Branded<string, 'ProcedureCode'>;

/** Whether the text has the shape of such a code; whether there is one, the fee schedule and HCPCS tell. */
export function isProcedureCode(text: string): text is ProcedureCode {
  return /^(?:\d{4}[0-9A-Z]|[A-V]\d{4})$/.test(text);
}

/** An ICD-10-CM code, dotted (`K35.80`): of the catalogue, of an official row, or as the note writes it. */
export type DiagnosisCode = Branded<string, 'DiagnosisCode'>;

/** Whether the text has the shape of an ICD-10-CM code; whether there is such a code, the order file tells. */
export function isDiagnosisCode(text: string): text is DiagnosisCode {
  return /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/.test(text);
}

/** A claim modifier: two characters (`59`, `RT`, `F8`). */
export type Modifier = string;

export type CodeSystem = 'cpt' | 'hcpcs' | 'icd10cm';

/** One ICD-10-CM line: the official title (public domain) and the words clinicians use for it. */
export interface DiagnosisRecord {
  readonly code: DiagnosisCode;
  readonly title: string;
  readonly terms: readonly string[];
  /** False for a category that needs more characters before it may be billed. */
  readonly billable: boolean;
}

/** An anesthesia code of CPT, 00100 to 01999. */
export function isAnesthesiaCode(code: string): boolean {
  return /^0[01]\d{3}$/.test(code) && code >= '00100';
}
