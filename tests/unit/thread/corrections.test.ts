import { describe, expect, it } from 'vitest';
import { agreesIn, readCorrection } from '../../../src/core/audit/correction.ts';
import { runThread } from '../../support/thread.ts';
import { CHOLANGIOGRAM, GALLBLADDER } from './notes.ts';

const RECORDED = 'Your correction is recorded.';

async function corrected(...mails: readonly string[]) {
  const steps = await runThread([GALLBLADDER, ...mails]);
  const last = steps.at(-1);
  const changed = last?.answer?.kind === 'case' ? last.answer.changed : undefined;
  return { ...last, changed: changed?.items ?? [], because: changed?.because ?? '' };
}

describe('a correction by the sender', () => {
  it.each([
    'should be 47563',
    'This should be 47563.',
    'we always bill 47563 here, you are wrong',
    '47562 should be 47563.',
    'I disagree, this is 47563 not 47562.',
    '47562 is wrong. The correct code is 47563.',
    'Please change it to 47563.',
    'Use 47563 instead of 47562.',
    'Hi,\nI think you missed the x-ray: it is 47563.\nThanks, Dana',
  ])('is held against the note, which decides: %s', async (mail) => {
    const { codes, feedback, because, changed, input, text } = await corrected(mail);
    expect(codes).toBe('47562');
    expect(feedback).toMatchObject({ kind: 'correct', given: ['47563'] });
    expect(because).toContain(RECORDED);
    expect(changed[0]).toMatch(/^47563: the note does not support it as it stands: .*no contrast picture/);
    expect(changed[0]).toContain("the surgeon's addendum");
    expect(text).toContain(RECORDED);
    // Nothing of it is taken for a fact or for a claim that was billed.
    expect(input?.note.text).toBe(GALLBLADDER);
    expect(text).not.toContain('You billed');
  });

  it('is told that it was right where the note supports it', async () => {
    const { codes, changed } = await corrected(CHOLANGIOGRAM, 'no cholangiogram was done after all', 'should be 47562');
    expect(codes).toBe('47562');
    expect(changed[0]).toBe('47562: the note supports it');
  });

  it('brings the fact behind its "because"', async () => {
    const { codes, changed } = await corrected('It should be 47563 because a cholangiogram was done.');
    expect(codes).toBe('47563');
    expect(changed[0]).toBe('47563: the note supports it');
    expect(changed).toContain('47562 is no longer billed: 47563 takes its place');
  });

  it('of a code that the note does not tell is answered so', async () => {
    const { codes, changed } = await corrected('You missed 49591.');
    expect(codes).toBe('47562');
    expect(changed[0]).toMatch(/^49591: the note does not support it as it stands: nothing in the note tells it/);
  });

  it('that takes a code away is answered by what the code stands on', async () => {
    const { feedback, changed } = await corrected('Please remove 47562.');
    expect(feedback).toEqual({ kind: 'correct', given: [], against: ['47562'] });
    expect(changed[0]).toMatch(/^47562 stays on the claim: /);
    expect((await corrected('44180 should come off, it is wrong. 44180 is wrong.')).changed).toContain(
      '44180 is not on the claim',
    );
  });

  it('speaks of one answer only: the next mail is no correction', async () => {
    const { because, feedback } = await corrected('should be 47563', 'payer: commercial');
    expect(because).not.toContain(RECORDED);
    expect(feedback).toBeUndefined();
  });

  it.each([
    'No, the answer was right, thanks',
    'You are right.',
    'Agreed, thank you!',
    'Your coding is correct.',
    "Sorry, you're right after all.",
  ])('taken back or agreed is kept as such and answered with silence: %s', async (mail) => {
    expect(await corrected(mail)).toMatchObject({ next: 'nothing', feedback: { kind: 'agree' } });
  });

  it('that agrees beside a fact is kept, and the fact is coded', async () => {
    const { codes, feedback } = await corrected('You are right. He also did a cholangiogram.');
    expect([codes, feedback]).toEqual(['47563', { kind: 'agree' }]);
  });

  it('by asking is a question, and by telling what was billed an audit', async () => {
    expect(await corrected('Should it be 47563?')).toMatchObject({ feedback: undefined, answer: { kind: 'question' } });
    const audit = await corrected('We billed 47563, is that right?');
    expect(audit).toMatchObject({ feedback: undefined, answer: { audit: { lines: [{ outcome: 'unsupported' }] } } });
  });
});

describe('the words of a correction', () => {
  it.each([
    ['49591-59 should be added, not 49593', ['49591-59'], ['49593']],
    ['It should be 47562, 49591-59 and 44180.', ['47562', '49591-59', '44180'], []],
    ['Use 47563 rather than 47562', ['47563'], ['47562']],
    ['You forgot 11403 x2', ['11403'], []],
  ])('%s', (text, given, against) => {
    const read = readCorrection(text);
    const labels = read?.given.map(({ code, modifiers }) => [code, ...modifiers].join('-'));
    expect([labels, read?.against]).toEqual([given, against]);
  });

  it.each([
    'Should this be 47563?',
    'The stent should be removed in 2 weeks.',
    'He always wears a brace.',
    'We billed 47562.',
    'DOS: 2025-03-01',
  ])('are not in: %s', (text) => {
    expect(readCorrection(text)).toBeUndefined();
  });

  it.each([
    'Agreed, he also did a cholangiogram',
    'The answer was right about the hernia only',
    'Is that right?',
    'Thanks',
    'right knee',
  ])('agree with nothing in: %s', (text) => {
    expect(agreesIn(text)).toBe(false);
  });
});
