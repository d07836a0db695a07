import type { ClaimLine, Criterion, Evidence, Question } from '../../model/draft.ts';
import { feeOf, finding, librarySource, type Rule, type RuleContext, sourceOf } from '../rule.ts';
import { told } from '../told.ts';
import { criterion, criterionFrom, refusalOf, rubricOf } from './criteria.ts';
import { judgeInTurn, type ModifierJudge } from './judge-modifier.ts';

const AUTHORITY =
  'Medicare Claims Processing Manual ch. 12, 40.2-40.4; CY 2025 physician fee schedule final rule (modifier 54, G0559)';

/** Somebody else does the care after the operation, formally or not. */
const GIVEN_AWAY: readonly RegExp[] = [
  /\btransfer of (the )?(post ?op\w* )?care\b|\bcare (was|is|will be|has been) transferred\b|\bco ?manag\w*\b/,
  /\bpost ?op(erative)? (care|follow ?up|management|visits?) (\w+ ){0,3}(provided|rendered|managed|given|assumed|taken over|continue[sd]?|done|by|with) (\w+ ){0,4}(optomet\w*|ophthalm\w*|orthop\w*|surgeon|physician|doctor|dr|clinic|home|local)\b/,
  /\bfollow ?(ed )?up (will be |is |to be )?(with|by) (an?|the|his|her|their) (own |local |home |outside |regular |referring )+(optomet\w*|ophthalm\w*|orthop\w*|surgeon|physician|doctor|pcp|primary)\b/,
  /\bwill be followed (up )?by (an?|the|his|her|their) (own |local |home |outside |referring )+\w+/,
];
/** The emergency physician sets the fracture, the orthopedist sees it heal. */
const REFERRED =
  /\b(follow ?up|referred|refer) (\w+ ){0,3}(with|to|by) (\w+ ){0,3}(orthop\w*|hand (surgeon|surgery|clinic)|fracture clinic|specialist)\b/;
const EMERGENCY = /\b(emergency (department|room|physician|medicine)|\bed\b)/;
const FRACTURE_CARE = /^2[1-8]\d{3}$/;
const KEPT =
  /\b(follow ?up|see (him|her|me|them)|return|seen) (\w+ ){0,4}(with me|in my (office|clinic)|in our (office|clinic)|with us|back in (my|our))\b/;
const WRITTEN =
  /\b(transfer of (the )?care|care (was|has been) transferred|transfer (agreement|letter)|co ?management agreement)\b/;
const AFTER_ONLY = 'G0559';

/** 54, 55 and 56: who operates, who does the care before and after; since 2025 54 too when the other is only expected. */
export const splitCare: Rule = (draft, context) => {
  const reading = readCare(context);
  const ruling = judgeInTurn(draft, [
    operationOnly(reading, context),
    careAfter(reading, context),
    careBefore(context),
  ]);
  const findings = draft.lines.flatMap((line) => (line.code === AFTER_ONLY ? addOnFindings(reading, context) : []));
  return { draft: ruling.draft, findings: [...ruling.findings, ...findings] };
};

interface Care {
  readonly givenAway: readonly Evidence[];
  readonly kept: readonly Evidence[];
  readonly written: readonly Evidence[];
  readonly referred: readonly Evidence[];
}

function readCare({ extract }: RuleContext): Care {
  const isEmergency = EMERGENCY.test(extract.normal.replace(/ +/g, ' '));
  return {
    givenAway: GIVEN_AWAY.flatMap((pattern) => told(extract, pattern)),
    kept: told(extract, KEPT),
    written: told(extract, WRITTEN),
    referred: isEmergency ? told(extract, REFERRED) : [],
  };
}

