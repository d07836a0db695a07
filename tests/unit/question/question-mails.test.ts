import { describe, expect, it } from 'vitest';
import { NO_OFFICIAL_FACTS } from '../../../src/core/model/official.ts';
import { askByMail } from '../../support/ask-by-mail.ts';
import { OFFICIAL_ROWS } from '../../support/official-rows.ts';
import { MORE_QUESTIONS } from './more-questions.ts';
import { SINGLE_QUESTIONS } from './single-questions.ts';

const NOTHING_LOADED = { forCodes: async () => NO_OFFICIAL_FACTS };

describe.each(Object.entries({ ...SINGLE_QUESTIONS, ...MORE_QUESTIONS }))('a mail about %s', (_, mails) => {
  it.each(mails)('%j is answered with its facts', async (mail, ...facts) => {
    const { text } = await askByMail(mail, OFFICIAL_ROWS);
    for (const fact of facts) {
      if (fact.startsWith('NOT ')) expect(text).not.toContain(fact.slice(4));
      else expect(text).toContain(fact);
    }
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  it.each(mails)('%j is answered, and honestly, with no file loaded', async (mail) => {
    const { answer, text } = await askByMail(mail, NOTHING_LOADED);
    if (answer.kind !== 'question') throw new Error('expected a question');
    const facts = answer.points.flatMap((point) => point.facts);
    expect(facts.every(({ source, state }) => source.startsWith('CaseConsultant') || state === 'not-checked')).toBe(
      true,
    );
    expect(text).not.toMatch(/yes, no active NCCI|at most \d+ units? \(MAI|RVU in a|undefined/);
    if (facts.some(({ state }) => state === 'not-checked')) expect(text).toContain('Not checked: ');
  });
});

describe('without an official file', () => {
  it.each([
    ['MUE of 11730', 'MUE not known, no MUE edition is loaded', 'no MUE edition is loaded'],
    ['global of 27447', 'no fee schedule is loaded', 'no Medicare fee schedule is loaded'],
    ['can I bill 47562 with 44180', 'NCCI edits were not checked', 'no NCCI edition is loaded'],
    ['do 29881 and 29877 need a 59?', 'Not on the same target', '29877 is not billed beside 29881'],
    ['modifier for bilateral 69436', 'RT or LT for one side, 50 for both', 'by our library'],
    ['add-ons of 22551', '22552', 'no NCCI add-on list is loaded'],
    ['is 99201 still valid on 2025-06-01', 'ended 2020-12-31', 'no Medicare fee schedule is loaded'],
  ])('%j says what it knows and what was not checked', async (mail, ...facts) => {
    const { text } = await askByMail(mail, NOTHING_LOADED);
    for (const fact of facts) expect(text).toContain(fact);
  });
});

describe('the codes of a mail', () => {
  it('are read from the subject when the text names none', async () => {
    const { text } = await askByMail('Can I bill these together?', OFFICIAL_ROWS, { subject: 'Re: 47562 and 44180' });
    expect(text).toContain('44180 is not paid beside 47562');
  });

  it('are answered for the day of the mail when no other is named', async () => {
    const { answer } = await askByMail('RVU of 22551', OFFICIAL_ROWS, { mailedOn: '2026-07-10' });
    expect(answer).toMatchObject({ day: '2026-07-10', verdict: expect.stringContaining('48.05') });
  });
});
