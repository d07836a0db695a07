import type { DiagnosisRecord } from '../model/code.ts';
import { topBm25 } from '../retrieve/bm25.ts';
import type { DiagnosisCatalogue } from '../retrieve/diagnosis-catalogue.ts';
import { stemsOf } from '../retrieve/terms.ts';
import { contradicts, type Polarity } from './polarity.ts';

/** Words of official titles that a clinician leaves out. */
const FILLER: ReadonlySet<string> = new Set(
  stemsOf(
    'unspecified other specified not elsewhere classified nos site without mention current initial encounter closed type obstruction hemorrhage gangrene complication right left bilateral side disease disorder malignant neoplasm primary chronic',
  ),
);
/** Words of titles that tell no disease: a title must share another one with the phrase. */
const GRAMMAR: ReadonlySet<string> = new Set(
  stemsOf(
    'unspecified other specified not elsewhere classified nos site without mention current initial encounter type right left bilateral side',
  ),
);
const UNSPECIFIED = stemsOf('unspecified')[0] ?? '';

/** A diagnosis counts when it explains this share of the phrase and the phrase this share of its telling words. */
const LEAST_PHRASE = 0.6;
const LEAST_TITLE = 0.65;
const MOST_LOOKED_AT = 60;

/** The diagnosis whose title best fits the words of one list item, or undefined when none fits well. */
export function diagnosisByWords(
  stems: readonly string[],
  polarity: Polarity,
  { records, index }: DiagnosisCatalogue,
  isAllowed: (record: DiagnosisRecord) => boolean = () => true,
): DiagnosisRecord | undefined {
  const weight = (term: string): number => index.idf.get(term) ?? 0;
  const phrase = new Set(stems.filter((term) => weight(term) > 0));
  const whole = sum([...phrase].map(weight));
  if (whole === 0) return undefined;
  const scores = topBm25(index, new Map([...phrase].map((term) => [term, 1])), MOST_LOOKED_AT);
  const ranked = scores.toSorted((a, b) => b[1] - a[1]).slice(0, MOST_LOOKED_AT);
  let best: { record: DiagnosisRecord; fit: number } | undefined;
  for (const [id] of ranked) {
    const record = records[id];
    if (record === undefined || contradicts(record, polarity) || !isAllowed(record)) continue;
    const fit = fitOf(record, phrase, whole, weight);
    if (fit !== undefined && (best === undefined || fit > best.fit)) best = { record, fit };
  }
  return best?.record;
}

/** Every telling word of the title stands in the words: it adds nothing of its own. */
export function isFullyTold({ title }: DiagnosisRecord, stems: readonly string[]): boolean {
  return stemsOf(title).every((stem) => FILLER.has(stem) || stems.includes(stem));
}

/** The share of the words, by weight, that the title and the names of a diagnosis tell. */
export function explainedBy(record: DiagnosisRecord, stems: readonly string[], { index }: DiagnosisCatalogue): number {
  const weight = (term: string): number => index.idf.get(term) ?? 0;
  const phrase = [...new Set(stems)];
  const own = new Set([record.title, ...record.terms].flatMap(stemsOf));
  return sum(phrase.filter((term) => own.has(term)).map(weight)) / Math.max(0.001, sum(phrase.map(weight)));
}

/** Titles without a disease of their own (`Other specified disorders of bone`) leave no word of the phrase unsaid. */
const LEAST_PHRASE_OF_ANY = 0.9;

/** `Fracture of neck` is meant by no words that tell the neck alone: the disease stands before the site. */
function isHeadTold(
  title: string,
  phrase: ReadonlySet<string>,
  shared: number,
  weight: (term: string) => number,
): boolean {
  const [head = ''] = title.split(/ (?:of|in|with|due|without|on|to|at|by|from|for)\b|,|\(|\[/);
  const stems = stemsOf(head).filter((stem) => !FILLER.has(stem));
  if (stems.length === 0) return shared >= LEAST_PHRASE_OF_ANY;
  return sum(stems.filter((stem) => phrase.has(stem)).map(weight)) >= sum(stems.map(weight)) / 2;
}

function fitOf(
  record: DiagnosisRecord,
  phrase: ReadonlySet<string>,
  whole: number,
  weight: (term: string) => number,
): number | undefined {
  const title = [...new Set(stemsOf(record.title))];
  const shared = sum(title.filter((term) => phrase.has(term)).map(weight)) / whole;
  const telling = title.filter((term) => !FILLER.has(term) || phrase.has(term));
  const told = sum(telling.filter((term) => phrase.has(term)).map(weight)) / Math.max(0.001, sum(telling.map(weight)));
  if (shared < LEAST_PHRASE || told < LEAST_TITLE) return undefined;
  if (!isHeadTold(record.title, phrase, shared, weight)) return undefined;
  if (!title.some((term) => phrase.has(term) && !GRAMMAR.has(term))) return undefined;
  const plain = title.includes(UNSPECIFIED) ? 0.03 : 0;
  return shared + told + plain - 0.01 * title.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
