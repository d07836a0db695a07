import type { ClaimLine, Question } from '../../model/draft.ts';
import { feeOf, librarySource, mapLines, type Rule, type RuleContext } from '../rule.ts';
import { criterion, rubricOf } from './criteria.ts';
import { judgeModifier } from './judge-modifier.ts';
import { type PartSide, partSides } from './sides-told.ts';

const AUTHORITY = 'NCCI Policy Manual ch. 1, anatomic modifiers; documentation';
const SIDES = { LT: 'left', RT: 'right' } as const;
const AGREE = 'title, diagnosis, consent and body name the same side';
const HELD = 'the parts of the note name different sides';

/**
 * LT and RT stand where title, diagnosis, consent and body name one and the same side. A part that names only the other
 * side makes the whole document doubtful: the line waits for the surgeon, whichever side is right.
 */
export const sideAgrees: Rule = (draft, context) => {
  const parts = partSides(context.extract);
  const isOneOperation = new Set(draft.lines.flatMap(({ modifiers }) => modifiers.filter(isSide))).size === 1;
  const contradicted = new Set<ClaimLine>();
  const wrong = new Set<ClaimLine>();
  const ruling = judgeModifier(draft, {
    rule: 'side-agrees',
    source: librarySource(context),
    refusal: 'F',
    read: (line) => {
      const modifier = line.modifiers.find(isSide);
      if (modifier === undefined || !isOneOperation || !hasSides(line, context)) return undefined;
      const against = parts.filter(({ side }) => side !== SIDES[modifier]);
      const standing = parts.find(({ side }) => side === SIDES[modifier]);
      if (against.length === 0)
        return standing === undefined ? undefined : rubricOf(modifier, line, [named(modifier, standing)], AUTHORITY);
      if (standing === undefined && isOfOneMind(against)) {
        wrong.add(line);
        return rubricOf(modifier, line, [criterion(AGREE, false, against[0]?.quote)], AUTHORITY);
      }
      contradicted.add(line);
      const agree = criterion(AGREE, undefined, against[0]?.quote);
      return rubricOf(modifier, line, [agree], AUTHORITY);
    },
    refuse: ({ modifier }, { code }) => `${modifier} comes off ${code}: the note names the other side throughout`,
    ask: (_, line) => questionFor(line, parts),
  });
  const waiting = new Set([...contradicted].map(({ code }) => code));
  const asked = ruling.draft.questions.filter(({ id }) => !isAskedAlready(id, contradicted, context));
  const draftAfter = mapLines({ ...ruling.draft, questions: asked }, (line) => {
    if (waiting.has(line.code)) return { ...line, held: line.held ?? HELD };
    const sent = [...wrong].find(({ seq, code }) => seq === line.seq && code === line.code);
    return sent === undefined ? line : { ...line, modifiers: [...line.modifiers, otherSide(sent)] };
  });
  return { draft: draftAfter, findings: ruling.findings };
};

/** Every part that names a side names the same single one. */
function isOfOneMind(parts: readonly PartSide[]): boolean {
  return new Set(parts.map(({ side }) => side)).size === 1;
}

function otherSide({ modifiers }: ClaimLine): string {
  return modifiers.includes('LT') ? 'RT' : 'LT';
}

/** The draft asks for the side of a doubtful line too: once is enough. */
function isAskedAlready(id: string, lines: ReadonlySet<ClaimLine>, { library }: RuleContext): boolean {
  return [...lines].some(({ code }) => id === `${library.find(code)?.family}.side`);
}

function isSide(modifier: string): modifier is 'LT' | 'RT' {
  return modifier === 'LT' || modifier === 'RT';
}

function hasSides({ code }: ClaimLine, context: RuleContext): boolean {
  const indicator = feeOf(code, context)?.bilateral;
  return context.library.find(code)?.target === 'paired' || indicator === '1' || indicator === '3';
}

function named(modifier: 'LT' | 'RT', { part, quote }: PartSide) {
  return criterion(`the ${part} names the ${SIDES[modifier]} side and nothing names the other`, true, quote);
}

function questionFor({ code }: ClaimLine, parts: readonly PartSide[]): Question {
  const told = parts.map(({ part, side }) => `the ${part} says ${side}`).join(', ');
  const quote = parts.find(({ side }, _, [first]) => side !== first?.side)?.quote ?? parts[0]?.quote;
  return {
    id: 'side.contradicted',
    to: 'surgeon',
    quote,
    text: `Your note names two sides: ${told}. Please document the side on which this was performed.`,
    options: ['left', 'right', 'both', 'other / cannot be determined'],
    ifThen: `${code} takes LT, RT or 50 by the answer, and its diagnosis the same side.`,
    holds: [code],
  };
}
