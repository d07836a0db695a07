import { describe, expect, it } from 'vitest';
import { byFamily, byModifier } from '../../../src/core/eval/breakdown.ts';
import type { EvalAnswer, EvalCase } from '../../../src/core/eval/eval-case.ts';
import { scoreSet } from '../../../src/core/eval/score.ts';
import { wilsonInterval } from '../../../src/core/eval/wilson.ts';

const line = (code: string, ...modifiers: string[]) => ({ code, modifiers, units: 1 });

function key(id: string, family: string, ...cpt: EvalCase['cpt']): EvalCase {
  return { id, family, kind: 'procedure', cpt, optional: [], alternatives: [], icd10: [], confidence: 'high' };
}

function answer(id: string, ...lines: ReturnType<typeof line>[]): EvalAnswer {
  const sure = lines.map((each) => ({ ...each, confidence: 0.9 }));
  return { id, lines: sure, diagnoses: [], candidates: [], mentions: [], milliseconds: 1 };
}

const KEYS = [
  key('a', 'hernia', line('49650', 'RT')),
  key('b', 'hernia', line('49505'), line('12001', '59')),
  key('c', 'eye', { ...line('66984', 'LT'), modifiers_optional: ['79'] }),
];
const ANSWERS = [answer('a', line('49650', 'RT')), answer('b', line('12001')), answer('c', line('66984', 'LT', '79'))];

describe('a report by what the keys are about', () => {
  it('counts cases and codes of each family', () => {
    expect(byFamily(KEYS, scoreSet(KEYS, ANSWERS).perCase)).toEqual([
      { family: 'eye', cases: 1, exact: 1, codes: 1, hits: 1 },
      { family: 'hernia', cases: 2, exact: 1, codes: 3, hits: 2 },
    ]);
  });

  it('counts modifiers on codes that both have, sides only where the code has sides', () => {
    const fees = ['49650', '66984'].map((code) => ({
      code,
      modifier: '' as const,
      bilateral: '1' as const,
      totalFacilityRvu: 1,
    }));
    expect(byModifier(KEYS, ANSWERS, { fees, mues: [] })).toEqual([
      { modifier: 'RT', expected: 1, given: 1, right: 1 },
      { modifier: '59', expected: 1, given: 0, right: 0 },
      { modifier: 'LT', expected: 1, given: 1, right: 1 },
    ]);
    expect(byModifier(KEYS, ANSWERS, { fees: [], mues: [] }).map(({ modifier }) => modifier)).toEqual(['59']);
  });
});

describe('the interval of a share', () => {
  it.each([
    [0, 0, 0, 1],
    [0, 10, 0, 0.278],
    [5, 10, 0.237, 0.763],
    [45, 75, 0.487, 0.703],
    [10, 10, 0.722, 1],
  ])('%i of %i lies between %f and %f', (hits, cases, low, high) => {
    const [from, to] = wilsonInterval(hits, cases);
    expect(from).toBeCloseTo(low, 3);
    expect(to).toBeCloseTo(high, 3);
  });
});
