import type { ClaimLine, Criterion, Rubric } from '../../model/draft.ts';
import { type Rule, type RuleContext, sourceOf } from '../rule.ts';
import { told } from '../told.ts';
import { criterion, criterionFrom } from './criteria.ts';

const AUTHORITY = 'NCCI Policy Manual ch. 1, E; Medicare Claims Processing Manual ch. 23, 20.9.1';

const SEPARATE: readonly string[] = ['59', 'XE', 'XS', 'XP', 'XU'];
const ENCOUNTER =
  /\b(later (that|the same) (day|evening|afternoon)|separate (session|encounter|occasion)|(second|another) (session|encounter)|returned later)\b/;
const PLACE =
  /\b(separate|different|another|distinct|second) (site|location|organ|structure|segment|lobe|compartment|area|level|joint|vessel|lesion|wound|laceration|mass|polyp|side)s?\b/;
const INCISION = /\b(separate|second|different|another|counter) (stab |skin )?(incision|port|puncture|access)\b/;
const PRACTITIONER = /\b(performed|done) by (dr|another|a different) \w+/;

/**
 * What the note tells of a line that stands with 59 or an X modifier after the pairs were judged: read only, one
 * criterion is enough. A pair that was judged has told its own.
 */
export const separateService: Rule = (draft, context) => {
  // Without a loaded edition nobody knows whether the line needs it.
  const isUnchecked = sourceOf('ptp', context).state === 'not-checked';
  const rubrics = draft.lines.flatMap((line): Rubric[] => {
    const modifier = line.modifiers.find((each) => SEPARATE.includes(each));
    const isJudged = draft.rubrics.some(({ code, modifier: of }) => code === line.code && SEPARATE.includes(of));
    if (modifier === undefined || isJudged) return [];
    const rubric = rubricFor(modifier, line, context);
    return isUnchecked && rubric.verdict === 'open' ? [] : [rubric];
  });
  return { draft: { ...draft, rubrics: [...draft.rubrics, ...rubrics] }, findings: [] };
};

function rubricFor(modifier: string, line: ClaimLine, context: RuleContext): Rubric {
  const criteria = criteriaOf(line, context);
  const verdict = criteria.some(({ state }) => state === 'met') ? 'earned' : 'open';
  return { modifier, code: line.code, verdict, criteria, authority: AUTHORITY };
}

function criteriaOf(line: ClaimLine, { extract, library }: RuleContext): Criterion[] {
  const own = (pattern: RegExp) =>
    told(extract, pattern).filter(({ start, end }) =>
      line.evidence.some((quote) => quote.start < end && start < quote.end),
    );
  const target = library.find(line.code)?.target;
  const isThing = target === 'lesion' || target === 'skinGroup' || target === 'level' || target === 'vessel';
  const proof = isThing ? line.evidence[1] : undefined;
  return [
    criterionFrom('another session of the day (XE)', own(ENCOUNTER)),
    proof === undefined
      ? criterionFrom('another site, organ or lesion (XS)', own(PLACE))
      : criterion('another site, organ or lesion (XS)', true, proof),
    criterionFrom('an incision of its own', own(INCISION)),
    criterionFrom('another practitioner (XP)', own(PRACTITIONER)),
  ];
}
