import { describe, expect, it } from 'vitest';
import { type CaseSettings, NOTICE_KINDS } from '../../../src/core/model/consultation.ts';
import type { Question } from '../../../src/core/model/draft.ts';
import type { IsoDate } from '../../../src/core/model/ids.ts';
import { replyView } from '../../../src/core/reply/reply-view.ts';
import {
  caseAnswer,
  claimLine,
  diagnosis,
  finding,
  noticeAnswer,
  SAMPLE_KEY,
  SAMPLE_SETTINGS,
} from '../../support/answer-builders.ts';
import { caseViewOf as viewOf } from '../../support/case-view-of.ts';
import { DIFFICULT_CASE, EASY_CASE } from '../../support/sample-answers.ts';

const QUESTION: Question = {
  id: 'q',
  to: 'surgeon',
  quote: undefined,
  text: 'Which side?',
  options: [],
  ifThen: 'RT or LT',
  holds: [],
};

describe('the length of a reply', () => {
  it('is short for one sure line with nothing to ask', () => {
    expect(viewOf(EASY_CASE).template).toBe('case-short');
  });

  it.each([
    ['two lines', { lines: [claimLine({ code: '44970' }), claimLine({ code: '49320', seq: 2 })] }],
    ['a held line', { lines: [claimLine({ code: '66984', held: 'no side' })] }],
    ['doubt', { lines: [claimLine({ code: '44970', confidence: { value: 0.6, word: 'likely', because: 'x' } })] }],
    ['a question', { lines: [claimLine({ code: '44970' })], questions: [QUESTION] }],
    ['a warning', { lines: [claimLine({ code: '44970' })], findings: [finding({ severity: 'W' })] }],
    ['a missing diagnosis', { lines: [claimLine({ code: '44970' })] }],
    ['nothing to bill', {}],
  ] as const)('is full for %s', (name, over) => {
    const diagnoses = name === 'a missing diagnosis' ? [] : [diagnosis('K35.80', 'Appendicitis', 'appendicitis')];
    expect(viewOf(caseAnswer({ diagnoses, ...over })).template).toBe('case');
  });

  it('names at most six codes that are not billed', () => {
    expect(viewOf(DIFFICULT_CASE).notBilled).toHaveLength(6);
  });
});

describe('the colour of the verdict', () => {
  const lines = [claimLine({ code: '44970' })];
  const diagnoses = [diagnosis('K35.80', 'Appendicitis', 'appendicitis')];

  it.each([
    ['ready', 'for a claim with lines and diagnoses', { lines, diagnoses }],
    ['wait', 'without a diagnosis', { lines }],
    ['wait', 'for a held line', { lines: [claimLine({ code: '66984', held: 'no side' })], diagnoses }],
    ['wait', 'for a failed check', { lines, diagnoses, findings: [finding({ severity: 'F' })] }],
    ['stop', 'when nothing can be coded', { diagnoses }],
  ] as const)('is %s %s', (tone, _why, over) => {
    expect(viewOf(caseAnswer(over)).tone).toEqual({ ready: false, wait: false, stop: false, [tone]: true });
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
            lines: [claimLine({ code: '44970' })],
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

  it('tells an earlier operation by its days, never by its date, and how to correct it', () => {
    const prior = {
      code: undefined,
      daysBefore: 21,
      surgeon: 'own',
      side: undefined,
      relation: undefined,
      quote: undefined,
    } as const;
    const settingsWith = (priorOperation: CaseSettings['priorOperation']) =>
      viewOf(caseAnswer({ lines: [claimLine({ code: '66984' })], settings: { ...SAMPLE_SETTINGS, priorOperation } }))
        .settings;
    const assumed = settingsWith({ from: 'note', value: prior });
    expect(assumed).toMatch(/Assumed: .*your earlier operation \(about 21 days before\) still runs/);
    expect(assumed).toContain('"prior: CODE on YYYY-MM-DD"');
    const told = settingsWith({ from: 'mail', value: { ...prior, code: '66984', surgeon: 'other' } });
    expect(told).toMatch(/From your mail: .*earlier operation 66984 of another surgeon, 21 days before/);
    expect(settingsWith({ from: 'note', value: { ...prior, surgeon: undefined } })).not.toContain('earlier');
  });

  it('offers to change only what was assumed', () => {
    const { settings } = viewOf(EASY_CASE);
    expect(settings).toContain('"payer: commercial"');
    expect(settings).not.toContain('place:');
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
