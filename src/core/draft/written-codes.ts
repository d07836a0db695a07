import type { NoteExtract, Statement } from '../extract/note-extract.ts';
import { type DiagnosisCode, type DiagnosisRecord, isDiagnosisCode } from '../model/code.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { stemsOf } from '../retrieve/terms.ts';

/** A dot makes a code of it: `T12` is a vertebra. V-codes with a dot are of ICD-9-CM. */
const WRITTEN = /(?<![\w.])([A-UW-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4})(?![\w]|\.\d)/g;
/** The name of the code set; behind it a code may lack its dot. */
const LABEL = /\b(ICD(-?10)?(-?CM)?|(diagnosis|dx) codes?)\b[^A-Za-z0-9]{0,4}/i;
const UNDOTTED = /(?<![\w.])([A-UW-Z]\d[0-9A-Z])\.?([0-9A-Z]{1,4})?(?![\w]|\.\d)/g;

/** ICD-10-CM codes that the text writes out, in its order. */
function writtenCodes(text: string): DiagnosisCode[] {
  const dotted = [...text.matchAll(WRITTEN)].map(([, code = '']) => code);
  const label = LABEL.exec(text);
  const behind = label === null ? '' : text.slice(label.index + label[0].length);
  const labelled = [...behind.matchAll(UNDOTTED)].map(([, category = '', rest]) =>
    rest === undefined ? category : `${category}.${rest}`,
  );
  return [...new Set([...dotted, ...labelled])].filter(isDiagnosisCode);
}

/** The codes that the lists of diagnoses write out, each with its statement. */
export function codesInLists(
  extract: NoteExtract,
): readonly { readonly code: DiagnosisCode; readonly statement: Statement }[] {
  return extract.diagnoses.flatMap((statement) =>
    writtenCodes(extract.text.slice(statement.start, statement.end)).map((code) => ({ code, statement })),
  );
}

/** Whether a title and the words beside a code have a telling word in common. */
export function sharesWords(title: string, words: string): boolean {
  return shareOfWords(title, words) > 0;
}

/** How many of the telling words of a title are told, 0 to 1. */
export function shareOfWords(title: string, words: string): number {
  const told = new Set(stemsOf(words));
  const telling = stemsOf(title).filter((stem) => stem.length >= LEAST_LETTERS && !PLAIN.has(stem));
  return telling.length === 0 ? 0 : telling.filter((stem) => told.has(stem)).length / telling.length;
}

const LEAST_LETTERS = 4;
/** Words of half of all titles. */
const PLAIN: ReadonlySet<string> = new Set(
  stemsOf('with without unspecified other left right bilateral acute chronic disease disorder initial encounter'),
);

/**
 * The diagnosis that the surgeon's own code tells, where it agrees with the words beside it: of the same category as
 * they are, or with a word of its title among them; where our library knows neither, there is nothing to disagree with.
 */
export function withWrittenCodes(
  statement: Statement,
  named: readonly DiagnosisRecord[],
  extract: NoteExtract,
  library: EngineLibrary,
): readonly DiagnosisRecord[] {
  const raw = extract.text.slice(statement.start, statement.end);
  const written = writtenRecords(raw, library);
  const agreeing = written.filter(({ code, title }) => {
    if (named.length === 0) return true;
    if (named.some((record) => record.code.slice(0, 3) === code.slice(0, 3))) return true;
    return library.findDiagnosis(code) !== undefined && sharesWords(title, raw);
  });
  if (agreeing.length === 0) return named;
  const others = named.filter(({ code }) => !agreeing.some((record) => record.code.slice(0, 3) === code.slice(0, 3)));
  return named.length > 1 ? [...agreeing, ...others] : agreeing;
}

/** Of our library, else with the words around it for a title: the order file tells whether there is such a code. */
export function writtenRecords(text: string, library: EngineLibrary): DiagnosisRecord[] {
  return writtenCodes(text).map(
    (code) => library.findDiagnosis(code) ?? { code, title: wordsAround(text) || code, terms: [], billable: true },
  );
}

const LONGEST_TITLE = 80;

function wordsAround(text: string): string {
  const words = text
    .replace(WRITTEN, ' ')
    .replace(LABEL, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^\s*\(?\d{1,2}[.)]\s*|[()[\]:;,.\-\s]+$/g, '')
    .trim();
  return words.length > LONGEST_TITLE ? '' : words;
}
