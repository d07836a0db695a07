import type { ClaimLine, Finding, Question } from '../../model/draft.ts';
import { finding, librarySource, type Rule, type RuleContext, withoutLines, withQuestions } from '../rule.ts';
import { told } from '../told.ts';
import { GUIDANCE, IMAGING_CODES, IMAGING_INSIDE, MICROSCOPE_PAID } from './guidance-table.ts';

const INSIDE = 'NCCI Policy Manual ch. 9; CPT, codes with imaging inside';
const WRITTEN = 'CPT, image guidance; NCCI Policy Manual ch. 9';

/**
 * Imaging, navigation and the microscope beside an operation: never where the operation's own code holds them, and
 * elsewhere only with their own record (a stored picture, what was seen, how it was used).
 */
export const guidance: Rule = (draft, context) => {
  const inside = draft.lines.flatMap((line) => {
    const reason = insideOf(line, draft.lines, context);
    return reason === undefined ? [] : [{ line, reason }];
  });
  const findings: Finding[] = inside.map(({ line, reason }) =>
    finding('guidance', 'F', librarySource(context), INSIDE, `${line.code} is not billed: ${reason}`, [line.code]),
  );
  const kept = withoutLines(draft, inside);
  const questions: Question[] = [];
  const lines = kept.lines.map((line) => {
    const missing = (GUIDANCE[line.code] ?? []).filter(({ told: pattern }) => !isWritten(pattern, context));
    if (missing.length === 0) return line;
    const facts = missing.map(({ fact }) => fact).join(', and ');
    findings.push(
      finding('guidance', 'F', librarySource(context), WRITTEN, `${line.code} needs ${facts}: the note tells none`, [
        line.code,
      ]),
    );
    questions.push(questionOf(line, facts));
    return { ...line, held: line.held ?? `the note does not tell ${facts}` };
  });
  return { draft: withQuestions({ ...kept, lines }, questions), findings };
};

function isWritten(pattern: RegExp, { extract }: RuleContext): boolean {
  return told(extract, pattern, { states: ['completed', 'converted', 'inspected'] }).length > 0;
}

/** Why a guidance code is part of another line, if it is. */
function insideOf(line: ClaimLine, lines: readonly ClaimLine[], context: RuleContext): string | undefined {
  const others = lines.filter(({ code, parent }) => code !== line.code && parent !== line.code);
  const whole = IMAGING_CODES.has(line.code) ? others.find(({ code }) => IMAGING_INSIDE.test(code)) : undefined;
  if (whole !== undefined) return `${whole.code} holds its imaging`;
  const isMicroscope = line.code === '69990' && context.settings.payer.value === 'medicare';
  if (!isMicroscope || others.some(({ code }) => isPaidWithMicroscope(code))) return undefined;
  return 'Medicare pays the microscope beside none of these codes';
}

function isPaidWithMicroscope(code: string): boolean {
  return MICROSCOPE_PAID.some(([from, to]) => from <= code && code <= to);
}

function questionOf({ code, evidence }: ClaimLine, facts: string): Question {
  return {
    id: `guidance.${code}`,
    to: 'surgeon',
    quote: evidence[0],
    text: `Please document, if it was so, ${facts}.`,
    options: ['____', 'not done or not kept', 'other / cannot be determined'],
    ifThen: `With it ${code} may leave; without it the guidance is not billed.`,
    holds: [code],
  };
}
