import type { ClaimLine, Criterion, Draft, Evidence, Question, Rubric } from '../../model/draft.ts';
import { feeOf, librarySource, type Rule, type RuleContext, withQuestions } from '../rule.ts';
import { told } from '../told.ts';
import { criterion, criterionFrom, refusalOf, rubricOf } from './criteria.ts';
import { GLOBAL_AUTHORITY, NO_PACKAGE, ownCriterion, type PriorSetting, windowCriterion } from './earlier-operation.ts';
import { judgeInTurn, type ModifierJudge } from './judge-modifier.ts';
import { isVisit } from './visit-codes.ts';

const STAGED =
  /\b(second stage|staged (procedure|operation|return|repair|reconstruction)|(next|final) stage|planned (return|second look|re ?look|re ?exploration)|as planned at the (first|initial|prior|previous) (operation|surgery|procedure)|completion \w+ectomy|re ?excision (of|for) (the )?(positive )?margins?)\b/;
const RETURN =
  /\b(back|return(ed|ing)?|brought back|taken back) to (the )?(or|operating (room|suite)|ep (suite|lab)|cath\w* lab|theat\w*)\b|\bemergent(ly)? (return|re ?exploration)\b/;
const COMPLICATION =
  /(?<!\b(?:no|without|any) (?:\w+ ){0,4})\b(hematoma|re ?bleed\w*|bleeding|hemorrhag\w*|wound infection|infected|abscess|dehiscence|evisceration|leak|seroma|draining wound|dislodg\w*|tamponade|no (atrial|ventricular)? ?capture)\b/;
const UNRELATED =
  /\b(other|fellow|second|contralateral|opposite) (eye|knee|hip|hand|wrist|foot|shoulder|ear|side)\b|\bunrelated to\b/;
const ROOM =
  /\b(operating (room|suite|theat\w*)|ep suite|cath\w* lab|endoscopy (suite|unit)|laser suite|main or|to (the )?or|surgery center)\b/;

type Relation = '58' | '78' | '79';

const BY_WORD = { unrelated: '79', planned: '58', complication: '78' } as const;

interface Reading {
  readonly prior: PriorSetting | undefined;
  readonly staged: readonly Evidence[];
  readonly complication: readonly Evidence[];
  readonly unrelated: readonly Evidence[];
  readonly room: readonly Evidence[];
}

/**
 * 58, 78 and 79: an operation in the global period of an earlier one of the same surgeon or group is staged or planned
 * (a new global begins), an unplanned return for a complication, or unrelated.
 */
export const laterOperation: Rule = (draft, context) => {
  const reading = readNote(context);
  const judges = (['79', '58', '78'] as const).map((modifier) => judgeOf(modifier, reading, context));
  const ruling = judgeInTurn(draft, judges);
  return { ...ruling, draft: withQuestions(ruling.draft, relationQuestion(draft, reading, context)) };
};

function readNote(context: RuleContext): Reading {
  const { extract, settings } = context;
  const where = { states: ['completed', 'historical', 'abandoned', 'converted', 'planned', 'attempted'] as const };
  const diagnosed = {
    sections: ['title', 'preop-diagnosis', 'postop-diagnosis', 'history', 'lead'] as const,
    ...where,
  };
  return {
    prior: settings.priorOperation?.value,
    staged: told(extract, STAGED, where),
    complication: [...told(extract, RETURN, where), ...told(extract, COMPLICATION, diagnosed)],
    unrelated: told(extract, UNRELATED, where),
    room: told(extract, ROOM),
  };
}

function judgeOf(modifier: Relation, reading: Reading, context: RuleContext): ModifierJudge {
  return {
    rule: 'later-operation',
    source: librarySource(context),
    refusal: 'F',
    refuse: refusalOf,
    read: (line) => {
      const isThere = line.modifiers.includes(modifier);
      const isSuggested = takesOne(line, context) && suggestion(line, reading) === modifier;
      if (!isThere && (!isSuggested || reading.prior?.surgeon === 'other')) return undefined;
      const { prior } = reading;
      const criteria = [
        ownCriterion(prior),
        windowCriterion(prior, context),
        ...criteriaOf(modifier, line, reading, context),
      ];
      return rubricOf(modifier, line, criteria, GLOBAL_AUTHORITY);
    },
    ask: (rubric) => earlierQuestion(rubric, reading),
  };
}

