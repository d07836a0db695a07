import type { ClaimLine, Draft, Finding, Question, Rubric } from '../../model/draft.ts';
import { finding, type Ruling, type Source, withQuestions } from '../rule.ts';

/** How one modifier is judged on one line, and what follows. */
export interface ModifierJudge {
  /** Name of the rule in its findings. */
  readonly rule: string;
  /** What the criteria rest on: the library for definitions, an official edition for indicators. */
  readonly source: Source;
  /** The criteria on this line; undefined where neither the claim nor the note suggests the modifier. */
  read(line: ClaimLine, draft: Draft): Rubric | undefined;
  /** `F` where a claim with it would be wrong, `W` where a payer may see it otherwise. */
  readonly refusal: 'F' | 'W';
  /** What to say of a refused modifier, one sentence. */
  refuse(rubric: Rubric, line: ClaimLine): string;
  /** Asked while the verdict is open. */
  ask?(rubric: Rubric, line: ClaimLine): Question | undefined;
}

/**
 * Holds a modifier against its criteria on every line: earned, it stands on the line; refused, it comes off with a
 * finding; open, it becomes a question and does not stand. Every rubric stays in the draft for the reply.
 */
export function judgeModifier(draft: Draft, judge: ModifierJudge): Ruling {
  const findings: Finding[] = [];
  const questions: Question[] = [];
  const rubrics: Rubric[] = [];
  const lines = draft.lines.map((line) => {
    const rubric = judge.read(line, draft);
    if (rubric === undefined) return line;
    rubrics.push(rubric);
    const isThere = line.modifiers.includes(rubric.modifier);
    if (rubric.verdict === 'earned') {
      return isThere ? line : { ...line, modifiers: [...line.modifiers, rubric.modifier] };
    }
    const question = rubric.verdict === 'open' ? judge.ask?.(rubric, line) : undefined;
    if (question !== undefined) questions.push(question);
    if (rubric.verdict === 'open') {
      findings.push(told('Q', judge, rubric, `${rubric.modifier} on ${line.code} depends on what is not documented`));
    } else if (isThere) {
      findings.push(told(judge.refusal, judge, rubric, judge.refuse(rubric, line)));
    }
    return { ...line, modifiers: line.modifiers.filter((modifier) => modifier !== rubric.modifier) };
  });
  const judged = { ...draft, lines, rubrics: [...draft.rubrics, ...rubrics] };
  return { draft: withQuestions(judged, questions), findings };
}

function told(
  severity: Finding['severity'],
  { rule, source }: ModifierJudge,
  { authority, code }: Rubric,
  text: string,
) {
  return finding(rule, severity, source, authority, text, [code]);
}
