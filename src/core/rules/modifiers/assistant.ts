import type { ClaimLine, Criterion, Draft, Finding, Question, Rubric } from '../../model/draft.ts';
import { feeOf, finding, type Rule, type RuleContext, sourceOf, withoutLines, withQuestions } from '../rule.ts';
import { type AssistantTold, assistantTold } from './assistants.ts';
import { criterion, criterionFrom, rubricOf } from './criteria.ts';

const AUTHORITY = 'Medicare Claims Processing Manual ch. 12, 20.4.3; fee schedule, assistant indicator';
const ASSISTANTS: ReadonlySet<string> = new Set(['80', '81', '82', 'AS']);

/**
 * 80, 81, 82 and AS: the year's indicator pays an assistant, the modifier fits who assisted, and the note tells what he
 * did. A claim of an assistant without its modifier would be the surgeon's: what is not earned waits instead.
 */
export const assistant: Rule = (draft, context) => {
  const told = assistantTold(context.extract);
  const { draft: fitting, findings } = withFittingModifiers(droppedWhereNone(draft, context), told, context);
  const rubrics: Rubric[] = [];
  const lines = fitting.lines.map((line) => {
    const modifier = line.modifiers.find((each) => ASSISTANTS.has(each));
    if (modifier === undefined) return line;
    const rubric = rubricOf(modifier, line, criteriaFor(modifier, line, told, context), AUTHORITY);
    rubrics.push(rubric);
    if (rubric.verdict === 'earned') return line;
    const missing = rubric.criteria.find(({ state }) => state !== 'met');
    findings.push(shortfall(line, rubric.verdict, missing, context));
    return { ...line, held: line.held ?? HELD[missing?.text ?? ''] ?? 'an assistant is not paid for this code' };
  });
  const judged = { ...fitting, lines, rubrics: [...fitting.rubrics, ...rubrics] };
  return { draft: withQuestions(judged, questionsFor(rubrics, told, context)), findings };
};

/** What assistants are never paid for (indicator 9: no operation) leaves their claim. */
function droppedWhereNone(draft: Draft, context: RuleContext): Draft {
  const idle = draft.lines.filter(
    ({ code, modifiers }) => isAssisted(modifiers) && feeOf(code, context)?.assistant === '9',
  );
  return withoutLines(
    draft,
    idle.map((line) => ({ line, reason: 'no service that an assistant at surgery takes part in' })),
  );
}

function isAssisted(modifiers: readonly string[]): boolean {
  return modifiers.some((modifier) => ASSISTANTS.has(modifier));
}

/** A PA, NP or CNS is AS, a physician 80 or 82: where the note names one kind only, it decides. */
function withFittingModifiers(
  draft: Draft,
  told: AssistantTold,
  context: RuleContext,
): { draft: Draft; findings: Finding[] } {
  const findings: Finding[] = [];
  const isNpp = context.settings.role.value === 'assistant-npp' || (told.npp.length > 0 && told.physician.length === 0);
  const isPhysician = !isNpp && told.physician.length > 0 && told.npp.length === 0;
  const lines = draft.lines.map((line) => {
    const wrong = line.modifiers.find((each) => (isNpp && /^8[012]$/.test(each)) || (isPhysician && each === 'AS'));
    if (wrong === undefined) return line;
    const right = isNpp ? 'AS' : '80';
    const who = isNpp ? 'a PA, NP or CNS' : 'a physician';
    const text = `${line.code}: the assistant is ${who}, so ${right} instead of ${wrong}`;
    findings.push(finding('assistant', 'F', sourceOf('pfs', context), AUTHORITY, text, [line.code]));
    return { ...line, modifiers: line.modifiers.map((each) => (each === wrong ? right : each)) };
  });
  return { draft: { ...draft, lines }, findings };
}

const PAID = 'an assistant may be paid';
const NEED = 'the need for an assistant is told';
const WORK = 'what the assistant did is told';
const RESIDENT = 'no qualified resident was available';
const KIND = 'the assistant is a physician, PA, NP or CNS';

/** Why a line waits, by the criterion it lacks. */
const HELD: Readonly<Record<string, string>> = {
  [PAID]: 'an assistant is not paid for this code',
  [NEED]: 'the note does not tell why an assistant was needed',
  [WORK]: 'the note does not tell what the assistant did',
  [RESIDENT]: 'the note does not tell that no qualified resident was available',
  [KIND]: 'Medicare pays no assistant of this credential',
};

function criteriaFor(modifier: string, line: ClaimLine, told: AssistantTold, context: RuleContext): Criterion[] {
  const indicator = feeOf(line.code, context)?.assistant;
  const { noteHints, senderHints } = context.extract;
  const isUnavailable = noteHints.residentUnavailable || senderHints.residentUnavailable;
  const isUnpaid = told.unpaid.length > 0 && told.physician.length === 0 && context.settings.payer.value === 'medicare';
  return [
    ...(indicator === undefined ? [] : [criterion(PAID, indicator !== '1')]),
    ...(isUnpaid ? [criterion(KIND, false, told.unpaid[0])] : []),
    ...(indicator === '0' ? [criterionFrom(NEED, told.need)] : []),
    ...(modifier === '82' ? [criterion(RESIDENT, isUnavailable ? true : undefined)] : []),
    criterionFrom(WORK, told.work),
  ];
}

function shortfall(
  { code }: ClaimLine,
  verdict: Rubric['verdict'],
  missing: Criterion | undefined,
  context: RuleContext,
): Finding {
  const source = sourceOf('pfs', context);
  const reason = HELD[missing?.text ?? ''] ?? 'a fact is missing';
  return finding('assistant', verdict === 'open' ? 'Q' : 'F', source, AUTHORITY, `${code}: ${reason}`, [code]);
}

/** One question for all lines: the words of the note that name an assistant, else its title. */
function questionsFor(rubrics: readonly Rubric[], told: AssistantTold, { extract }: RuleContext): Question[] {
  const open = rubrics.filter(({ verdict }) => verdict === 'open');
  const [first] = open;
  const quote = told.mention[0] ?? first?.criteria.find((each) => each.quote !== undefined)?.quote ?? titleOf(extract);
  if (first === undefined || quote === undefined) return [];
  const lacks = (text: string): boolean =>
    open.some(({ criteria }) => criteria.some((each) => each.text === text && each.state === 'not documented'));
  return [
    {
      id: 'assistant.work',
      to: 'surgeon',
      quote,
      text: `Please document ${[
        ...(lacks(WORK) ? ['what the assistant at surgery did during the operation'] : []),
        ...(lacks(NEED) ? ['why an assistant was needed'] : []),
        ...(lacks(RESIDENT) ? ['whether a qualified resident was available'] : []),
      ].join(', and ')}.`,
      options: ['____', 'nobody assisted', 'other / cannot be determined'],
      ifThen: `With it ${open.map(({ code, modifier }) => `${code}-${modifier}`).join(', ')} may leave; without it there is no claim for the assistant.`,
      holds: open.map(({ code }) => code),
    },
  ];
}

function titleOf({ titles, text }: RuleContext['extract']): Question['quote'] {
  const [title] = titles;
  return title === undefined
    ? undefined
    : { quote: text.slice(title.start, title.end), start: title.start, end: title.end };
}
