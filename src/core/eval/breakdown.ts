import { comparable, optionalModifiers } from './claim-lines.ts';
import type { CaseScore, EvalAnswer, EvalCase, ScoringFacts } from './eval-case.ts';

export interface FamilyRow {
  readonly family: string;
  readonly cases: number;
  readonly exact: number;
  readonly codes: number;
  readonly hits: number;
}

export interface ModifierRow {
  readonly modifier: string;
  /** Lines of the keys with it, lines of the answers with it, and lines that agree. */
  readonly expected: number;
  readonly given: number;
  readonly right: number;
}

/** Cases and codes by the family of the key. */
export function byFamily(cases: readonly EvalCase[], scores: readonly CaseScore[]): FamilyRow[] {
  const scoreOf = new Map(scores.map((score) => [score.id, score]));
  const families = Map.groupBy(cases, ({ family }) => family ?? 'none');
  return [...families]
    .map(([family, own]) => {
      const judged = own.flatMap(({ id }) => scoreOf.get(id) ?? []);
      const codes = judged.reduce((sum, { expected }) => sum + expected.length, 0);
      return {
        family,
        cases: judged.length,
        exact: judged.filter(({ exact }) => exact).length,
        codes,
        hits: codes - judged.reduce((sum, { missed }) => sum + missed.length, 0),
      };
    })
    .toSorted((a, b) => a.family.localeCompare(b.family));
}

/** Modifiers on codes that both sides have; a missed code says nothing of its modifier. */
export function byModifier(
  cases: readonly EvalCase[],
  answers: readonly EvalAnswer[],
  facts: ScoringFacts,
): ModifierRow[] {
  const rows = new Map<string, { expected: number; given: number; right: number }>();
  const rowOf = (modifier: string) => {
    const known = rows.get(modifier) ?? { expected: 0, given: 0, right: 0 };
    rows.set(modifier, known);
    return known;
  };
  const answerOf = new Map(answers.map((answer) => [answer.id, answer]));
  for (const key of cases) {
    const given = comparable(answerOf.get(key.id)?.lines ?? [], facts);
    for (const line of comparable(key.cpt, facts)) {
      const told = given.find(({ code }) => code === line.code);
      if (told === undefined) continue;
      const optional = optionalModifiers(line.code, key.cpt);
      for (const modifier of new Set([...line.modifiers, ...told.modifiers])) {
        if (optional.has(modifier)) continue;
        const row = rowOf(modifier);
        row.expected += Number(line.modifiers.has(modifier));
        row.given += Number(told.modifiers.has(modifier));
        row.right += Number(line.modifiers.has(modifier) && told.modifiers.has(modifier));
      }
    }
  }
  return [...rows].map(([modifier, row]) => ({ modifier, ...row })).toSorted((a, b) => b.expected - a.expected);
}
