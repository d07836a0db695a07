import type { Statement } from '../extract/note-extract.ts';
import type { DiagnosisRecord } from '../model/code.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { valuesIn } from '../retrieve/facets.ts';
import { stemsOf } from '../retrieve/terms.ts';

/** The columns of the ICD-10-CM neoplasm table, as official titles begin; the order tells which word wins. */
const COLUMNS: readonly (readonly [string, RegExp])[] = [
  ['secondary', /^secondary (and unspecified )?malignant neoplasm/i],
  ['melanoma-in-situ', /^melanoma in situ/i],
  ['in-situ', /^(\w+ )?carcinoma in situ/i],
  ['melanoma', /^malignant melanoma/i],
  ['benign', /^benign neoplasm|^hemangioma|^leiomyoma/i],
  ['malignant', /^malignant neoplasm/i],
];

/** Words of a title or a name that tell no site but what the growth is. */
const NOT_SITE: ReadonlySet<string> = new Set(
  stemsOf(
    'malignant benign secondary neoplasm carcinoma in situ melanoma unspecified other specified overlapping part parts site sites right left bilateral female male primary cancer tumor mass growth adenocarcinoma adenoma sarcoma papilloma lymphoma metastasis metastases metastatic cell small large non squamous transitional basal invasive',
  ),
);

/** The site must explain this share of a title's own words. */
const LEAST_SITE = 0.45;

/** Chapter 2 of ICD-10-CM. */
export function isNeoplasm(code: string): boolean {
  return /^(C|D[0-4])/.test(code);
}

/** Malignant or in situ, by the columns of the neoplasm table. */
export function isMalignant(code: string): boolean {
  return /^(C|D0)/.test(code);
}

/** Neither benign nor malignant by its histology: D37 to D44 and D48 (ICD-10-CM, note at D37-D48). */
export function isUncertainBehavior(code: string): boolean {
  return /^D(3[7-9]|4[0-4]|48)/.test(code);
}

/**
 * Reads a diagnosis as the neoplasm table does: what it is (malignant, secondary, in situ, benign) from the histology
 * word, where it is from the site words. Undefined when the statement names neither, or no site fits. Stated facts only:
 * the caller leaves out what is uncertain or denied.
 */
export function neoplasmIn(
  statement: Statement,
  stems: readonly string[],
  library: EngineLibrary,
): DiagnosisRecord | undefined {
  const kinds = valuesIn(library.vocabulary, 'neoplasm', statement.normal);
  const column = COLUMNS.find(([kind]) => kinds.includes(kind))?.[1];
  if (column === undefined) return undefined;
  const organs = valuesIn(library.vocabulary, 'anatomy', statement.normal);
  const told = new Set([...stems, ...organs.flatMap(stemsOf)]);
  const weight = (term: string): number => library.diagnoses.index.idf.get(term) ?? 0;
  let best: { record: DiagnosisRecord; fit: number } | undefined;
  for (const { record, sites } of sitesOf(library)) {
    if (!column.test(record.title)) continue;
    const fit = siteFit(record, sites, told, weight);
    if (fit !== undefined && (best === undefined || fit > best.fit)) best = { record, fit };
  }
  return best?.record;
}

interface Sited {
  readonly record: DiagnosisRecord;
  /** The site words of the title and of every name clinicians give it. */
  readonly sites: readonly (readonly string[])[];
}

/** Read once for a library. */
const sited = new WeakMap<EngineLibrary, readonly Sited[]>();

function sitesOf(library: EngineLibrary): readonly Sited[] {
  const known = sited.get(library);
  if (known !== undefined) return known;
  const made = library.library.diagnoses
    .filter(({ code }) => isNeoplasm(code))
    .map((record) => ({
      record,
      sites: [record.title, ...record.terms].map((text) =>
        [...new Set(stemsOf(text))].filter((term) => !NOT_SITE.has(term)),
      ),
    }));
  sited.set(library, made);
  return made;
}

/** How well the words tell the site of a title, or of one of the names clinicians give it. */
function siteFit(
  { title }: DiagnosisRecord,
  sites: Sited['sites'],
  told: ReadonlySet<string>,
  weight: (term: string) => number,
): number | undefined {
  let best: number | undefined;
  for (const site of sites) {
    const matched = sum(site.filter((term) => told.has(term)).map(weight));
    const missed = sum(site.filter((term) => !told.has(term)).map(weight));
    if (matched === 0 || matched / (matched + missed) < LEAST_SITE) continue;
    const fit = matched - 0.5 * missed - (/overlapping|other/i.test(title) ? 0.5 : 0);
    if (best === undefined || fit > best) best = fit;
  }
  return best;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
