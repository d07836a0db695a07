import type { NoteExtract, Statement } from '../extract/note-extract.ts';

const OBESITY = /^E66/;
const ADULT_YEARS = 20;
const TOLD = /\b(?:bmi|body mass index)\b(?: (?:of|is|was|around|about|at|currently|over|kg m2))* (\d{2})(?: \d)?\b/;

/** Lower bound of a band of body mass, and its code. */
const BANDS: readonly (readonly [from: number, code: string])[] = [
  [70, 'Z68.45'],
  [60, 'Z68.44'],
  [50, 'Z68.43'],
  [45, 'Z68.42'],
  [40, 'Z68.41'],
];

/**
 * The body mass index of an adult told beside a diagnosis of obesity, from 40 on, where it decides on the operation
 * (ICD-10-CM Guidelines I.B.14 and I.C.21.c.3).
 */
export function bodyMassIn(
  codes: readonly string[],
  { statements, ageYears }: NoteExtract,
): { readonly code: string; readonly statement: Statement } | undefined {
  if (!codes.some((code) => OBESITY.test(code)) || (ageYears ?? ADULT_YEARS) < ADULT_YEARS) return undefined;
  for (const statement of statements) {
    const told = statement.state === 'historical' ? null : TOLD.exec(statement.normal.replace(/ +/g, ' '));
    if (told === null) continue;
    const [, code] = BANDS.find(([from]) => Number(told[1]) >= from) ?? [];
    return code === undefined ? undefined : { code, statement };
  }
  return undefined;
}
