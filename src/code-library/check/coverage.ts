import type { CodeLibrary } from '../../core/model/code-record.ts';
import { activeCodes, type OfficialCodes } from './official-codes.ts';

export interface SubsectionCoverage {
  readonly title: string;
  readonly active: number;
  readonly missing: readonly string[];
}

/** The subsections of CPT by their first code. */
const SUBSECTIONS: readonly (readonly [string, string])[] = [
  ['00000', 'Anesthesia'],
  ['10000', 'Surgery: general, skin'],
  ['20000', 'Surgery: bones, joints, muscles'],
  ['30000', 'Surgery: airways, chest'],
  ['33000', 'Surgery: heart, vessels'],
  ['38000', 'Surgery: blood, lymph, diaphragm'],
  ['40000', 'Surgery: digestive'],
  ['50000', 'Surgery: urinary'],
  ['54000', 'Surgery: male'],
  ['56000', 'Surgery: female'],
  ['59000', 'Surgery: maternity'],
  ['60000', 'Surgery: endocrine'],
  ['61000', 'Surgery: nerves'],
  ['65000', 'Surgery: eye'],
  ['69000', 'Surgery: ear'],
  ['70000', 'Radiology'],
  ['80000', 'Pathology, laboratory'],
  ['90000', 'Medicine'],
  ['99200', 'Evaluation and management'],
];
const CATEGORY_THREE = 'Category III';

/** How much of each subsection's active codes the library has. */
export function coverageOf(library: CodeLibrary, official: OfficialCodes): SubsectionCoverage[] {
  const known = new Set<string>(library.codes.map(({ code }) => code));
  const bySubsection = Map.groupBy(activeCodes(official).keys(), subsectionOf);
  return [...SUBSECTIONS.map(([, title]) => title), CATEGORY_THREE].flatMap((title) => {
    const codes = bySubsection.get(title) ?? [];
    return codes.length === 0
      ? []
      : [{ title, active: codes.length, missing: codes.filter((code) => !known.has(code)).sort() }];
  });
}

function subsectionOf(code: string): string {
  if (code.endsWith('T')) return CATEGORY_THREE;
  return SUBSECTIONS.findLast(([first]) => first <= code)?.[1] ?? CATEGORY_THREE;
}
