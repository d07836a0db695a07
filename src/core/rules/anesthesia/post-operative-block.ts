import { isBlock } from '../../anesthesia/anesthesia-codes.ts';
import { wordsOf } from '../../anesthesia/words-of.ts';
import { isAnesthesiaCode } from '../../model/code.ts';
import type { ClaimLine, Criterion, Draft, Evidence, Finding, Question, Rubric } from '../../model/draft.ts';
import { criterionFrom, rubricOf } from '../modifiers/criteria.ts';
import { judgeModifier } from '../modifiers/judge-modifier.ts';
import { finding, librarySource, mapLines, type Rule, type RuleContext, withoutLines, withQuestions } from '../rule.ts';
import { NCCI_ANESTHESIA } from './claim-manual.ts';

const PAIN_AFTER = /\b(post ?-?op\w*|post ?-?surgical) (\w+ ){0,2}(pain|analgesia)\b|\banalgesia after\b/i;
const ASKED =
  /\b(request(ed)?|order(ed)?|asked|referr\w+) (\w+ ){0,3}(by )?(the )?(\w+ )?(surgeon|dr|doctor|surgical)\b|\b(surgeon|dr|surgical team)( \w+){0,2} (request|order|ask|referr)\w*|\b(request|order) of (the )?(\w+ )?(surgeon|dr|surgical)\b/i;
const OTHER_ANESTHETIC = /\b(general|spinal|monitored|mac|tiva|lma|endotracheal)\b/i;
const SOLE =
  /\b(block|regional|epidural) (was |is )?(the |as )?(the )?(sole|primary|surgical|only) an(a)?esthe\w+|\b(sole|primary|surgical|only) an(a)?esthe\w+ (was |is )?(the |a )?(\w+ )?(block|regional)\b/i;

/** A block beside the anesthetic: its own line with 59 when the surgeon asked for it against the pain afterwards and the anesthetic is another. */
export const postOperativeBlock: Rule = (draft, context) => {
  const isBeside = draft.lines.some(({ code }) => isAnesthesiaCode(code));
  if (!isBeside || !draft.lines.some(({ code }) => isBlock(code))) return { draft, findings: [] };
  const ruling = judgeModifier(draft, {
    rule: 'post-operative-block',
    source: librarySource(context),
    read: (line) => (isBlock(line.code) ? blockRubric(line, context) : undefined),
    refusal: 'F',
    refuse: (_, { code }) => `59 taken off ${code}: the block is the anesthetic itself`,
  });
  return {
    draft: settle(ruling.draft, context),
    findings: [...ruling.findings, ...refused(ruling.draft, draft, context)],
  };
};

function blockRubric(line: ClaimLine, { extract }: RuleContext): Rubric {
  return rubricOf(
    '59',
    line,
    [
      criterionFrom('placed against the pain after the operation', wordsOf(PAIN_AFTER, extract)),
      criterionFrom('asked for by the surgeon', wordsOf(ASKED, extract)),
      anotherAnesthetic(wordsOf(OTHER_ANESTHETIC, extract), wordsOf(SOLE, extract)),
    ],
    NCCI_ANESTHESIA,
  );
}

/** The word of a sole block stands over every other word on the anesthetic. */
function anotherAnesthetic(other: readonly Evidence[], sole: readonly Evidence[]): Criterion {
  return criterionFrom('another anesthetic for the operation', sole.length > 0 ? [] : other, sole);
}

/** A refused block falls, an open one waits and its question is asked. */
function settle(draft: Draft, { extract }: RuleContext): Draft {
  const verdicts = new Map(verdictsOf(draft).map(({ code, verdict }) => [code as string, verdict]));
  const fallen = draft.lines.filter(({ code }) => verdicts.get(code) === 'not earned');
  const kept = withoutLines(
    draft,
    fallen.map((line) => ({ line, reason: 'the block is the anesthetic: it is inside its base and time' })),
  );
  const open = kept.lines.filter(({ code }) => verdicts.get(code) === 'open');
  const held = mapLines(kept, (line) =>
    open.includes(line)
      ? { ...line, held: line.held ?? 'the record does not tell that the block was ordered for the pain afterwards' }
      : line,
  );
  const [quote] = wordsOf(/\b(block|epidural|catheter)\b/i, extract);
  return open.length === 0 ? held : withQuestions(held, [ask(open, quote)]);
}

function verdictsOf({ rubrics }: Draft): Rubric[] {
  return rubrics.filter(({ modifier, code }) => modifier === '59' && isBlock(code));
}

function refused(after: Draft, before: Draft, context: RuleContext): Finding[] {
  return verdictsOf(after)
    .filter(({ code, verdict }) => verdict === 'not earned' && before.lines.some((line) => line.code === code))
    .map(({ code }) =>
      finding(
        'post-operative-block',
        'F',
        librarySource(context),
        NCCI_ANESTHESIA,
        `${code} left out: the block is the anesthetic itself`,
        [code],
      ),
    );
}

function ask(lines: readonly ClaimLine[], quote: Evidence | undefined): Question {
  return {
    id: 'anesthesia.block',
    to: 'sender',
    quote,
    text: 'Was the block asked for by the surgeon against the pain after the operation, beside another anesthetic?',
    options: ['yes, and the record says so', 'no, it was the anesthetic', 'other / cannot be determined'],
    ifThen: 'If the record says so the block is billed with 59; as the anesthetic itself it is not billed.',
    holds: lines.map(({ code }) => code),
  };
}
