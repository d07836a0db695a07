import type { ClaimLine } from '../../model/draft.ts';
import { levelVisit } from '../../visits/level-visit.ts';
import { feeOf, finding, librarySource, type Rule, type RuleContext, sourceOf, withoutLines } from '../rule.ts';
import { told } from '../told.ts';
import { linesOfFamilies } from './visit-of.ts';

const AUTHORITY = 'CMS Claims Processing Manual ch. 12, 30.6.10; CPT consultation guidelines';
const REQUEST =
  /\b(request(ed)?|referr(ed|al|ing)|asked (to see|to evaluate|for)|consult(ed|ation)? (was )?(requested|called|placed|for|by)|in consultation|thank you for)\b/;

/** Consultations are not for Medicare since 2010; elsewhere they need a request by somebody, written down. */
export const consultPayer: Rule = (draft, context) => {
  const lines = linesOfFamilies(draft, ['consult-office', 'consult-hospital']);
  if (lines.length === 0) return { draft, findings: [] };
  if (context.settings.payer.value === 'medicare') {
    const dropped = lines.map((line) => ({ line, reason: `Medicare takes no consultations${insteadOf(context)}` }));
    return {
      draft: withoutLines(draft, dropped),
      findings: dropped.map(({ line, reason }) =>
        finding('consult-payer', 'F', sourceFor(line, context), AUTHORITY, `${line.code}: ${reason}`, [line.code]),
      ),
    };
  }
  if (told(context.extract, REQUEST).length > 0) return { draft, findings: [] };
  return {
    draft,
    findings: lines.map(({ code }) =>
      finding(
        'consult-payer',
        'W',
        librarySource(context),
        AUTHORITY,
        `${code} needs the request for the consultation and who made it; the note does not tell it`,
        [code],
      ),
    ),
  };
};

/** The visit that the place and the level of this note come to. */
function insteadOf({ extract, settings }: RuleContext): string {
  const code = levelVisit(extract, settings)?.codes[0]?.code;
  return code === undefined ? ': bill the visit of the place' : `: bill ${code}`;
}

function sourceFor({ code }: ClaimLine, context: RuleContext) {
  return feeOf(code, context)?.status === 'I' ? sourceOf('pfs', context) : librarySource(context);
}
