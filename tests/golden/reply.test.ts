import { describe, expect, it } from 'vitest';
import { createReplyRenderer } from '../../src/adapters/handlebars/reply-renderer.ts';
import { NOTICE_KINDS } from '../../src/core/model/consultation.ts';
import { caseAnswer, noticeAnswer, SAMPLE_KEY } from '../support/answer-builders.ts';
import { expectGolden } from '../support/golden.ts';
import { CHANGED_CASE, DIFFICULT_CASE, EASY_CASE, HELD_CASE } from '../support/sample-answers.ts';
import { AUDIT_CASE } from '../support/sample-audit.ts';
import { CODE_QUESTION } from '../support/sample-question.ts';

const FOLDER = new URL('reply/', import.meta.url);
const SAMPLES = {
  easy: EASY_CASE,
  difficult: DIFFICULT_CASE,
  held: HELD_CASE,
  changed: CHANGED_CASE,
  'nothing-coded': caseAnswer({ verdict: 'CANNOT CODE: no operation is described.' }),
  audit: AUDIT_CASE,
  question: CODE_QUESTION,
  ...Object.fromEntries(NOTICE_KINDS.map((kind) => [`notice-${kind}`, noticeAnswer(kind)])),
};
const renderer = createReplyRenderer();
const render = (answer: (typeof SAMPLES)['easy']) =>
  renderer.render({ answer, caseKey: SAMPLE_KEY, subject: 'Op note for coding' });

describe.each(Object.entries(SAMPLES))('the reply "%s"', (name, answer) => {
  it('reads as its golden text and HTML', () => {
    const { text, html } = render(answer);
    expectGolden(new URL(`${name}.txt`, FOLDER), text);
    // Not `.html`: a linter would read the mail's styles as a web page's.
    expectGolden(new URL(`${name}.html.golden`, FOLDER), html);
  });

  it('fits 76 columns and refers to nothing outside', () => {
    const { text, html } = render(answer);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(76);
    expect(html).not.toMatch(/<(img|script|link|iframe)|https?:|url\(/i);
    expect(html).not.toMatch(/undefined|\[object/);
    expect(text).not.toMatch(/undefined|\[object|\{\{|⇥/);
  });
});

describe('a clean one-line case', () => {
  it('takes about twelve lines before its footer', () => {
    const { text } = render(EASY_CASE);
    const body = text.slice(0, text.indexOf('From the note:')).trim();
    expect(body.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(13);
  });
});