function operationOnly({ givenAway, kept, referred }: Care, context: RuleContext): ModifierJudge {
  return {
    rule: 'operation-only',
    source: sourceOf('pfs', context),
    refusal: 'W',
    refuse: refusalOf,
    read: (line) => {
      const quotes = FRACTURE_CARE.test(line.code) ? [...givenAway, ...referred] : givenAway;
      const isThere = line.modifiers.includes('54');
      if (line.modifiers.includes('55') || line.modifiers.includes('56')) return undefined;
      if (!isThere && (quotes.length === 0 || kept.length > 0 || feeOf(line.code, context)?.globalDays !== '090'))
        return undefined;
      const expected = criterionFrom('somebody else expected to do the care after it', quotes, kept);
      return rubricOf('54', line, [...packageCriterion(line, context), expected], AUTHORITY);
    },
    ask: ({ code }) => careQuestion(code, kept[0]),
  };
}

/** Only a package of days after the operation can be split. */
function packageCriterion({ code }: ClaimLine, context: RuleContext): Criterion[] {
  const days = feeOf(code, context)?.globalDays;
  return days === undefined ? [] : [criterion('a global period of 10 or 90 days', days === '090' || days === '010')];
}

function careAfter({ written }: Care, context: RuleContext): ModifierJudge {
  return {
    rule: 'care-after',
    source: sourceOf('pfs', context),
    refusal: 'F',
    refuse: refusalOf,
    read: (line) =>
      line.modifiers.includes('55')
        ? rubricOf(
            '55',
            line,
            [...packageCriterion(line, context), criterionFrom('a written transfer of care, with its day', written)],
            AUTHORITY,
          )
        : undefined,
    ask: ({ code }) => ({
      id: `care-after.${code}`,
      to: 'sender',
      quote: undefined,
      text: 'Is there a written transfer of care from the surgeon, and from which day was the care assumed?',
      options: ['yes, from day: ____', 'no'],
      ifThen: `With it: ${code}-55 with the days of care. Without it visits after the operation are billed as visits, ${AFTER_ONLY} once beside one of them.`,
      holds: [code],
    }),
  };
}

function careBefore(context: RuleContext): ModifierJudge {
  return {
    rule: 'care-before',
    source: sourceOf('pfs', context),
    refusal: 'W',
    refuse: refusalOf,
    read: (line) => {
      if (!line.modifiers.includes('56')) return undefined;
      const only = criterionFrom(
        'only the care before the operation given',
        told(
          context.extract,
          /\bpre ?op(erative)? (care|management|evaluation) only\b|\bonly (the )?pre ?op(erative)? care\b/,
        ),
      );
      return rubricOf('56', line, [...packageCriterion(line, context), only], AUTHORITY);
    },
    ask: ({ code }) => careQuestion(code, undefined),
  };
}

function careQuestion(code: ClaimLine['code'], quote: Evidence | undefined): Question {
  return {
    id: `split-care.${code}`,
    to: 'sender',
    quote,
    text: 'Who does the care after this operation: the surgeon and the group, or somebody outside it?',
    options: ['the surgeon or the group', 'somebody outside, by written transfer', 'somebody outside, without one'],
    ifThen: `Somebody outside: ${code}-54. The surgeon or the group: ${code} without it.`,
    holds: [],
  };
}

/** G0559: once in a global period, by somebody who neither operated nor took the care over in writing. */
function addOnFindings({ written }: Care, context: RuleContext) {
  const told = (severity: 'F' | 'W', text: string) => [
    finding('post-operative-add-on', severity, librarySource(context), AUTHORITY, text, [AFTER_ONLY]),
  ];
  const prior = context.settings.priorOperation?.value;
  if (prior?.surgeon === 'own')
    return told('F', `${AFTER_ONLY} is for somebody outside the surgeon's group; here the operation was your own`);
  if (written.length > 0)
    return told('F', `${AFTER_ONLY} does not go with a written transfer of care: the operation's code with 55`);
  if (prior === undefined)
    return told('W', `${AFTER_ONLY} needs an operation of 90 global days by another surgeon; none is told`);
  const days = prior.daysBefore;
  return days !== undefined && days > 90
    ? told('F', `${AFTER_ONLY} within 90 days of the operation only; it is day ${days}`)
    : [];
}
