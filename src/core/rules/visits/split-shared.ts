import type { ClaimLine, Question } from '../../model/draft.ts';
import { type VisitFamily, visitFamilyOf } from '../../visits/visit-codes.ts';
import { criterion, criterionFrom, refusalOf, rubricOf } from '../modifiers/criteria.ts';
import { judgeModifier, type ModifierJudge } from '../modifiers/judge-modifier.ts';
import { librarySource, type Rule, type RuleContext } from '../rule.ts';
import { told } from '../told.ts';

const AUTHORITY = '42 CFR 415.140; CMS Claims Processing Manual ch. 12, 30.6.18 (split or shared visits)';
const SHARED =
  /\b(split shared|split or shared|shared visit|seen (together|jointly) with .{0,40}\b(np|pa|nurse practitioner|physician assistant|app)|(np|pa|nurse practitioner|physician assistant|app) .{0,60}\b(and i (both )?saw|shared))\b/;
const PHYSICIAN =
  /\bi (have |also |personally )*(saw|seen|examined|evaluated|performed|reviewed|made|spent|discussed|agree)\b/;
const SUBSTANTIVE =
  /\b(substantive portion|more than half|majority of the (total )?time|i (personally )?(made|performed|developed|approved) .{0,30}\b(decision|plan|mdm|management)|i (personally )?performed the (medical decision making|mdm|substantive))\b/;
const OUTSIDE: readonly VisitFamily[] = ['office-new', 'office-established', 'home-new', 'home-established'];

/** FS, for Medicare: a visit in a facility shared with an NP or PA, billed by who did more than half or the decisions. */
export const splitShared: Rule = (draft, context) => judgeModifier(draft, judgeFor(context));

function judgeFor(context: RuleContext): ModifierJudge {
  const { extract, settings } = context;
  const shared = told(extract, SHARED);
  const substantive = told(extract, SUBSTANTIVE);
  return {
    rule: 'split-shared',
    source: librarySource(context),
    refusal: 'F',
    read: (line) => {
      const family = visitFamilyOf(line.code);
      const isThere = line.modifiers.includes('FS');
      const isSuggested = shared.length > 0 && settings.payer.value === 'medicare';
      if (family === undefined || !(isThere || isSuggested) || line.parent !== undefined) return undefined;
      const isFacility = settings.place.value === 'facility' && !OUTSIDE.includes(family);
      if (!isThere && !isFacility) return undefined;
      return rubricOf(
        'FS',
        line,
        [
          criterion('seen in a facility, not in an office', isFacility),
          criterionFrom('two clinicians of one group saw the patient', shared),
          criterionFrom('the physician tells his own part', told(extract, PHYSICIAN)),
          criterionFrom('who did more than half of the time, or the decisions', substantive),
        ],
        AUTHORITY,
      );
    },
    refuse: refusalOf,
    ask: (_, line) => question(line),
  };

  function question({ code }: ClaimLine): Question {
    return {
      id: 'visit-shared',
      to: 'surgeon',
      quote: shared[0],
      text: 'Two clinicians took part in this visit. What did each of you do, and who spent more than half of the time or made the decisions?',
      options: ['I did, as follows: ____', 'my colleague did', 'other / cannot be determined'],
      ifThen: `the physician: ${code} with FS in his name; the colleague: ${code} with FS in the colleague's name`,
      holds: [],
    };
  }
}
