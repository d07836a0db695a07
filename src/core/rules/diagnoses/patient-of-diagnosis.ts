import type { Finding } from '../../model/draft.ts';
import { finding, librarySource, type Rule, type RuleContext } from '../rule.ts';

const AUTHORITY = 'Medicare Code Editor, age and sex conflicts';

/** Categories of one sex alone. */
const OF_SEX: Readonly<Record<'female' | 'male', RegExp>> = {
  female: /^(C5[1-8]|D06|D07\.[0-3]|D2[5-8]|D39|E28|N7[0-7]|N8[0-9]|N9[0-6]|O|Q5[0-2]|R87|Z3[2-6]|Z39|Z01\.4|Z12\.4)/,
  male: /^(C6[0-3]|D07\.[4-6]|D29|D40|E29|N4[0-9]|N5[0-3]|Q5[3-5]|R86|Z12\.5|R97\.2)/,
};

/** Ages in whole years, from and to, in which a category occurs (newborn, maternity and adult lists). */
const OF_AGE: readonly { readonly codes: RegExp; readonly from: number; readonly to: number; readonly is: string }[] = [
  { codes: /^(Z38|Z00\.11|P(?!9[46])|Q86\.0)/, from: 0, to: 0, is: 'a newborn' },
  { codes: /^(O|Z3[3-7]|Z3A|Z39)/, from: 9, to: 64, is: 'a pregnancy' },
  { codes: /^(N40|C61|H25|I70|F0[1-3]|M80|N95)/, from: 15, to: 124, is: 'an adult' },
];

/** A diagnosis of the other sex, or of another age of life, is a slip of the note or of the code. */
export const patientOfDiagnosis: Rule = (draft, context) => {
  const findings = draft.diagnoses.flatMap(({ code }) => {
    const conflict = sexConflict(code, context) ?? ageConflict(code, context);
    return conflict === undefined
      ? []
      : [finding('dx-patient', 'W', librarySource(context), AUTHORITY, `${code} ${conflict}`, [code])];
  });
  return { draft, findings: findings satisfies Finding[] };
};

function sexConflict(code: string, { extract: { sex } }: RuleContext): string | undefined {
  if (sex === undefined) return undefined;
  const other = sex === 'female' ? 'male' : 'female';
  return OF_SEX[other].test(code) && !OF_SEX[sex].test(code)
    ? `is a diagnosis of the other sex: the note tells a ${sex} patient`
    : undefined;
}

function ageConflict(code: string, { extract: { facts, ageYears: told } }: RuleContext): string | undefined {
  // "Infant" and "newborn" in the words of a note may be the child of the patient, or a size of tube.
  const isOfChild =
    told !== undefined && told < 1 && (facts.ageYears === undefined || code.startsWith('O') || code.startsWith('Z3'));
  if (told === undefined || isOfChild) return undefined;
  const ageYears = Math.floor(told);
  const band = OF_AGE.find(({ codes }) => codes.test(code));
  if (band === undefined || (ageYears >= band.from && ageYears <= band.to)) return undefined;
  return `is a diagnosis of ${band.is}: the note tells an age of ${ageYears === 90 ? '90 or more' : ageYears}`;
}
