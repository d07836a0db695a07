import type { SectionKind } from '../../extract/note-extract.ts';
import type { ClaimLine, Criterion, Draft, Evidence, Question, Rubric } from '../../model/draft.ts';
import { feeOf, librarySource, type Rule, type RuleContext } from '../rule.ts';
import { told } from '../told.ts';
import { criterion, criterionFrom, refusalOf, rubricOf } from './criteria.ts';
import { judgeModifier } from './judge-modifier.ts';
import { isVisit } from './visit-codes.ts';

const AUTHORITY = 'CPT modifier 22; Medicare Claims Processing Manual ch. 12, 20.4.6 and 40.2';

const HARD = '(?:difficult|complex|tedious|time consuming|laborious|challenging|lengthy)';
const VERY =
  '(?:very|extremely|exceedingly|unusually|extraordinarily|significantly|markedly|considerably|much more|far more)';
const AMOUNT = '(?:\\d+|half|one|two|three|four|several)';
/** The note itself claims work clearly beyond the usual for the whole operation: one hard step is part of many. */
const CLAIMED: readonly RegExp[] = [
  /\bmodifier 22\b|\b22 modifier\b/,
  new RegExp(
    `\\b(?:case|procedure|operation|surgery) (?:also )?(?:was|became|proved|turned out|wound up being|ended up being)(?: \\w+){0,3}? ${VERY} (?:more )?${HARD}`,
  ),
  new RegExp(
    `\\b(?:longer|more (?:time|work|effort|${HARD})|greater (?:time|work|effort))(?: \\w+)? than (?:is |was |initially |my |the )?(?:usual|normal|typical|average|expected|anticipated)\\b`,
  ),
  /\badd(?:ed|ing) (?:\w+ ){0,4}to the (?:complexity|difficulty|length|duration|time)(?: and \w+)? of (?:the|this) (?:case|procedure|operation|surgery)\b/,
  new RegExp(
    `\\b(?:added|additional|extra) ${AMOUNT} (?:\\w+ )?(?:minutes?|hours?) (?:\\w+ ){0,4}(?:operat\\w*|dissect\\w*|work|case|procedure|surg\\w*)\\b`,
  ),
  /\b(?:twice|double|triple|three times) (?:as long|the (?:usual|normal|typical|average))\b/,
  /\bcompared (?:with|to) (?:my|our|the) usual\b/,
  /\bprolonged (?:procedure|operation|case|surgery)\b/,
];
/** Very hard because of something, said in the title. */
const TITLED = new RegExp(`\\b${VERY} ${HARD} (?:due to|because of|given)\\b`);
const REASON =
  /\b(adhesions?|adhesiolysis|scar\w*|fibros\w*|radiation|irradiat\w*|chemotherapy|inflam\w*|bleeding|hemorrhag\w*|distort\w*|anomal\w*|aberrant|calcif\w*|densit\w*|dense|previous (?:surger\w*|operations?)|prior (?:surger\w*|operations?)|re ?operati\w*|infect\w*|necro\w*|cancellous|large size|piecemeal|dissected)\b/;
const BODY_SIZE = /\b(obes\w*|bmi|body habitus|patient s size|morbid\w*)\b/;
const AGAINST_USUAL: readonly RegExp[] = [
  new RegExp(
    `\\b${AMOUNT} (?:\\w+ ){0,3}(?:minutes?|hours?|percent) (?:\\w+ ){0,3}(?:longer|more|beyond|extra|compared|instead)\\b`,
  ),
  new RegExp(`\\b(?:added|additional|extra) ${AMOUNT} (?:\\w+ )?(?:minutes?|hours?)\\b`),
  /\b(?:twice|double|triple|three times) (?:as long|the (?:usual|normal|typical|average) (?:time|length))\b/,
  /\b(?:minutes?|hours?) (?:\w+ ){0,3}(?:compared (?:with|to)|as opposed to|rather than|instead of|versus) (?:\w+ ){0,3}(?:usual|normal|typical|average|\d+)\b/,
];
const TOLD: readonly SectionKind[] = [
  'title',
  'lead',
  'history',
  'body',
  'findings',
  'other',
  'postop-diagnosis',
  'anesthesia',
];
/** Statements around the claim in which its reason may stand. */
const REACH = 3;

