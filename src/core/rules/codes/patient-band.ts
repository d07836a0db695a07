import { fitsPatient } from '../../retrieve/family-grid.ts';
import { finding, librarySource, type Rule, withoutLines } from '../rule.ts';

/** The patient's documented age and sex lie in the band of every code. */
export const patientBand: Rule = (draft, context) => {
  const outside = draft.lines.filter(({ code }) => {
    const record = context.library.find(code);
    return record !== undefined && !fitsPatient(record, context.extract);
  });
  return {
    draft: withoutLines(
      draft,
      outside.map((line) => ({ line, reason: 'the documented age or sex is outside the band of this code' })),
    ),
    findings: outside.map(({ code }) =>
      finding(
        'patient-band',
        'F',
        librarySource(context),
        'code definition',
        `${code} does not fit the documented age or sex`,
        [code],
      ),
    ),
  };
};
