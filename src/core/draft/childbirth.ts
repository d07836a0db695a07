import type { NoteExtract, Statement } from '../extract/note-extract.ts';
import type { DiagnosisLine } from '../model/draft.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { confidenceOf } from './confidence.ts';
import { quotesOf } from './evidence.ts';
import { BIRTH, outcomeOfDelivery } from './outcome-of-delivery.ts';
import type { ProtoLine } from './proto-line.ts';
import { codeOfWeeks, weeksOfGestation } from './weeks-of-gestation.ts';

/** What a birth makes of a diagnosis of its own chapter, and whether the code itself stays beside it. */
interface Complication {
  readonly of: RegExp;
  readonly code: string;
  readonly stays?: true;
}

/** Chapter 15 goes before the codes of other chapters; a birth has values of its own (Guidelines I.C.15.a). */
const COMPLICATIONS: readonly Complication[] = [
  { of: /^(I10|O10\.01)/, code: 'O10.02' },
  { of: /^O10\.91/, code: 'O10.92' },
  { of: /^O13\.[1-39]$/, code: 'O13.4' },
  { of: /^O14\.1[0239]$/, code: 'O14.14' },
  { of: /^O14\.9[0239]$/, code: 'O14.94' },
  { of: /^O24\.410$/, code: 'O24.420' },
  { of: /^O24\.419$/, code: 'O24.429' },
  { of: /^O99\.01/, code: 'O99.02' },
  { of: /^D25/, code: 'O34.13', stays: true },
  { of: /^D(5|6[0-4])/, code: 'O99.02', stays: true },
  { of: /^D6[5-9]/, code: 'O99.12', stays: true },
  { of: /^E0[0-7]/, code: 'O99.284', stays: true },
  { of: /^E66/, code: 'O99.214', stays: true },
  { of: /^F(3[0-9]|4[0-9])/, code: 'O99.344', stays: true },
  { of: /^G/, code: 'O99.354', stays: true },
  { of: /^J45/, code: 'O99.52', stays: true },
  { of: /^A60/, code: 'O98.32', stays: true },
  { of: /^B(1[5-9])/, code: 'O98.42', stays: true },
  { of: /^B00/, code: 'O98.52', stays: true },
];

/** From this week on a birth is at term, and the third trimester begins. */
const TERM = 37;
const THIRD_TRIMESTER = 28;

const AGAIN = /\b(repeat|(previous|prior|history of)( \w+){0,3}) (\w+ ){0,4}(c section|cesarean|caesarean)/;
const STERILIZED: ReadonlySet<string> = new Set(['58600', '58605', '58611', '58615', '58670', '58671']);

/**
 * The diagnoses of a birth: those that complicate it in the words of chapter 15, the scar of an earlier cesarean, the
 * weeks and the outcome; and the wish behind a sterilization.
 */
export function diagnosesOfBirth(
  lines: readonly ProtoLine[],
  named: readonly DiagnosisLine[],
  extract: NoteExtract,
  library: EngineLibrary,
): readonly DiagnosisLine[] {
  const wish = wishOf(lines, named, extract, library);
  const birth = lines.find(({ record: { code } }) => BIRTH.test(code));
  if (birth === undefined) return [...named, ...wish];
  const week = weeksOfGestation(extract);
  const weeks = week?.weeks ?? TERM;
  // `At term` gives way to the weeks.
  const told = week === undefined ? named : named.filter(({ code }) => code !== 'Z3A.00');
  const own = distinct(told.flatMap((line) => complicating(line, library)).map((line) => atWeek(line, weeks, library)));
  const scar = own.some(({ code }) => code.startsWith('O34.2')) ? [] : scarOf(extract, library);
  const isWeekTold = own.some(({ code }) => code.startsWith('Z3A'));
  return [
    ...own.filter(({ code }) => code.startsWith('O')),
    ...scar,
    ...own.filter(({ code }) => !code.startsWith('O')),
    ...wish,
    ...outcomeOfDelivery(lines, own, extract, library),
    ...(week === undefined || isWeekTold ? [] : lineOf(codeOfWeeks(week.weeks), week.told, extract, library)),
  ];
}

function complicating(line: DiagnosisLine, library: EngineLibrary): DiagnosisLine[] {
  const rule = COMPLICATIONS.find(({ of }) => of.test(line.code));
  const record = rule && library.findDiagnosis(rule.code);
  if (rule === undefined || record === undefined) return [line];
  return [{ ...line, code: record.code, title: record.title }, ...(rule.stays === true ? [line] : [])];
}

/** The value of the trimester that the weeks give; labor before term with the birth is preterm labor with it. */
function atWeek(line: DiagnosisLine, weeks: number, library: EngineLibrary): DiagnosisLine {
  const wanted = byWeek(line, weeks, library);
  const record = wanted === undefined ? undefined : library.findDiagnosis(wanted);
  return record === undefined ? line : { ...line, code: record.code, title: record.title };
}

function byWeek({ code, title }: DiagnosisLine, weeks: number, library: EngineLibrary): string | undefined {
  if (code.startsWith('O60.0')) return weeks >= THIRD_TRIMESTER ? 'O60.14X0' : 'O60.12X0';
  if (code === 'O42.90') return weeks >= TERM ? 'O42.92' : undefined;
  if (weeks < THIRD_TRIMESTER || !code.startsWith('O')) return undefined;
  const third = title.toLowerCase().replace('unspecified trimester', 'third trimester');
  if (third === title.toLowerCase()) return undefined;
  return library.diagnoses.records.find((other) => other.title.toLowerCase() === third)?.code;
}

/** `Repeat cesarean`: the scar of the earlier one, of a kind that is not told. */
function scarOf(extract: NoteExtract, library: EngineLibrary): DiagnosisLine[] {
  const told = [...extract.titles, ...extract.diagnoses].find(({ normal }) => AGAIN.test(normal.replace(/ +/g, ' ')));
  return told === undefined ? [] : lineOf('O34.219', told, extract, library);
}

/** Tubes are closed because the patient wishes it, whatever the list of diagnoses says. */
function wishOf(
  lines: readonly ProtoLine[],
  named: readonly DiagnosisLine[],
  extract: NoteExtract,
  library: EngineLibrary,
): DiagnosisLine[] {
  const done = lines.find(({ record: { code } }) => STERILIZED.has(code));
  if (done === undefined || named.some(({ code }) => code === 'Z30.2')) return [];
  const told = extract.statements.find(({ start, end }) => done.instance.start >= start && done.instance.start < end);
  return told === undefined ? [] : lineOf('Z30.2', told, extract, library);
}

function lineOf(code: string, told: Statement, extract: NoteExtract, library: EngineLibrary): DiagnosisLine[] {
  const record = library.findDiagnosis(code);
  if (record === undefined) return [];
  const confidence = confidenceOf([], 'the note tells it of the birth or the sterilization');
  return [{ code: record.code, title: record.title, evidence: quotesOf([told], extract), confidence }];
}

function distinct(lines: readonly DiagnosisLine[]): DiagnosisLine[] {
  return lines.filter(({ code }, at) => lines.findIndex((other) => other.code === code) === at);
}