interface Reading {
  readonly claimed: Evidence | undefined;
  readonly reason: readonly Evidence[];
  readonly bodySize: readonly Evidence[];
  readonly againstUsual: readonly Evidence[];
}

/** 22: work clearly greater than usual, with its reason and the time or effort against the usual. Never from size or approach alone. */
export const greaterWork: Rule = (draft, context) => {
  const reading = readNote(context);
  const [principal] = principalFirst(draft, context);
  return judgeModifier(draft, {
    rule: 'greater-work',
    source: librarySource(context),
    refusal: 'W',
    refuse: refusalOf,
    read: (line) => {
      const isThere = line.modifiers.includes('22');
      if (!isThere && (line !== principal || reading.claimed === undefined)) return undefined;
      return rubricOf('22', line, criteriaOf(line, isThere, reading), AUTHORITY);
    },
    ask: (rubric) => questionOf(rubric, reading),
  });
};

function readNote({ extract }: RuleContext): Reading {
  const where = { sections: TOLD };
  const [claimed] = [
    ...CLAIMED.flatMap((pattern) => told(extract, pattern, where)),
    ...told(extract, TITLED, { sections: ['title'] }),
  ];
  const home = extract.statements.find(
    ({ start, end }) => claimed !== undefined && start <= claimed.start && claimed.start < end,
  );
  const near = {
    ...extract,
    statements: extract.statements.filter(({ index }) => home !== undefined && Math.abs(index - home.index) <= REACH),
  };
  return {
    claimed,
    reason: told(home === undefined ? extract : near, REASON),
    bodySize: told(home === undefined ? extract : near, BODY_SIZE),
    againstUsual: AGAINST_USUAL.flatMap((pattern) => told(extract, pattern, where)),
  };
}

/** The operation that the whole case is named for: the one that is worth most. */
function principalFirst({ lines }: Draft, context: RuleContext): ClaimLine[] {
  const worth = ({ code }: ClaimLine): number => feeOf(code, context)?.totalFacilityRvu ?? 0;
  return lines
    .filter(({ code }) => !isVisit(code) && context.library.find(code)?.role !== 'addOn')
    .toSorted((one, other) => worth(other) - worth(one));
}

function criteriaOf({ code }: ClaimLine, isThere: boolean, reading: Reading): Criterion[] {
  if (isVisit(code)) return [criterion('a procedure, not a visit', false)];
  const { reason, bodySize, againstUsual } = reading;
  const isSizeAlone = reason.length === 0 && bodySize.length > 0 && againstUsual.length === 0;
  const criteria = [
    isSizeAlone
      ? criterion('a reason beyond the size of the patient', isThere ? false : undefined, bodySize[0])
      : criterionFrom('a reason for more work than usual', [...reason, ...bodySize]),
    criterionFrom('time or effort against the usual operation', againstUsual),
  ];
  return isThere ? criteria : [...criteria, criterion('a statement of its own for the payer', undefined)];
}

/** What the surgeon knows; where the note has it all, only the statement is missing, which the sender knows. */
function questionOf({ code, criteria }: Rubric, { claimed, reason, againstUsual }: Reading): Question {
  const isTold = criteria.slice(0, 2).every(({ state }) => state === 'met');
  const quote = claimed ?? againstUsual[0] ?? reason[0];
  const ifThen = `Work clearly greater than usual (payers look for about 25 %) with its reason: ${code}-22, with the note and a short statement. Otherwise ${code} stands as it is.`;
  if (isTold) {
    return {
      id: 'greater-work.statement',
      to: 'sender',
      quote,
      text: 'The note gives a reason and the time against the usual. Is a short statement for the payer written, with both?',
      options: ['yes, it goes with the claim', 'no'],
      ifThen,
      holds: [],
    };
  }
  return {
    id: 'greater-work',
    to: 'surgeon',
    quote,
    text: 'Please record the total operative time and how it compares with your usual operation of this extent.',
    options: [
      'total time ____ ; usual time ____ ; reason for the difference ____',
      'not different from usual',
      'other / cannot be determined',
    ],
    ifThen,
    holds: [],
  };
}
