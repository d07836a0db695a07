import { type DiagnosisCode, isDiagnosisCode } from '../../model/code.ts';
import type { DiagnosisLine, Draft } from '../../model/draft.ts';
import type { DiagnosisRow } from '../../model/official.ts';
import { mapLines, type RuleContext, type Source, sourceOf } from '../rule.ts';

export interface KnownDiagnosis {
  readonly code: DiagnosisCode;
  readonly title: string;
}

/** The ICD-10-CM order file for the date of service. */
export function orderFile(context: RuleContext): Source {
  return sourceOf('icd10cm', context);
}

/** The line of the order file, where one is loaded. */
export function rowOf(code: string, { official }: RuleContext): DiagnosisRow | undefined {
  return official.diagnoses?.find((row) => row.code === code);
}

/** The title by the order file, by our library, or as the claim tells it. */
export function titleOf(code: string, context: RuleContext): string {
  return rowOf(code, context)?.title ?? context.library.findDiagnosis(code)?.title ?? '';
}

/** Billable codes that begin so: by the order file, without one by our library. */
export function billableUnder(stem: string, context: RuleContext): KnownDiagnosis[] {
  const rows =
    orderFile(context).state === 'not-checked'
      ? context.library.library.diagnoses.filter(({ billable }) => billable)
      : (context.official.diagnoses ?? []).filter(({ isBillable }) => isBillable);
  return rows.flatMap(({ code, title }) => (code.startsWith(stem) && isDiagnosisCode(code) ? [{ code, title }] : []));
}

/** Replaces a diagnosis, its pointers too; where the other one is there already, the two become one. */
export function recode(draft: Draft, from: string, to: KnownDiagnosis): Draft {
  const isThere = draft.diagnoses.some(({ code }) => code === to.code);
  const diagnoses = draft.diagnoses.flatMap((line): DiagnosisLine[] => {
    if (line.code !== from) return [line];
    return isThere ? [] : [{ ...line, ...to }];
  });
  return mapLines({ ...draft, diagnoses }, (line) => ({
    ...line,
    dx: [...new Set(line.dx.map((code) => (code === from ? to.code : code)))],
  }));
}

/** Takes diagnoses off the claim, with the pointers to them. */
export function withoutDiagnoses(draft: Draft, gone: ReadonlySet<string>): Draft {
  if (gone.size === 0) return draft;
  const diagnoses = draft.diagnoses.filter(({ code }) => !gone.has(code));
  return mapLines({ ...draft, diagnoses }, (line) => ({ ...line, dx: line.dx.filter((code) => !gone.has(code)) }));
}
