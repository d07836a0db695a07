import type { ClaimLine, Criterion, Draft, Evidence, Question, Rubric } from '../../model/draft.ts';
import { decisionLines, marksOf, type Part, visitLines } from '../../visits/parts.ts';
import { feeOf, type Rule, type RuleContext, sourceOf } from '../rule.ts';
import { told } from '../told.ts';
import { criterion, criterionFrom, refusalOf, rubricOf } from './criteria.ts';
import { judgeInTurn, type ModifierJudge } from './judge-modifier.ts';
import { isVisit } from './visit-codes.ts';

const AUTHORITY = 'Medicare Claims Processing Manual ch. 12, 30.6.6 and 40.2; NCCI Policy Manual ch. 1, D';

const HERE_FOR =
  /\b(here|presents?|returns?|comes? in|scheduled|brought in) (today )?for (his |her |a |the |an )?(scheduled |planned |repeat |next |second |third |elective )+(\w+ ){0,4}(injection|procedure|excision|biopsy|removal|treatment|debridement|surgery|operation)\b/;
const BESIDE =
  /\b(in addition|separately|unrelated|also (complains|evaluated|addressed|discussed|reports|mentions)|separate (problem|issue|concern|complaint)|another (problem|issue|concern|complaint)|new (problem|complaint|concern)|separately identifiable)\b/;
/** Care that a procedure does not bring with it. */
const MANAGED =
  /\b(prescri\w+|antibiotics?|start(ed)? on|admit\w*|admission|consult\w*|referr?\w*|ordered|laborator\w*|labs|cultures?|ct|mri|increase[ds]?|adjust\w*|titrat\w*|blood pressure|diabet\w*|hypertension)\b/;
const DECIDED =
  /\b(decision|decided|elected|opted|agree[sd]?|wish(es)?|recommend(ed)?|advised|consent(ed|s)?|plan) (\w+ ){0,8}(surg\w*|operat\w*|\w+ectomy|\w+plasty|\w+otomy|\w+ostomy|repair|fixation|reduction|or)\b|\b(needs?|requires?|take|taken) (\w+ ){0,4}(surgery|operation|operative|operating room)\b/;
const DECIDED_BEFORE =
  /\b(pre ?op(erative)? (visit|clearance|exam\w*|check|history and physical|h p)|(here|presents) for (his|her|the) (scheduled|planned|elective) (surgery|operation|procedure)|surgery (was|is|had been) (already )?(scheduled|decided|planned) (at|on|last|weeks?|before))\b/;

const DECIDING: readonly Part[] = ['assessment', 'decision', 'plan'];

/**
 * 25 for a visit with work of its own beside a minor procedure, or one that an NCCI edit pairs with it; 57 for the visit
 * at which an operation of 90 global days was decided, on its day or the day before. Neither belongs on a procedure.
 */
export const visitBeside: Rule = (draft, context) =>
  judgeInTurn(draft, [separateVisit(context), decisionVisit(context)]);

interface Beside {
  readonly minor: readonly ClaimLine[];
  readonly major: readonly ClaimLine[];
  readonly paired: readonly ClaimLine[];
}

/** The procedures of the claim as the visit meets them; undefined where no fee schedule tells. */
function proceduresBeside(visit: ClaimLine, { lines }: Draft, context: RuleContext): Beside | undefined {
  if (sourceOf('pfs', context).state === 'not-checked') return undefined;
  const others = lines.filter(({ code }) => !isVisit(code) && context.library.find(code)?.role !== 'addOn');
  const globalOf = ({ code }: ClaimLine): string | undefined => feeOf(code, context)?.globalDays;
  const isPaired = ({ code }: ClaimLine): boolean =>
    context.official.pairs.some(
      ({ column1, column2, indicator, deletedOn }) =>
        column1 === code &&
        column2 === visit.code &&
        indicator === '1' &&
        (deletedOn === undefined || deletedOn >= context.settings.dateOfService.value),
    );
  return {
    minor: others.filter((line) => globalOf(line) === '000' || globalOf(line) === '010'),
    major: others.filter((line) => globalOf(line) === '090'),
    paired: others.filter(isPaired),
  };
}

function onVisit(modifier: string, { code }: ClaimLine): Criterion {
  return criterion(`on a visit (${modifier} says nothing on a procedure)`, isVisit(code));
}

