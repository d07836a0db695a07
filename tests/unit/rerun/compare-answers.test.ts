import { describe, expect, it } from 'vitest';
import type { CaseAnswer } from '../../../src/core/model/consultation.ts';
import { compareAnswers } from '../../../src/core/rerun/compare-answers.ts';
import { caseAnswer, claimLine, diagnosis, finding } from '../../support/answer-builders.ts';

function answer(over: Partial<CaseAnswer>): CaseAnswer {
  const made = caseAnswer(over);
  if (made.kind !== 'case') throw new Error('expected a case');
  return made;
}

const chole = claimLine({ code: '47562', dx: ['K80.10'], totalRvu: 20.06, globalDays: '090' });
const scope = claimLine({ code: '49320' });
const gone = { code: scope.code, title: 'A look', reason: 'part of 47562', evidence: [] };

describe('two answers to one note', () => {
  it.each<[string, Partial<CaseAnswer>, Partial<CaseAnswer>, string[], string[]]>([
    ['are the same', { lines: [chole] }, { lines: [chole] }, [], []],
    [
      'a line falls, with its reason',
      { lines: [chole, scope] },
      { lines: [chole], notBilled: [gone] },
      ['49320 is no longer billed: part of 47562'],
      [],
    ],
    ['a line falls without one', { lines: [scope] }, { lines: [] }, ['49320 is no longer billed'], []],
    ['a line is new', { lines: [chole] }, { lines: [chole, scope] }, ['49320 is billed now: A procedure'], []],
    [
      'a modifier goes',
      { lines: [{ ...chole, modifiers: ['59'] }] },
      { lines: [chole] },
      ['47562 modifiers: 59 before, none now'],
      [],
    ],
    ['units change', { lines: [chole] }, { lines: [{ ...chole, units: 2 }] }, ['47562 units: 1 before, 2 now'], []],
    [
      'a line waits',
      { lines: [chole] },
      { lines: [{ ...chole, held: 'too many units' }] },
      ['47562 waits now: too many units'],
      [],
    ],
    ['a line waits no longer', { lines: [{ ...chole, held: 'x' }] }, { lines: [chole] }, ['47562 no longer waits'], []],
    [
      'the second of two equal lines goes',
      { lines: [chole, chole] },
      { lines: [chole] },
      ['47562 is no longer billed'],
      [],
    ],
    [
      'a diagnosis changes',
      { diagnoses: [diagnosis('G35', 'a', 'b')] },
      { diagnoses: [diagnosis('G35.D', 'a', 'b')] },
      ['Diagnoses: G35 before, G35.D now'],
      [],
    ],
    [
      'values alone change',
      { lines: [chole] },
      { lines: [{ ...chole, totalRvu: 18.92 }] },
      [],
      ['47562 total RVU: 20.06 before, 18.92 now'],
    ],
    [
      'global days change',
      { lines: [chole] },
      { lines: [{ ...chole, globalDays: '000' }] },
      [],
      ['47562 global days: 090 before, 000 now'],
    ],
    ['a fault is new', {}, { findings: [finding({ severity: 'F', text: 'units over' })] }, ['units over (2026Q1)'], []],
    ['a warning is no change', {}, { findings: [finding({ severity: 'W' })] }, [], []],
  ])('%s', (_, before, after, claim, values) => {
    expect(compareAnswers(answer(before), answer(after))).toEqual({ claim, values });
  });
});
