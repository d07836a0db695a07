import { isDrugCode } from '../../drugs/drug-code.ts';
import { finding, librarySource, type Rule, withoutLines } from '../rule.ts';
import { DRUG_MANUAL } from './claim-manual.ts';

/** In a facility the drug is the facility's: a physician bills it in the office only. */
export const drugPlace: Rule = (draft, context) => {
  if (context.settings.place.value === 'office') return { draft, findings: [] };
  const dropped = draft.lines
    .filter(({ code }) => isDrugCode(code, context.library))
    .map((line) => ({ line, reason: 'in a facility the drug is the facility’s; in an office it is billed' }));
  return {
    draft: withoutLines(draft, dropped),
    findings: dropped
      .filter(({ line }, at) => dropped.findIndex((other) => other.line.code === line.code) === at)
      .map(({ line, reason }) =>
        finding('drug-place', 'F', librarySource(context), DRUG_MANUAL, `${line.code} left out: ${reason}`, [
          line.code,
        ]),
      ),
  };
};
