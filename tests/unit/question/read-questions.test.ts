import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../src/core/model/ids.ts';
import { procedureCodesIn } from '../../../src/core/question/asked-codes.ts';
import { clausesOf } from '../../../src/core/question/clauses.ts';
import { dateAsked } from '../../../src/core/question/date-asked.ts';
import { questionWords } from '../../../src/core/question/intents.ts';
import { readQuestions } from '../../../src/core/question/read-questions.ts';

const MEDICAL = new Set(['modified', 'patient', 'valve', 'primary', 'globus']);
const vocabulary = { isWord: (word: string) => MEDICAL.has(word), isProcedure: (code: string) => code === 'G0121' };

/** `units 11730; global 27447`: what a mail asks, in short. */
function asked(mail: string): string {
  return readQuestions(mail, vocabulary)
    .map(({ intent, codes, diagnoses }) => [intent, ...codes.map(({ code }) => code), ...diagnoses].join(' '))
    .join('; ');
}

describe('what a mail asks', () => {
  it.each([
    ['modifer for bilat 69436', 'modifier 69436'],
    ['globl of 27447', 'global 27447'],
    ['diffrence betwen 47562 and 47563', 'difference 47562 47563'],
    ['is 99201 stil vaild', 'valid 99201'],
    ['wich diagnosys suports 29881', 'diagnosis-for 29881'],
    ['what replacd 49585', 'replaced 49585'],
    ['paretns of 22552', 'parents 22552'],
    ['unit limit, maximun, of 11730', 'units 11730'],
  ])('%j is understood in spite of its spelling', (mail, expected) => {
    expect(asked(mail)).toBe(expected);
  });

  it.each([
    ['Dear all,\n\nI hope this finds you well.\n\nglobal of 27447?\n\nBest regards,\nDana, CPC', 'global 27447'],
    ['Good morning! Quick question: MUE of 11730? Thanks so much for your help.', 'units 11730'],
    ['hey, sorry to bother you again, but could you please tell me the RVU of 45385 in the office', 'rvu 45385'],
    [
      'We had a long discussion with the billing company today and they say that\n44180 is never paid with 47562, is it bundled?',
      'together 44180 47562',
    ],
  ])('%j is found among chatter', (mail, expected) => {
    expect(asked(mail)).toBe(expected);
  });

  it.each([
    ['47562 with 44180', 'together 47562 44180'],
    ['47562 44180', 'together 47562 44180'],
    ['What is 32503? Can I bill it with 32480?', 'what-is 32503; together 32503 32480'],
    ['What is 22551? And its add-ons?', 'what-is 22551; add-ons 22551'],
    ['MUE of 11730? And 11719?', 'units 11730; units 11719'],
    ['MUE of 11730, 11719', 'units 11730 11719'],
    ['MUE 11730, global 27447', 'units 11730; global 27447'],
    ['MUE of these:\n11730\n11719', 'units 11730 11719'],
    ['MUE of 11730. MUE of 11730?', 'units 11730'],
    ['does K35.80 support 44970', 'diagnosis-for 44970 K35.80'],
    ['G0121 MUE', 'units G0121'],
    ['code for modified radical mastectomy', 'find-code'],
    ['icd-10 for gallstones', 'find-diagnosis'],
    ['Thanks!', ''],
    ['', ''],
  ])('%j asks %j', (mail, expected) => {
    expect(asked(mail)).toBe(expected);
  });
});

describe('the parts of a mail', () => {
  it('join a line that a mail client broke, and keep lists apart', () => {
    expect(
      clausesOf('I would like to know whether we may bill the code 47562\nwith 44180\n\n1. MUE\n2. global'),
    ).toEqual(['I would like to know whether we may bill the code 47562 with 44180', 'MUE', 'global']);
  });

  it('hold codes with the modifiers written behind them, and no money, phone or decimal', () => {
    expect(procedureCodesIn('44180-59, 27447-RT-22, 0627T and g0121; $12345, 12345.67, 1234567')).toEqual([
      { code: '44180', modifiers: ['59'] },
      { code: '27447', modifiers: ['RT', '22'] },
      { code: '0627T', modifiers: [] },
      { code: 'G0121', modifiers: [] },
    ]);
  });

  it('mend the words of a question and never a word of medicine', () => {
    const isKnown = (word: string): boolean => MEDICAL.has(word);
    expect(questionWords('Globel modifer, modified valve', isKnown)).toBe('global modifier modified valve');
  });
});

describe('the day a question is about', () => {
  const MAILED = '2026-02-10' as IsoDate;

  it.each([
    ['is 99201 valid on 2025-06-01', '2025-06-01'],
    ['global of 49505, surgery on 3/3/2025', '2025-03-03'],
    ['RVU for July 10, 2026', '2026-07-10'],
    ['is 55700 valid in 2025', '2025-07-01'],
    ['is 55700 valid in 2026', undefined],
    ['what is 20610', undefined],
  ])('%j is read as %s', (text, expected) => {
    expect(dateAsked(text, MAILED)).toBe(expected);
  });
});
