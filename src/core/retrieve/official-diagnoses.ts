import { type DiagnosisRecord, isDiagnosisCode } from '../model/code.ts';
import type { DiagnosisRow, OfficialTexts } from '../model/official.ts';

/** Causes and places of an accident are never the reason for an operation (chapter 20). */
const EXTERNAL_CAUSE = /^[V-Y]/;

/** Words of the index that no clinician says. */
const FRAME = /\b(NEC|NOS|due to|in \(due to\)|with|specified|unspecified|specified site)\b|\([^)]*\)/gi;

/**
 * The whole of ICD-10-CM as records: billable codes with their official titles, and the paths of the alphabetic index as
 * the words clinicians use. A term that leads to a category gives its words to the category's plainest billable code.
 */
export function officialDiagnoses({
  diagnoses,
  terms: index,
}: Pick<OfficialTexts, 'diagnoses' | 'terms'>): DiagnosisRecord[] {
  const billable = diagnoses
    .filter(({ isBillable, code }) => isBillable && !EXTERNAL_CAUSE.test(code))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const terms = new Map<string, string[]>();
  for (const { path, code } of index) {
    const plain = plainestBelow(code.replace(/-+$/, '').replace(/\.$/, ''), billable);
    if (plain === undefined) continue;
    const words = wordsOfPath(path);
    if (words === '') continue;
    const known = terms.get(plain.code);
    if (known === undefined) terms.set(plain.code, [words]);
    else known.push(words);
  }
  return billable.flatMap(({ code, title }) =>
    isDiagnosisCode(code) ? [{ code, title, terms: terms.get(code) ?? [], billable: true }] : [],
  );
}

function wordsOfPath(path: string): string {
  const parts = path.split(' > ').map((part) => (part.split(',')[0] ?? '').replace(FRAME, ' '));
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

/** The code itself, else of those below it the one that claims least: an initial encounter, unspecified. */
function plainestBelow(code: string, billable: readonly DiagnosisRow[]): DiagnosisRow | undefined {
  const from = firstFrom(billable, code);
  const below: DiagnosisRow[] = [];
  for (let at = from; billable[at]?.code.startsWith(code) === true; at += 1) below.push(billable[at] as DiagnosisRow);
  return below.find((line) => line.code === code) ?? leastOf(below);
}

function leastOf(rows: readonly DiagnosisRow[]): DiagnosisRow | undefined {
  let best: { row: DiagnosisRow; claims: number } | undefined;
  for (const row of rows) {
    const claims = claimsOf(row);
    if (best === undefined || claims < best.claims) best = { row, claims };
  }
  return best?.row;
}

/** How much a title claims beyond the plain condition: of two that fit, the one that claims less. */
export function claimsOf({ title, code }: Pick<DiagnosisRow, 'title' | 'code'>): number {
  const unspecified = [...title.matchAll(/\bunspecified\b/gi)].length;
  const later = /\b(subsequent encounter|sequela)\b/i.test(title) ? 4 : 0;
  const particular = /\b(left|right|bilateral|open|complication|with)\b/i.test(title) ? 1 : 0;
  return later + particular - unspecified + code.length / 100;
}

function firstFrom(lines: readonly DiagnosisRow[], code: string): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.code ?? '') < code) low = middle + 1;
    else high = middle;
  }
  return low;
}
