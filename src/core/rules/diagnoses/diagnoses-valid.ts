import { isUncertain } from '../../draft/diagnoses.ts';
import { normalize } from '../../extract/normalize.ts';
import type { DiagnosisCode } from '../../model/code.ts';
import type { Draft, Finding } from '../../model/draft.ts';
import { finding, librarySource, mapLines, type Rule } from '../rule.ts';

const MOST_DIAGNOSES = 12;
const MOST_POINTERS = 4;

/** Diagnoses are known and billable, at most twelve, none of them uncertain; pointers are on the claim, at most four a line. */
export const diagnosesValid: Rule = (draft, context) => {
  const source = librarySource(context);
  const findings: Finding[] = [];
  const known = draft.diagnoses.filter(({ code }) => {
    const record = context.library.findDiagnosis(code);
    if (record?.billable === true) return true;
    findings.push(
      finding('dx-valid', 'F', source, 'ICD-10-CM', `${code} is not a billable diagnosis of the library`, [code]),
    );
    return false;
  });
  const certain = known.filter(({ code, evidence }) => {
    if (!evidence.every(({ quote }) => isUncertain({ normal: normalize(quote) }))) return true;
    findings.push(
      finding(
        'dx-uncertain',
        'F',
        source,
        'ICD-10-CM Guidelines IV.H',
        `${code} is documented as uncertain and is not coded`,
        [code],
      ),
    );
    return false;
  });
  if (context.extract.diagnoses.some(isUncertain)) {
    findings.push(
      finding(
        'dx-uncertain',
        'W',
        source,
        'ICD-10-CM Guidelines IV.H',
        'an uncertain diagnosis of the list was not coded',
        [],
      ),
    );
  }
  const diagnoses = certain.slice(0, MOST_DIAGNOSES);
  return { draft: withPointers({ ...draft, diagnoses }), findings };
};

function withPointers(draft: Draft): Draft {
  const listed = draft.diagnoses.map(({ code }) => code);
  return mapLines(draft, (line) => {
    const own = line.dx.filter((code) => listed.includes(code));
    const dx: readonly DiagnosisCode[] = own.length > 0 ? own : listed;
    return { ...line, dx: dx.slice(0, MOST_POINTERS) };
  });
}
