import { type VisitFamily, visitFamilyOf } from '../../visits/visit-codes.ts';
import { criterionFrom, refusalOf, rubricOf } from '../modifiers/criteria.ts';
import { judgeModifier } from '../modifiers/judge-modifier.ts';
import { librarySource, type Rule } from '../rule.ts';
import { told } from '../told.ts';

const AUTHORITY = 'CMS Claims Processing Manual ch. 12, 30.6.9.1 and 30.6.10 (principal physician of record, AI)';
const FIRST_VISITS: readonly VisitFamily[] = ['hospital-initial', 'nursing-initial'];
const IN_CHARGE =
  /\b((admit(ted)?|admission) (\w+ ){0,4}(to|under|on) (my|our) (service|care)|under my (service|care)|i (will |am |have |was )*(admit(ted|ting)?|be the attending)|(principal|attending) physician of record|attending of record|i am the (attending|admitting|principal) physician|to our service)\b/;
const ASKED = /\b(consult(ation|ed|ing)?|at the request of|asked to see|co ?management)\b/;

/** AI, for Medicare: the first visit of the one who oversees the stay; everybody else's first visit goes without. */
export const principalPhysician: Rule = (draft, context) => {
  const inCharge = told(context.extract, IN_CHARGE);
  const asked = told(context.extract, ASKED, { sections: ['lead', 'title', 'history'] });
  const isMedicare = context.settings.payer.value === 'medicare';
  return judgeModifier(draft, {
    rule: 'principal-physician',
    source: librarySource(context),
    refusal: 'W',
    read: (line) => {
      const family = visitFamilyOf(line.code);
      const isThere = line.modifiers.includes('AI');
      const isSuggested = isMedicare && inCharge.length > 0 && asked.length === 0;
      if (family === undefined || !FIRST_VISITS.includes(family) || !(isThere || isSuggested)) return undefined;
      const against = inCharge.length > 0 ? [] : asked;
      return rubricOf(
        'AI',
        line,
        [criterionFrom('admits the patient and oversees the stay', inCharge, against)],
        AUTHORITY,
      );
    },
    refuse: refusalOf,
  });
};
