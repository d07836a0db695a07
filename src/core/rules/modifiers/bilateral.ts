import type { ClaimLine, Question, Rubric } from '../../model/draft.ts';
import { feeOf, mapLines, type Rule, type RuleContext, sourceOf } from '../rule.ts';
import { told } from '../told.ts';
import { criterion, criterionFrom, rubricOf } from './criteria.ts';
import { judgeModifier } from './judge-modifier.ts';

const AUTHORITY = 'Medicare physician fee schedule, bilateral indicator';
const BOTH =
  /\b(?:bilateral(?:ly)?|both|each side|either side|opposite side|contralateral|other (?:side|eye|ear|knee|hand|foot|breast)|left and right|right and left|ou|b l)\b/;
const LEFT = /\b(?:left|lt|os)\b/;
const RIGHT = /\b(?:right|rt|od)\b/;

/** What is counted once, or once a side: two of it with 50 would be four. */
const BY_SIDE: ReadonlySet<string> = new Set(['side', 'session']);

/**
 * Modifier 50 and the sides follow the bilateral indicator of the year: 1 and 3 allow 50 with one unit, 2 has both sides
 * inside, 0 and 9 know no sides.
 */
export const bilateral: Rule = (draft, context) => {
  const source = sourceOf('pfs', context);
  const ruling = judgeModifier(draft, {
    rule: 'bilateral',
    source,
    refusal: 'W',
    read: (line) => (line.modifiers.includes('50') ? rubricFor(line, context) : undefined),
    refuse: (_, line) => reasonOf(line, context),
    ask: (_, line) => sideQuestion(line, context),
  });
  const lines = ruling.draft.lines.map((line, at) => settled(line, draft.lines[at], context));
  return {
    draft: mapLines({ ...ruling.draft, lines }, (line) => withoutIdleSide(line, context)),
    findings: ruling.findings,
  };
};

function rubricFor(line: ClaimLine, context: RuleContext): Rubric {
  const indicator = feeOf(line.code, context)?.bilateral;
  const isAllowed = indicator === '1' || indicator === '3';
  const byYear =
    indicator === undefined ? [] : [criterion(`both sides may be paid (indicator ${indicator})`, isAllowed)];
  return rubricOf('50', line, [...byYear, sidesTold(context)], AUTHORITY);
}

/** Both sides are told at once, or each in its place; a note that names one side only speaks against. */
function sidesTold({ extract }: RuleContext): Rubric['criteria'][number] {
  const [left, right] = [told(extract, LEFT), told(extract, RIGHT)];
  const both = [...told(extract, BOTH), ...(left.length > 0 && right.length > 0 ? left : [])];
  return criterionFrom('the note tells both sides', both, [...left, ...right]);
}

function reasonOf({ code }: ClaimLine, context: RuleContext): string {
  const indicator = feeOf(code, context)?.bilateral;
  if (indicator === '2') return `${code} already stands for both sides: no 50`;
  if (indicator === '0' || indicator === '9') return `${code} does not take 50 (indicator ${indicator})`;
  return `no 50 on ${code}: the note tells one side`;
}

/** What 50 leaves behind: with it one unit; without it two of a code that is counted by side. */
function settled(line: ClaimLine, before: ClaimLine | undefined, context: RuleContext): ClaimLine {
  const count = context.library.find(line.code)?.count;
  if (line.modifiers.includes('50')) {
    return line.units === 2 && BY_SIDE.has(count?.of ?? 'side') ? { ...line, units: 1 } : line;
  }
  const indicator = feeOf(line.code, context)?.bilateral;
  if (before?.modifiers.includes('50') === true && (indicator === '1' || indicator === '3')) {
    return { ...line, modifiers: [...line.modifiers, ...oneSide(context)] };
  }
  const isDenied = before?.modifiers.includes('50') === true && (indicator === '0' || indicator === '9');
  return isDenied && count?.rule === 'each' ? { ...line, units: Math.max(2, line.units) } : line;
}

function sideQuestion({ code, evidence: [quote] }: ClaimLine, { library }: RuleContext): Question {
  return {
    id: `${library.find(code)?.family ?? code}.side`,
    to: 'surgeon',
    quote,
    text: 'Please document the side on which this was performed.',
    options: ['left', 'right', 'both', 'other / cannot be determined'],
    ifThen: `${code} takes LT, RT or 50 by the answer.`,
    holds: [],
  };
}

function oneSide({ extract }: RuleContext): string[] {
  const [left, right] = [told(extract, LEFT), told(extract, RIGHT)];
  if (left.length > 0 && right.length === 0) return ['LT'];
  return right.length > 0 && left.length === 0 ? ['RT'] : [];
}

/** Where sides do not apply (indicator 0, 2, 9 on a target the library does not call paired) LT and RT say nothing. */
function withoutIdleSide(line: ClaimLine, context: RuleContext): ClaimLine {
  const indicator = feeOf(line.code, context)?.bilateral;
  const isPaired = context.library.find(line.code)?.target === 'paired';
  if (indicator === undefined || indicator === '1' || indicator === '3' || isPaired) return line;
  return { ...line, modifiers: line.modifiers.filter((modifier) => modifier !== 'LT' && modifier !== 'RT') };
}
