import type { ClaimLine, Draft, Question, Rubric } from '../../model/draft.ts';
import { librarySource, mapLines, type Rule, type RuleContext } from '../rule.ts';
import { told } from '../told.ts';
import { criterion, criterionFrom, refusalOf, rubricOf } from './criteria.ts';
import { judgeInTurn, type ModifierJudge } from './judge-modifier.ts';
import { COLONOSCOPY, type Stop, stopOf } from './stopped.ts';
import { isVisit } from './visit-codes.ts';

const AUTHORITY = 'CPT modifiers 52, 53, 73, 74; Medicare Claims Processing Manual ch. 4, 20.6.4 and ch. 12, 30.1';

/** The fee schedule has rows with 53 for these colonoscopies alone. */
const PRICED_WITH_53: ReadonlySet<string> = new Set(['44388', '45378', 'G0105', 'G0121']);
/** Endoscopies with treatment: begun and not finished they are reduced. */
const SCOPE = /^(43[12]\d\d|4[56]\d\d\d|443[6-9]\d|316[2-5]\d)$/;
const LESS = /\b(partial(ly)?|only (a )?part|reduced|limited to|incomplete|not completed|one side only|stopped)\b/;

/**
 * 53: begun and stopped for danger to the patient or circumstances beyond control. 52: less was done by choice, or a
 * scope with treatment did not reach its end. 73 and 74 belong to the facility.
 */
export const reducedOrDiscontinued: Rule = (draft, context) => {
  const stops = new Map(draft.lines.map((line) => [line, stopOf(line, draft, context)]));
  const stopped = (line: ClaimLine): Stop | undefined => stops.get(line) ?? stopOf(line, draft, context);
  const judges = [
    facilityOnly('73', context),
    facilityOnly('74', context),
    discontinued(stopped, context),
    reduced(stopped, context),
  ];
  const ruling = judgeInTurn(draft, judges);
  return { ...ruling, draft: heldWhileOpen(ruling.draft, stopped) };
};

function facilityOnly(modifier: '73' | '74', context: RuleContext): ModifierJudge {
  return {
    rule: 'facility-modifier',
    source: librarySource(context),
    refusal: 'F',
    refuse: ({ code }) => `${modifier} on ${code} is for the facility's claim; the physician reports 53 or 52`,
    read: (line) =>
      line.modifiers.includes(modifier)
        ? rubricOf(modifier, line, [criterion('a claim of the hospital or surgery center', false)], AUTHORITY)
        : undefined,
  };
}

type StopReader = (line: ClaimLine) => Stop | undefined;

/** Which of the two a broken-off line takes. */
function isDiscontinued({ code }: ClaimLine, { reason }: Stop): boolean {
  if (PRICED_WITH_53.has(code)) return true;
  return !SCOPE.test(code) && reason !== 'choice';
}

function discontinued(stopOfLine: StopReader, context: RuleContext): ModifierJudge {
  return {
    rule: 'discontinued',
    source: librarySource(context),
    refusal: 'F',
    refuse: refusalOf,
    standsWhileOpen: true,
    read: (line) => {
      const stop = stopOfLine(line);
      const isThere = line.modifiers.includes('53');
      if (!isThere && (stop === undefined || !isDiscontinued(line, stop))) return undefined;
      return rubricOf('53', line, discontinuedCriteria(line, stop), AUTHORITY);
    },
    ask: reasonQuestion(stopOfLine),
  };
}

function discontinuedCriteria({ code }: ClaimLine, stop: Stop | undefined): Rubric['criteria'] {
  if (isVisit(code)) return [criterion('a procedure, not a visit', false)];
  const begun = criterion(
    'begun, then not finished',
    stop === undefined ? undefined : !stop.isBeforeStart,
    stop?.quote,
  );
  if (PRICED_WITH_53.has(code)) return [begun];
  const { reason, because } = stop ?? {};
  if (COLONOSCOPY.test(code) || SCOPE.test(code))
    return [begun, criterion('a diagnostic scope (with treatment it is 52)', false)];
  const isForced = reason === undefined ? undefined : reason !== 'choice';
  return [begun, criterion('for danger to the patient or circumstances beyond control', isForced, because)];
}

function reduced(stopOfLine: StopReader, context: RuleContext): ModifierJudge {
  return {
    rule: 'reduced',
    source: librarySource(context),
    refusal: 'W',
    refuse: refusalOf,
    read: (line) => {
      const stop = stopOfLine(line);
      const isThere = line.modifiers.includes('52');
      if (!isThere && (stop === undefined || isDiscontinued(line, stop) || stop.isBeforeStart)) return undefined;
      return rubricOf('52', line, reducedCriteria(line, stop, context), AUTHORITY);
    },
    ask: reasonQuestion(stopOfLine),
  };
}

function reducedCriteria(line: ClaimLine, stop: Stop | undefined, { extract }: RuleContext): Rubric['criteria'] {
  if (isVisit(line.code)) return [criterion('a procedure, not a visit', false)];
  const quotes = stop === undefined ? told(extract, LESS) : [stop.quote];
  const less = criterionFrom('less was done than the code says', quotes);
  const isForced = stop !== undefined && isDiscontinued(line, stop) && stop.reason !== undefined;
  return isForced ? [less, criterion('by choice, not for danger (that is 53)', false, stop.because)] : [less];
}

function reasonQuestion(stopOfLine: StopReader): (rubric: Rubric, line: ClaimLine) => Question {
  return ({ code }, line) => ({
    id: `stopped.${code}`,
    to: 'surgeon',
    quote: stopOfLine(line)?.quote,
    text: 'Please document how far the procedure went and why it ended there.',
    options: [
      'furthest step reached: ____; ended because of the condition of the patient: ____',
      'furthest step reached: ____; ended because it could not be carried further: ____',
      'ended there as intended',
      'other / cannot be determined',
    ],
    ifThen: `${code}: stopped for the patient's danger or beyond control 53; less by choice 52; finished as intended neither.`,
    holds: [code],
  });
}

/** At full price it must not leave while nobody knows why it was not finished. */
function heldWhileOpen(draft: Draft, stopOfLine: StopReader): Draft {
  const open = new Set(
    draft.rubrics.filter(({ modifier, verdict }) => modifier === '53' && verdict === 'open').map(({ code }) => code),
  );
  return mapLines(draft, (line) =>
    open.has(line.code) && stopOfLine(line) !== undefined && line.held === undefined
      ? { ...line, held: 'it was not finished, and the note does not tell why' }
      : line,
  );
}
