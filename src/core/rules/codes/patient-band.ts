import type { NoteExtract } from '../../extract/note-extract.ts';
import type { PatientBand } from '../../model/code-record.ts';
import { fitsPatient } from '../../retrieve/family-grid.ts';
import { finding, librarySource, type Rule, withoutLines } from '../rule.ts';

/** The patient's documented age and sex lie in the band of every code. */
export const patientBand: Rule = (draft, context) => {
  const outside = draft.lines.flatMap((line) => {
    const record = context.library.find(line.code);
    if (record === undefined || fitsPatient(record, context.extract)) return [];
    return [{ line, reason: reasonOf(record.patient, context.extract) }];
  });
  return {
    draft: withoutLines(draft, outside),
    findings: outside.map(({ line: { code }, reason }) =>
      finding('patient-band', 'F', librarySource(context), 'CPT, age and sex of the code', `${code}: ${reason}`, [
        code,
      ]),
    ),
  };
};

function reasonOf({ sex, ageFrom, ageBelow }: PatientBand, { ageYears, sex: told }: NoteExtract): string {
  if (sex !== undefined && told !== undefined && told !== sex)
    return `for a ${sex} patient, and the note tells a ${told} one`;
  const band =
    ageFrom === undefined
      ? `below ${ageBelow}`
      : ageBelow === undefined
        ? `from ${ageFrom}`
        : `${ageFrom} to below ${ageBelow}`;
  return `for an age ${band}, and the note tells ${inWords(ageYears ?? 0)}`;
}

/** An infant's age is told in months. */
function inWords(years: number): string {
  return Number.isInteger(years) ? `${years} years` : `${Math.round(years * 12)} months`;
}
