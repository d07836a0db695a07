import { describe, expect, it } from 'vitest';
import type { EvalAnswer, EvalCase, ScoringFacts } from '../../../src/core/eval/eval-case.ts';
import { scoreSet } from '../../../src/core/eval/score.ts';

type Line = readonly [code: string, modifiers?: readonly string[], units?: number];

const keyOf = (lines: readonly Line[], given: Partial<EvalCase> = {}): EvalCase => ({
  id: 'a',
  kind: 'procedure',
  cpt: lines.map(([code, modifiers = [], units = 1]) => ({ code, modifiers, units })),
  optional: [],
  alternatives: [],
  icd10: [],
  confidence: 'high',
  ...given,
});

const answerOf = (lines: readonly Line[], given: Partial<EvalAnswer> = {}): EvalAnswer => ({
  id: 'a',
  lines: lines.map(([code, modifiers = [], units = 1]) => ({ code, modifiers, units, confidence: 0.9 })),
  diagnoses: [],
  candidates: [],
  mentions: [],
  milliseconds: 1,
  ...given,
});

const FACTS: ScoringFacts = {
  fees: [
    { code: '29881', modifier: '', bilateral: '1', totalFacilityRvu: 14 },
    { code: '47562', modifier: '', bilateral: '0', totalFacilityRvu: 20 },
    { code: '49505', modifier: '', bilateral: '1', totalFacilityRvu: 19.5 },
  ],
  mues: [],
};

const score = (key: EvalCase, answer: EvalAnswer) => scoreSet([key], [answer], FACTS);

describe('whole-case exact', () => {
  it.each([
    ['equal', [['47562']], [['47562']], {}, true],
    ['another order', [['47562'], ['29881']], [['29881'], ['47562']], {}, true],
    ['one missing', [['47562'], ['29881']], [['47562']], {}, false],
    ['one too many', [['47562']], [['47562'], ['29881']], {}, false],
    ['an optional one too many', [['47562']], [['47562'], ['77001']], { optional: ['77001'] }, true],
    ['units differ', [['22552', [], 2]], [['22552', [], 1]], {}, false],
    ['two equal lines are two units', [['11401'], ['11401', ['59']]], [['11401', [], 2]], {}, true],
    ['an alternative', [['42826']], [['42825']], { alternatives: [['42825']] }, true],
    [
      'an alternative with more units',
      [['14301']],
      [['14302', [], 2], ['14301']],
      { alternatives: [['14301', '14302', '14302']] },
      true,
    ],
    [
      'both sides as two lines',
      [['29881', ['50']]],
      [
        ['29881', ['RT']],
        ['29881', ['LT']],
      ],
      {},
      true,
    ],
    ['nothing given', [['47562']], [], {}, false],
  ] as const)('%s', (_, key, answer, given, exact) => {
    expect(score(keyOf(key, given), answerOf(answer)).wholeCaseExact).toBe(exact ? 1 : 0);
  });
});

describe('modifiers', () => {
  it.each([
    ['59 is XS', [['47562', ['59']]], [['47562', ['XS']]], 1],
    ['51 is never scored', [['47562', ['51']]], [['47562']], 1],
    ['GC and AS are never scored', [['47562']], [['47562', ['GC', 'AS']]], 1],
    ['a side where the indicator is not 1', [['47562', ['LT']]], [['47562']], 1],
    ['a side where the indicator is 1', [['29881', ['LT']]], [['29881']], 0],
    ['the wrong side', [['29881', ['LT']]], [['29881', ['RT']]], 0],
    [
      '50 as two lines',
      [['29881', ['50']]],
      [
        ['29881', ['RT']],
        ['29881', ['LT']],
      ],
      1,
    ],
    ['a missing 62', [['47562', ['62']]], [['47562']], 0],
    ['a 59 too many', [['47562']], [['47562', ['59']]], 0],
  ] as const)('%s', (_, key, answer, accuracy) => {
    expect(score(keyOf(key), answerOf(answer)).modifierAccuracy).toBe(accuracy);
  });

  it('leaves the optional ones of the key out', () => {
    const key: EvalCase = {
      ...keyOf([]),
      cpt: [{ code: '47562', modifiers: [], units: 1, modifiers_optional: ['59', 'XS'] }],
    };
    expect(score(key, answerOf([['47562', ['XS']]])).modifierAccuracy).toBe(1);
  });
});

describe('the first code', () => {
  it.each([
    ['the same', [['47562'], ['29881']], [['47562']], 1],
    ['the second of the key', [['47562'], ['29881']], [['29881']], 0],
    ['worth less than 5 % less', [['47562'], ['49505']], [['49505']], 1],
    ['none', [['47562']], [], 0],
  ] as const)('%s', (_, key, answer, right) => {
    expect(score(keyOf(key), answerOf(answer)).firstCode).toBe(right);
  });
});

describe('sums', () => {
  it('precision, recall and F1 count codes over all cases', () => {
    const report = score(keyOf([['47562'], ['29881']]), answerOf([['47562'], ['11111']]));
    expect(report).toMatchObject({ codePrecision: 0.5, codeRecall: 0.5, codeF1: 0.5 });
    expect(report.perCase[0]).toMatchObject({ missed: ['29881'], extra: ['11111'] });
  });

  it('recall at 20 looks at the first twenty candidates of the case', () => {
    const filler = Array.from({ length: 20 }, (_, at) => String(10000 + at));
    expect(score(keyOf([['47562']]), answerOf([], { candidates: ['47562'] })).candidateRecallAt20).toBe(1);
    const late = score(keyOf([['47562']]), answerOf([], { candidates: [...filler, '47562'] }));
    expect(late).toMatchObject({ candidateRecallAt20: 0, candidateRecallAt60: 1 });
  });

  it('recall by family counts the families of a mention', () => {
    const mentions = [[['11111'], ['47562', '47563']]];
    expect(score(keyOf([['47563']]), answerOf([], { mentions })).familyRecallPerMention).toBe(1);
  });

  it('diagnoses count at three characters and in full; the other coder’s are neither right nor wrong', () => {
    const key = keyOf([['47562']], { icd10: ['K80.20'], icd10_also: ['E66.01'] });
    const report = score(key, answerOf([['47562']], { diagnoses: ['K80.10', 'E66.01'] }));
    expect(report).toMatchObject({ icd10F1At3: 1, icd10F1: 0 });
  });

  it('coverage tells the share and the accuracy of cases at each threshold', () => {
    const { coverage } = score(keyOf([['47562']]), answerOf([['47562']]));
    expect(coverage.find(({ threshold }) => threshold === 0.9)).toEqual({ threshold: 0.9, share: 1, accuracy: 1 });
    expect(coverage[0]?.threshold).toBe(0);
  });
});

describe('which cases count', () => {
  it('low keys are reported apart and other kinds not at all', () => {
    const cases = [
      keyOf([['47562']]),
      keyOf([['29881']], { id: 'b', confidence: 'low' }),
      keyOf([['D1110']], { id: 'c', kind: 'other' }),
    ];
    const report = scoreSet(cases, [answerOf([['47562']])]);
    expect(report.cases).toBe(1);
    expect(report.lowConfidence.cases).toBe(1);
    expect(report.perCase.map(({ id }) => id)).toEqual(['a']);
  });

  it('a case without an answer counts as nothing given', () => {
    expect(scoreSet([keyOf([['47562']])], []).wholeCaseExact).toBe(0);
  });

  it('an empty set scores zero', () => {
    expect(scoreSet([], [])).toMatchObject({ cases: 0, wholeCaseExact: 0, msP50: 0 });
  });
});
