import type { NoteExtract } from '../extract/note-extract.ts';
import type { DiagnosisLine } from '../model/draft.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { confidenceOf } from './confidence.ts';
import { quotesOf } from './evidence.ts';
import type { ProtoLine } from './proto-line.ts';

export const BIRTH = /^59(4(00|09|10)|5(10|14|15)|6(10|12|14|18|20|22))$/;
const ALIVE =
  /\b(live ?born|live (birth|infant|male|female|baby)|viable|apgars?|(male|female) infant|infant (male|female)|crying)\b/;
const OTHERWISE = /\b(stillb\w*|iufd|demise|non ?viable|triplets?)\b/;
const TWINS = /\btwins?\b/;
const SECOND =
  /\b(twin|baby|infant|fetus|newborn|female|male|girl|boy) b\b|\bsecond (twin|baby|infant|fetus|child)\b|\bboth (twins|babies|infants)\b/;

/**
 * The outcome of the birth belongs on every record of a delivery (ICD-10-CM Guidelines, Section I.C.15.b.5): one child
 * or two born alive. Other outcomes are for a coder to choose.
 */
export function outcomeOfDelivery(
  lines: readonly ProtoLine[],
  diagnoses: readonly DiagnosisLine[],
  extract: NoteExtract,
  library: EngineLibrary,
): readonly DiagnosisLine[] {
  const isTwins = TWINS.test(extract.normal);
  const record = library.findDiagnosis(isTwins ? 'Z37.2' : 'Z37.0');
  if (record === undefined || !lines.some(({ record: { code } }) => BIRTH.test(code))) return [];
  if (diagnoses.some(({ code }) => code.startsWith('Z37')) || OTHERWISE.test(extract.normal)) return [];
  if (isTwins && !SECOND.test(extract.normal.replace(/ +/g, ' '))) return [];
  const told = [...extract.diagnoses, ...extract.titles, ...extract.performed].find(({ normal }) => ALIVE.test(normal));
  if (told === undefined) return [];
  const confidence = confidenceOf([], 'the note tells a living child');
  return [{ code: record.code, title: record.title, evidence: quotesOf([told], extract), confidence }];
}
