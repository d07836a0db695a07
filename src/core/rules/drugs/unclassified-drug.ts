import { drugsIn } from '../../drugs/names.ts';
import { finding, librarySource, mapLines, type Rule } from '../rule.ts';
import { DRUG_MANUAL } from './claim-manual.ts';

/** Codes for drugs that have no code of their own. */
const UNCLASSIFIED: ReadonlySet<string> = new Set(['J3490', 'J3590', 'J7999', 'J8999', 'J9999', 'C9399']);
/** Compounded from a licensed drug: payers differ, and the drug's own name proves nothing. */
const COMPOUNDED = 'J7999';

/** A drug with a code of its own is never billed as unclassified. */
export const unclassifiedDrug: Rule = (draft, context) => {
  const { extract, library, settings } = context;
  if (!draft.lines.some(({ code }) => UNCLASSIFIED.has(code))) return { draft, findings: [] };
  const named = drugsIn(extract.text, library, settings.dateOfService.value);
  const other = named.find(({ drug }) => !draft.lines.some(({ code }) => code === drug.code))?.drug;
  const held = mapLines(draft, (line) => {
    if (!UNCLASSIFIED.has(line.code) || line.code === COMPOUNDED || other === undefined) return line;
    return { ...line, held: line.held ?? `${other.names[0] ?? 'the drug'} has a code of its own, ${other.code}` };
  });
  return {
    draft: held,
    findings: draft.lines
      .filter(({ code }) => UNCLASSIFIED.has(code))
      .map(({ code }) =>
        other === undefined || code === COMPOUNDED
          ? finding(
              'unclassified-drug',
              'W',
              librarySource(context),
              DRUG_MANUAL,
              `${code}: name, dose and NDC go with the claim`,
              [code],
            )
          : finding(
              'unclassified-drug',
              'F',
              librarySource(context),
              DRUG_MANUAL,
              `${code}: ${other.names[0] ?? 'the drug'} has a code of its own, ${other.code}`,
              [code, other.code],
            ),
      ),
  };
};