function separateVisit(context: RuleContext): ModifierJudge {
  const own = ownWork(context);
  return {
    rule: 'separate-visit',
    source: sourceOf('pfs', context),
    refusal: 'F',
    refuse: refusalOf,
    read: (line, draft) => {
      const isThere = line.modifiers.includes('25');
      if (!isVisit(line.code)) return isThere ? rubricOf('25', line, [onVisit('25', line)], AUTHORITY) : undefined;
      const beside = proceduresBeside(line, draft, context);
      const takes25 = beside === undefined || beside.minor.length + beside.paired.length > 0;
      const hasProcedure = draft.lines.some(({ code }) => !isVisit(code));
      // Without words for it the visit is part of the procedure: nobody is asked to find some.
      if (!isThere && (!hasProcedure || !takes25 || own.state !== 'met')) return undefined;
      return rubricOf('25', line, [...minorCriterion(beside, hasProcedure), own], AUTHORITY);
    },
    ask: ({ code }) => ownWorkQuestion(code, own.quote),
  };
}

function minorCriterion(beside: Beside | undefined, hasProcedure: boolean): Criterion[] {
  if (!hasProcedure) return [criterion('a procedure on the same claim', undefined)];
  if (beside === undefined) return [];
  const [with25] = [...beside.minor, ...beside.paired];
  if (with25 !== undefined)
    return [criterion(`beside ${with25.code}, a minor procedure or one with an edit to the visit`, true)];
  const [major] = beside.major;
  const text =
    major === undefined
      ? 'beside a procedure that the visit is paired with'
      : `beside a minor procedure (${major.code} has 90 global days: 57)`;
  return [criterion(text, false)];
}

/** Work of its own: another problem, or management that the procedure does not bring; not when the visit was for the procedure. */
function ownWork({ extract }: RuleContext): Criterion {
  const text = 'work of its own beyond the procedure';
  const [scheduled] = told(extract, HERE_FOR);
  const beside = told(extract, BESIDE, { states: ['completed', 'historical', 'planned'] });
  if (beside.length > 0) return criterionFrom(text, beside);
  if (scheduled !== undefined) return criterion(text, false, scheduled);
  const parts = new Set(marksOf(extract.text).map(({ part }) => part));
  const decided = decisionLines(visitLines(extract));
  const managed = told(extract, MANAGED).filter(({ start }) =>
    decided.some((line) => line.start <= start && start < line.end),
  );
  const isWhole = parts.has('history') && parts.has('exam') && DECIDING.some((part) => parts.has(part));
  return isWhole ? criterionFrom(text, managed) : criterion(text, undefined);
}

function ownWorkQuestion(code: string, quote: Evidence | undefined): Question {
  return {
    id: `own-work.${code}`,
    to: 'surgeon',
    quote,
    text: 'Please document what was evaluated or managed at this visit beside the procedure.',
    options: [
      'another problem: ____',
      'the same problem, beyond the usual work before and after the procedure: ____',
      'nothing beside the procedure',
      'other / cannot be determined',
    ],
    ifThen: `With work of its own: ${code}-25. Otherwise the visit is part of the procedure.`,
    holds: [],
  };
}

function decisionVisit(context: RuleContext): ModifierJudge {
  return {
    rule: 'decision-visit',
    source: sourceOf('pfs', context),
    refusal: 'F',
    refuse: refusalOf,
    read: (line, draft) => {
      const isThere = line.modifiers.includes('57');
      if (!isVisit(line.code)) return isThere ? rubricOf('57', line, [onVisit('57', line)], AUTHORITY) : undefined;
      const beside = proceduresBeside(line, draft, context);
      const decided = decidedCriterion(context);
      if (!isThere && (beside === undefined || beside.major.length === 0 || decided.state !== 'met')) return undefined;
      return rubricOf('57', line, [...majorCriterion(beside), decided], AUTHORITY);
    },
    ask: decisionQuestion(context),
  };
}

function majorCriterion(beside: Beside | undefined): Criterion[] {
  if (beside === undefined) return [];
  const [major] = beside.major;
  if (major !== undefined) return [criterion(`before ${major.code}, an operation of 90 global days`, true)];
  const [minor] = beside.minor;
  return [
    minor === undefined
      ? criterion('on the day of an operation of 90 global days, or the day before', undefined)
      : criterion(`before an operation of 90 global days (${minor.code} is minor: 25)`, false),
  ];
}

function decidedCriterion({ extract }: RuleContext): Criterion {
  const before = told(extract, DECIDED_BEFORE);
  const decided = told(extract, DECIDED, { states: ['completed', 'planned', 'historical', 'negated'] });
  const text = 'the operation first decided at this visit';
  return before.length > 0 ? criterion(text, false, before[0]) : criterionFrom(text, decided);
}

function decisionQuestion({ extract }: RuleContext): (rubric: Rubric) => Question {
  return ({ code }) => ({
    id: `decision.${code}`,
    to: 'surgeon',
    quote: told(extract, /\b(assessment|impression|plan|diagnosis)\b/)[0],
    text: 'Please document when the operation was first decided.',
    options: ['at this visit', 'at an earlier visit', 'other / cannot be determined'],
    ifThen: `Decided at this visit, on the day of the operation or the day before: ${code}-57. Otherwise the visit is part of the operation.`,
    holds: [],
  });
}
