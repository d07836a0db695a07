import type { ClaimLine } from '../../model/draft.ts';
import { findAll, quotesOfHits } from '../../visits/find-cues.ts';
import { visitLines } from '../../visits/parts.ts';
import { UNRELATED } from '../../visits/place-table.ts';
import { visitFamilyOf } from '../../visits/visit-codes.ts';
import { criterion, criterionFrom, refusalOf, rubricOf } from '../modifiers/criteria.ts';
import { judgeModifier } from '../modifiers/judge-modifier.ts';
import { librarySource, mapLines, type Rule, type RuleContext } from '../rule.ts';

const AUTHORITY =
  'CMS PFS final rule 2022; Claims Processing Manual ch. 12, 30.6.12 (critical care in a global period, FT)';

/** FT, for Medicare: critical care by the surgeon inside his global period, for something else than the operation. */
export const unrelatedCriticalCare: Rule = (draft, context) => {
  const prior = context.settings.priorOperation?.value;
  const unrelated = unrelatedIn(context);
  const ruling = judgeModifier(draft, {
    rule: 'unrelated-critical-care',
    source: librarySource(context),
    refusal: 'F',
    read: (line) => {
      if (visitFamilyOf(line.code) !== 'critical-care') return undefined;
      const isThere = line.modifiers.includes('FT');
      const isSuggested = context.settings.payer.value === 'medicare' && prior?.surgeon === 'own';
      if (!isThere && !isSuggested) return undefined;
      const isTold = prior?.relation === undefined ? undefined : prior.relation === 'unrelated';
      const relation = 'critically ill for something else than the operation';
      return rubricOf(
        'FT',
        line,
        [
          criterion('inside the global period of an operation', prior === undefined ? undefined : true, prior?.quote),
          unrelated.length > 0 ? criterionFrom(relation, unrelated) : criterion(relation, isTold),
        ],
        AUTHORITY,
      );
    },
    refuse: refusalOf,
    ask: () => ({
      id: 'visit-critical-reason',
      to: 'surgeon',
      quote: prior?.quote,
      text: 'What was the patient critically ill with, and how does it relate to the operation before?',
      options: ['related to the operation', 'another cause: ____', 'other / cannot be determined'],
      ifThen: 'another cause: FT on the critical care; related: it lies inside the global period',
      holds: [],
    }),
  });
  const refused = ruling.draft.rubrics.filter(({ modifier, verdict }) => modifier === 'FT' && verdict === 'not earned');
  const isRelated = ({ code }: ClaimLine): boolean => refused.some((rubric) => rubric.code === code);
  const held = mapLines(ruling.draft, (line) => (isRelated(line) ? { ...line, held: line.held ?? INSIDE } : line));
  return { ...ruling, draft: held };
};

/** A complication by the surgeon's own hand is part of the package (Claims Processing Manual ch. 12, 40.1). */
const INSIDE = 'critical care for the operation itself lies inside its global period';

function unrelatedIn({ extract }: RuleContext) {
  return quotesOfHits(findAll(visitLines(extract), UNRELATED), extract);
}
