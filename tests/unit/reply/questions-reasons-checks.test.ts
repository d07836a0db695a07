import { describe, expect, it } from 'vitest';
import type { ProcedureCode } from '../../../src/core/model/code.ts';
import type { Question } from '../../../src/core/model/draft.ts';
import { caseAnswer, claimLine, evidence, finding } from '../../support/answer-builders.ts';
import { caseViewOf as viewOf } from '../../support/case-view-of.ts';
import { DIFFICULT_CASE, EASY_CASE } from '../../support/sample-answers.ts';

const question = (over: Partial<Question>): Question => ({
  id: 'q',
  to: 'surgeon',
  quote: undefined,
  text: 'Which side?',
  options: ['Right', 'Left'],
  ifThen: 'RT or LT',
  holds: [],
  ...over,
});

describe('questions', () => {
  const lines = [claimLine({ code: '66984' }), claimLine({ code: '66985', seq: 2 })];

  it('go to whom they are for, those that hold a line first', () => {
    const holds = ['66985' as ProcedureCode];
    const { asks, query } = viewOf(
      caseAnswer({
        lines,
        questions: [
          question({ id: 'a', text: 'How long' }),
          question({ id: 'b', text: 'Which side', holds }),
          question({ id: 'c', to: 'sender', text: 'Which payer', options: ['Medicare', 'other'], holds }),
        ],
      }),
    );
    expect(query?.optional).toBe(false);
    expect(query?.items.map(({ number, text }) => `${number} ${text}`)).toEqual(['1. Which side', '2. How long']);
    expect(query?.coderOnly.map(({ text }) => text)).toEqual(['RT or LT. Line 2 waits for it.', 'RT or LT.']);
    expect(asks).toEqual([
      { text: 'Which payer.', options: 'Medicare / other', ifThen: 'RT or LT.', holds: 'Line 2 waits for it.' },
    ]);
  });

  it('always leave the surgeon a way out, unless the answer is free text', () => {
    const { query } = viewOf(
      caseAnswer({
        lines,
        questions: [
          question({ options: ['Right', 'Left'] }),
          question({ options: ['Right', 'Cannot be determined'] }),
          question({ options: [] }),
        ],
      }),
    );
    expect(query?.items.map(({ options }) => options.length)).toEqual([3, 2, 0]);
    expect(query?.optional).toBe(true);
  });

  it('show the surgeon no word of what the answer changes', () => {
    const { query } = viewOf(DIFFICULT_CASE);
    expect(JSON.stringify(query?.items)).not.toMatch(/\b\d{5}\b|RVU|-22/);
  });
});

describe('reasons', () => {
  it('are told once for lines that rest on the same words', () => {
    expect(viewOf(DIFFICULT_CASE).why.map(({ label }) => label)).toEqual([
      '1-2',
      '3',
      '4',
      'M47.12',
      'M50.01',
      'G82.50',
    ]);
  });

  it('quote on one line and cut a very long quote at a word', () => {
    const long = `the wound\r\n\twas ${'closed in layers '.repeat(40)}`;
    const [why] = viewOf(caseAnswer({ lines: [claimLine({ code: '12032', evidence: [evidence(long)] })] })).why;
    expect(why?.quotes[0]).toMatch(/^the wound was closed .* \.\.\.$/);
    expect(why?.quotes[0]?.length).toBeLessThan(250);
  });

  it('give confidence in words, grouped by reason', () => {
    expect(viewOf(EASY_CASE).confidence).toEqual(['Sure.']);
    expect(viewOf(DIFFICULT_CASE).confidence.slice(0, 2)).toEqual([
      'Lines 1-3: sure.',
      'Line 4: likely, the implant log settles it.',
    ]);
  });
});

describe('checks', () => {
  const checksOf = (...findings: Parameters<typeof finding>[0][]) =>
    viewOf(caseAnswer({ lines: [claimLine({ code: '44970' })], findings: findings.map((each) => finding(each)) }))
      .checks;

  it('are one line when all is clear', () => {
    expect(checksOf({ text: 'Pairs: 6 of 6' }, { text: 'Units: 1 of 1.' })).toEqual({
      summary: 'Pairs: 6 of 6; Units: 1 of 1.',
      details: [],
    });
  });

  it('say nothing when nothing was coded and nothing is amiss', () => {
    expect(viewOf(caseAnswer({ findings: [finding({ state: 'not-checked' })] })).checks).toBeUndefined();
  });

  it('tell what failed, what to look at, the nearest edition, and what was not checked, in this order', () => {
    const checks = checksOf(
      { state: 'not-checked', text: 'units not checked: no MUE edition is loaded' },
      { state: 'nearest-edition', text: '3 pairs clear', edition: 'PTP 2025Q4' },
      { state: 'nearest-edition', text: '2 add-ons clear', edition: 'PTP 2025Q4' },
      { state: 'nearest-edition', text: 'Check again', edition: 'PTP 2025Q4, MUE 2025Q4' },
      { severity: 'W', text: 'Look here' },
      { severity: 'F', text: 'Not together', authority: 'NCCI', edition: '2026Q1' },
      { severity: 'Q', text: 'Asked above' },
      { state: 'not-checked', text: 'units not checked: no MUE edition is loaded' },
      { state: 'not-checked', text: 'Coverage.' },
    );
    expect(checks?.details.map(({ label }) => label)).toEqual(['Failed', 'Look at', 'Nearest edition', 'Not checked']);
    expect(checks?.details[0]?.text).toBe('Not together (NCCI, 2026Q1).');
    expect(checks?.details[2]?.text).toBe('3 pairs clear (PTP 2025Q4); 2 add-ons clear; Check again (MUE 2025Q4).');
    expect(checks?.details.at(-1)?.text).toBe('units: no MUE edition is loaded; Coverage.');
    expect(JSON.stringify(checks)).not.toContain('Asked above');
  });
});
