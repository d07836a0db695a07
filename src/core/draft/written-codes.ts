import type { NoteExtract, Statement } from '../extract/note-extract.ts';
import { type DiagnosisCode, type DiagnosisRecord, isDiagnosisCode } from '../model/code.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { stemsOf } from '../retrieve/terms.ts';

/** A dot makes a code of it: `T12` is a vertebra. V-codes with a dot are of ICD-9-CM. */
const WRITTEN = /(?<![\w.])([A-UW-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4})(?![\w]|\.\d)/g;
/** Behind the name of the code set a code may lack its dot. */
const LABELLED =
  /\b(?:ICD(?:-?10)?(?:-?CM)?|diagnosis codes?|dx codes?)\W{0,4}([A-UW-Z]\d[0-9A-Z])\.?([0-9A-Z]{1,4})?(?![\w])/gi;

/** ICD-10-CM codes that the text writes out, in its order. */
function writtenCodes(text: string): DiagnosisCode[] {
  const dotted = [...text.matchAll(WRITTEN)].map(([, code = '']) => code);
  const labelled = [...text.matchAll(LABELLED)].map(([, category = '', rest]) =>
    (rest === undefined ? category : `${category}.${rest}`).toUpperCase(),
  );
  return [...new Set([...dotted, ...labelled])].filter(isDiagnosisCode);
}

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
    const known = library.findDiagnosis(code) === undefined ? [] : stemsOf(title).filter((stem) => stem.length > 3);
    const words = new Set(stemsOf(raw));
    return known.some((stem) => words.has(stem));
  });
  if (agreeing.length === 0) return named;
  const others = named.filter(({ code }) => !agreeing.some((record) => record.code.slice(0, 3) === code.slice(0, 3)));
  return written.length === 1 ? agreeing : [...agreeing, ...others];
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
    .replace(/\b(ICD(-?10)?(-?CM)?|(diagnosis|dx) codes?)\b/gi, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^\s*\(?\d{1,2}[.)]\s*|[()[\]:;,.\-\s]+$/g, '')
    .trim();
  return words.length > LONGEST_TITLE ? '' : words;
}