/** The line can be a second operation: a code with a package, of a surgeon. */
function takesOne(line: ClaimLine, context: RuleContext): boolean {
  if (isVisit(line.code) || context.library.find(line.code)?.role === 'addOn') return false;
  return !NO_PACKAGE.has(feeOf(line.code, context)?.globalDays ?? '');
}

/** The sender's word first, then another side, then what was planned, then a complication. */
function suggestion(line: ClaimLine, reading: Reading): Relation | undefined {
  const { prior } = reading;
  if (prior === undefined) return undefined;
  if (prior.relation !== undefined) return BY_WORD[prior.relation];
  if (isOtherSide(line, prior) || reading.unrelated.length > 0) return '79';
  if (reading.staged.length > 0) return '58';
  return reading.complication.length > 0 ? '78' : undefined;
}

function isOtherSide({ modifiers }: ClaimLine, { side }: PriorSetting): boolean {
  if (side === undefined) return false;
  return modifiers.includes(side === 'left' ? 'RT' : 'LT');
}

function criteriaOf(modifier: Relation, line: ClaimLine, reading: Reading, context: RuleContext): Criterion[] {
  const { prior, staged, complication, unrelated, room } = reading;
  const relation = prior?.relation;
  const saidSo = (one: typeof relation): boolean | undefined => (relation === undefined ? undefined : relation === one);
  switch (modifier) {
    case '58':
      return [either('planned, staged or more extensive', saidSo('planned'), staged, complication)];
    case '79': {
      const isOther = prior !== undefined && isOtherSide(line, prior);
      const quotes = isOther && prior.quote !== undefined ? [prior.quote] : unrelated;
      return [either('unrelated to it: another side, organ or problem', saidSo('unrelated'), quotes, complication)];
    }
    case '78':
      return [
        either('for a complication of it', saidSo('complication'), complication, []),
        criterion('not planned before', relation !== 'planned' && staged.length === 0, staged[0]),
        criterion('in an operating room', context.settings.place.value === 'facility', room[0]),
      ];
  }
}

/** The sender's word settles it, else the note for or against it. */
function either(
  text: string,
  saidSo: boolean | undefined,
  meeting: readonly Evidence[],
  against: readonly Evidence[],
): Criterion {
  return saidSo === undefined ? criterionFrom(text, meeting, against) : criterion(`${text} (your mail)`, saidSo);
}

/** Who did the earlier operation, and when: the sender knows. */
function earlierQuestion({ modifier, code }: Rubric, { prior }: Reading): Question {
  return {
    id: 'prior-operation.which',
    to: 'sender',
    quote: prior?.quote,
    text: 'Was the earlier operation done by you or your group, which code was it, and on which day? Reply "prior: CODE on YYYY-MM-DD", with "other surgeon" where it was not yours, or "prior: none".',
    options: [],
    ifThen: `Yours and its global period still running: ${code}-${modifier} as the note reads (78 complication, 58 planned, 79 unrelated). Otherwise ${code} stands without it.`,
    holds: [],
  };
}

/** An earlier operation of the author's own, and nothing tells how this one relates to it. */
function relationQuestion(draft: Draft, reading: Reading, context: RuleContext): Question[] {
  const { prior } = reading;
  if (prior === undefined || prior.surgeon !== 'own' || windowCriterion(prior, context).state === 'not met') return [];
  const open = draft.lines.filter((line) => takesOne(line, context) && suggestion(line, reading) === undefined);
  const [line] = open.filter(({ modifiers }) => !modifiers.some((each) => /^(58|78|79)$/.test(each)));
  if (line === undefined) return [];
  return [
    {
      id: 'prior-operation.relation',
      to: 'surgeon',
      quote: prior.quote,
      text: 'Please document how this operation relates to the earlier one.',
      options: [
        'planned or staged when the earlier one was done',
        'for a complication of the earlier one',
        'for another problem, unrelated to the earlier one',
        'other / cannot be determined',
      ],
      ifThen: `Inside the global period of the earlier operation: planned 58, complication 78, unrelated 79 on ${line.code}; after it none.`,
      holds: [],
    },
  ];
}
