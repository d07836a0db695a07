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
  /** It lowers the price: while open it stands, on a line that waits. */
  readonly standsWhileOpen?: boolean;
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
    if (rubric.verdict === 'open') {
      const question = judge.ask?.(rubric, line);
      // A question to the surgeon always quotes the note: at least what proves the line.
      if (question !== undefined) questions.push({ ...question, quote: question.quote ?? line.evidence[0] });
      findings.push(told('Q', judge, rubric, `${rubric.modifier} on ${line.code} depends on what is not documented`));
    }
    if (rubric.verdict === 'earned' || (rubric.verdict === 'open' && judge.standsWhileOpen === true)) {
      return isThere ? line : { ...line, modifiers: [...line.modifiers, rubric.modifier] };
    }
    if (isThere && rubric.verdict === 'not earned') {
      findings.push(told(judge.refusal, judge, rubric, judge.refuse(rubric, line)));
    }
    return { ...line, modifiers: line.modifiers.filter((modifier) => modifier !== rubric.modifier) };
  });
  const judged = { ...draft, lines, rubrics: [...draft.rubrics, ...rubrics] };
  return { draft: withQuestions(judged, questions), findings };
}

/** Judges of one group of modifiers, each on what the one before left. */
export function judgeInTurn(draft: Draft, judges: readonly ModifierJudge[]): Ruling {
  return judges.reduce<Ruling>(
    (before, judge) => {
      const ruling = judgeModifier(before.draft, judge);
      return { draft: ruling.draft, findings: [...before.findings, ...ruling.findings] };
    },
    { draft, findings: [] },
  );
}

function told(
  severity: Finding['severity'],
  { rule, source }: ModifierJudge,
  { authority, code }: Rubric,
  text: string,
) {
  return finding(rule, severity, source, authority, text, [code]);
}
