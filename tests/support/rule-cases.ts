import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/core/model/draft.ts';
import type { Rule } from '../../src/core/rules/rule.ts';
import { type Given, left, ruled } from './a-claim.ts';

/** One row of a rule's table. */
export interface RuleCase extends Given {
  readonly name: string;
  readonly claim: Draft;
  /** `F ptp`: severity and rule of each finding that is not a plain "clear"; empty for a negative case. */
  readonly finds: readonly string[];
  /** The lines afterwards, `47562-LT x2`; `(held)` behind a held one. Left out: the claim stays as it is. */
  readonly lines?: readonly string[];
  /** Ids of the questions afterwards, when the rule asks. */
  readonly asks?: readonly string[];
  /** Codes of the diagnoses afterwards. Left out: they stay as they are. */
  readonly diagnoses?: readonly string[];
  /** `47562>K80.20,K81.0` of every line afterwards, when the rule points. */
  readonly points?: readonly string[];
}

const FEWEST_CASES = 8;
const FEWEST_OF_A_KIND = 2;

/** Runs the table of a rule: at least eight cases, of which two find something and two find nothing. */
export function ruleCases(rule: Rule, authority: RegExp, cases: readonly RuleCase[]): void {
  describe(rule.name, () => {
    it('has a table of positive and negative cases', () => {
      const positive = cases.filter(({ finds }) => finds.length > 0).length;
      expect(cases.length).toBeGreaterThanOrEqual(FEWEST_CASES);
      expect(Math.min(positive, cases.length - positive)).toBeGreaterThanOrEqual(FEWEST_OF_A_KIND);
    });

    it.each(cases.map((one) => [one.name, one] as const))(
      '%s',
      (_, { claim, finds, lines, asks, diagnoses, points, ...given }) => {
        const ruling = ruled(rule, claim, given);
        const found = ruling.findings.filter(({ severity }) => severity !== 'I');
        expect(found.map((each) => `${each.severity} ${each.rule}`)).toEqual(finds);
        for (const each of found) {
          expect(each.authority).toMatch(authority);
          expect(each.edition).not.toBe('');
        }
        const held = (at: number): string => (ruling.draft.lines[at]?.held === undefined ? '' : ' (held)');
        const after = left(ruling).map((line, at) => `${line}${held(at)}`);
        const before = left({ draft: claim, findings: [] });
        expect(after).toEqual(lines ?? before);
        const codes = ({ diagnoses: all }: Draft) => all.map(({ code }) => code);
        expect(codes(ruling.draft)).toEqual(diagnoses ?? codes(claim));
        const pointed = ruling.draft.lines.map(({ code, dx }) => `${code}>${dx.join()}`);
        if (points !== undefined) expect(pointed).toEqual(points);
        if (asks !== undefined) expect(ruling.draft.questions.map(({ id }) => id)).toEqual(asks);
      },
    );
  });
}
