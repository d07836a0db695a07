import { describe, expect, it } from 'vitest';
import type { ProcedureCode } from '../../../src/core/model/code.ts';
import { type Answer, NOTICE_KINDS } from '../../../src/core/model/consultation.ts';
import type { Question } from '../../../src/core/model/draft.ts';
import type { IsoDate } from '../../../src/core/model/ids.ts';
import { replyView } from '../../../src/core/reply/reply-view.ts';
import type { CaseView } from '../../../src/core/reply/view.ts';
import {
  caseAnswer,
  claimLine,
  diagnosis,
  evidence,
  finding,
  noticeAnswer,
  SAMPLE_KEY,
  SAMPLE_SETTINGS,
} from '../../support/answer-builders.ts';
import { DIFFICULT_CASE, EASY_CASE } from '../../support/sample-answers.ts';

function viewOf(answer: Answer): CaseView {
  const view = replyView({ answer, caseKey: SAMPLE_KEY, subject: 'Op note' });
  if (view.template !== 'case' && view.template !== 'case-short') throw new Error('not a case');
  return view;
}

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

describe('the length of a reply', () => {
  it('is short for one sure line with nothing to ask', () => {
    expect(viewOf(EASY_CASE).template).toBe('case-short');
  });

  it.each([
    ['two lines', { lines: [claimLine({ code: '44970' }), claimLine({ code: '49320', seq: 2 })] }],
    ['a held line', { lines: [claimLine({ code: '66984', held: 'no side' })] }],
    ['doubt', { lines: [claimLine({ code: '44970', confidence: { value: 0.6, word: 'likely', because: 'x' } })] }],
    ['a question', { lines: [claimLine({ code: '44970' })], questions: [question({})] }],
    ['a warning', { lines: [claimLine({ code: '44970' })], findings: [finding({ severity: 'W' })] }],
    ['nothing to bill', {}],
  ] as const)('is full for %s', (_name, over) => {
    expect(viewOf(caseAnswer(over)).template).toBe('case');
  });

  it('names at most six codes that are not billed', () => {
    expect(viewOf(DIFFICULT_CASE).notBilled).toHaveLength(6);
  });
});

describe('the claim', () => {
  it('points to diagnoses by letter, at most four a line', () => {
    const codes = ['A00.0', 'B00.0', 'C00.0', 'D00.0', 'E00.0'];
    const { claim } = viewOf(
      caseAnswer({
        lines: [claimLine({ code: '44970', dx: ['C00.0', 'A00.0', 'Z99.9', 'B00.0', 'D00.0', 'E00.0'] })],
        diagnoses: codes.map((code) => diagnosis(code, 'A disease', 'a disease')),
      }),
    );
    expect(claim?.rows[0]?.dx).toBe('C A B D');
    expect(claim?.copy).toEqual(['44970\t\t1\tCABD']);
  });

  it('has an RVU column only when a fee schedule priced a line', () => {
    const priced = claimLine({ code: '44970', totalRvu: 17.93, units: 2, globalDays: '090' });
    const unpriced = claimLine({ code: '49320', seq: 2, globalDays: 'XXX' });
    expect(viewOf(caseAnswer({ lines: [unpriced] })).claim).toMatchObject({ hasRvu: false, sum: undefined });
    const mixed = viewOf(caseAnswer({ lines: [priced, unpriced] })).claim;
    expect(mixed?.rows.map(({ rvu, global }) => [rvu, global])).toEqual([
      ['17.93 x 2', '90 days'],
      ['-', 'none'],
    ]);
    expect(mixed?.sum).toBeUndefined();
  });

  it('sums units times RVU of the lines that are ready', () => {
    const lines = [
      claimLine({ code: '22551', totalRvu: 48.05 }),
      claimLine({ code: '22552', seq: 2, units: 2, totalRvu: 11.19, modifiers: ['59'] }),
      claimLine({ code: '20931', seq: 3, totalRvu: 3.14, held: 'implant log' }),
    ];
    const { claim } = viewOf(caseAnswer({ lines }));
    expect(claim?.sum).toContain('70.43 RVU');
    expect(claim?.copy).toEqual(['22551\t\t1\t', '22552\t59\t2\t']);
  });
});

describe('what was taken for granted', () => {
  it('tells the year of the date of service, never the date', () => {
    const dates = (['mail', 'note', 'received'] as const).map(
      (from) =>
        viewOf(
          caseAnswer({
            settings: { ...SAMPLE_SETTINGS, dateOfService: { value: '2025-03-17' as IsoDate, from } },
          }),
        ).settings,
    );
    for (const settings of dates) {
      expect(settings).toContain('service year 2025');
      expect(settings).not.toMatch(/03-17|March|17/);
    }
    expect(dates.map((settings) => settings.includes('"DOS: YYYY-MM-DD"'))).toEqual([false, false, true]);
  });

  it('offers to change only what was assumed', () => {
    const { settings } = viewOf(EASY_CASE);
    expect(settings).toContain('"payer: commercial"');
    expect(settings).not.toContain('place:');
  });
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
    viewOf(caseAnswer({ findings: findings.map((each) => finding(each)) })).checks;

  it('are one line when all is clear', () => {
    expect(checksOf({ text: 'Pairs: 6 of 6' }, { text: 'Units: 1 of 1.' })).toEqual({
      summary: 'Pairs: 6 of 6; Units: 1 of 1.',
      details: [],
    });
  });

  it('tell what failed, what to look at, an older edition, and what was not checked, in this order', () => {
    const checks = checksOf(
      { state: 'not-checked', text: 'No MUE edition is loaded' },
      { state: 'nearest-edition', text: 'Pairs by 2025Q4', edition: '2025Q4' },
      { severity: 'W', text: 'Look here' },
      { severity: 'F', text: 'Not together', authority: 'NCCI', edition: '2026Q1' },
      { severity: 'Q', text: 'Asked above' },
      { state: 'not-checked', text: 'No MUE edition is loaded' },
    );
    expect(checks?.details.map(({ label }) => label)).toEqual(['Failed', 'Look at', 'Older edition', 'Not checked']);
    expect(checks?.details[0]?.text).toBe('Not together (NCCI, 2026Q1).');
    expect(checks?.details.at(-1)?.text).toBe('No MUE edition is loaded.');
    expect(JSON.stringify(checks)).not.toContain('Asked above');
  });
});

describe('every reply', () => {
  it('says how it was drafted, by which editions, its limits and its case', () => {
    const footer = viewOf(DIFFICULT_CASE).footer.join(' ');
    for (const part of ['one attachment', 'language model', 'NCCI PTP 2026Q1', 'CC-7F3K2', 'not a payment promise']) {
      expect(footer).toContain(part);
    }
  });

  it.each(NOTICE_KINDS)('a %s notice is short and repeats nothing of the mail', (kind) => {
    const view = replyView({ answer: noticeAnswer(kind), caseKey: SAMPLE_KEY, subject: 'secret subject' });
    if (view.template !== 'notice') throw new Error('not a notice');
    expect([...view.paragraphs, ...view.points, ...view.after].join(' ').length).toBeLessThan(600);
    expect(JSON.stringify({ ...view, subject: '' })).not.toContain('secret');
  });
});
