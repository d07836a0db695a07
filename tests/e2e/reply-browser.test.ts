import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReplyRenderer } from '../../src/adapters/handlebars/reply-renderer.ts';
import type { Answer } from '../../src/core/model/consultation.ts';
import { caseAnswer, claimLine, diagnosis, evidence, noticeAnswer, SAMPLE_KEY } from '../support/answer-builders.ts';
import { DIFFICULT_CASE, EASY_CASE, HELD_CASE } from '../support/sample-answers.ts';
import { AUDIT_CASE } from '../support/sample-audit.ts';
import { CODE_QUESTION } from '../support/sample-question.ts';
import { requireService } from '../support/services.ts';

const PICTURE = fileURLToPath(new URL('../../templates/reply.png', import.meta.url));
const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Run in the page: the elements that stick out on the right. */
const MEASURE = `({
  wider: [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
    .map((element) => element.tagName),
  scrollWidth: document.documentElement.scrollWidth,
})`;
const HOSTILE = [
  '<script>document.title = "owned"</script>',
  '<img src="https://x.example/p.gif" onerror="document.title = 1">',
  '"><style>body{display:none}</style>',
  '{{constructor}} {{{verdict}}} {{> shell}} {{#each lines}}',
  `${'A'.repeat(400)}`,
  'line\r\nbreak\u202egnp.exe⇥⇥',
];
/** The widest grid there is: four modifiers, four pointers, units and RVU. */
const CROWDED = caseAnswer({
  lines: [
    claimLine({
      code: '22552',
      modifiers: ['59', 'RT', '78', 'XS'],
      units: 12,
      title: 'A title of some length that has to wrap on a phone without pushing anything aside',
      dx: ['M47.12', 'M50.01', 'G82.50', 'S52.501A'],
      totalRvu: 111.19,
      globalDays: '090',
      held: 'the side is missing',
    }),
  ],
  diagnoses: ['M47.12', 'M50.01', 'G82.50', 'S52.501A'].map((code) => diagnosis(code, 'A disease', 'a disease')),
});
const hostile = caseAnswer({
  verdict: HOSTILE.join(' '),
  lines: [
    claimLine({
      code: '44970',
      title: HOSTILE.join(' '),
      why: HOSTILE.join(' '),
      evidence: HOSTILE.map((text) => evidence(text)),
      held: HOSTILE.join(' '),
    }),
  ],
  notBilled: [],
  diagnoses: HOSTILE.map((text) => diagnosis('K35.80', text, text)),
});

let browser: Browser;
const renderer = createReplyRenderer();

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: requireService('chromium'), args: QUIET });
});
afterAll(() => browser?.close());

interface Opened {
  readonly page: Page;
  readonly requests: readonly string[];
}

/** Opens the HTML of a reply as a mail client would; every request it tries is noted and refused. */
async function open(answer: Answer, width: number, subject = 'Op note'): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const requests: string[] = [];
  await page.route('**/*', (route) => {
    requests.push(route.request().url());
    return route.abort();
  });
  await page.setContent(renderer.render({ answer, caseKey: SAMPLE_KEY, subject }).html);
  return { page, requests };
}

const ANSWERS = {
  easy: EASY_CASE,
  difficult: DIFFICULT_CASE,
  held: HELD_CASE,
  crowded: CROWDED,
  hostile,
  audit: AUDIT_CASE,
  question: CODE_QUESTION,
  notice: noticeAnswer('what-i-can-do'),
};

describe.each([360, 1000])('at a width of %i pixels', (width) => {
  it.each(Object.entries(ANSWERS))('the reply "%s" needs no sideways scrolling', async (_name, answer) => {
    const { page } = await open(answer, width);
    const { wider, scrollWidth } = await page.evaluate<{ wider: string[]; scrollWidth: number }>(MEASURE);
    expect(wider).toEqual([]);
    expect(scrollWidth).toBeLessThanOrEqual(width);
    await page.close();
  });

  it('shows verdict, codes, question and reasons', async () => {
    const { page } = await open(DIFFICULT_CASE, width);
    for (const text of [
      'READY except line 4',
      '22551',
      '10.57 x 2',
      'M47.12',
      'Implant log',
      'Not different from usual',
    ]) {
      expect(await page.getByText(text).first().isVisible()).toBe(true);
    }
    const heights = await page
      .locator('td', { hasText: /^22551$/ })
      .evaluateAll((cells) => cells.map((cell) => cell.clientHeight));
    expect(Math.max(...heights)).toBeLessThan(45);
    await page.close();
  });
});

describe('a hostile note', () => {
  it('is text: no element, no request, no template of its own', async () => {
    const { page, requests } = await open(hostile, 360, '<script>document.title = "owned"</script>');
    expect(await page.locator('script, img, iframe, body style').count()).toBe(0);
    expect(await page.title()).toContain('<script>');
    expect(await page.locator('body').innerText()).toContain('{{constructor}} {{{verdict}}} {{> shell}}');
    expect(requests).toEqual([]);
    await page.close();
  });
});

describe('the picture of the README', () => {
  it('is small enough to load, and drawn anew with UPDATE_GOLDEN=1', async () => {
    if (process.env['UPDATE_GOLDEN'] === '1') {
      const { page } = await open(DIFFICULT_CASE, 712);
      const { y } = (await page.getByText('Why', { exact: true }).boundingBox()) ?? { y: 0 };
      await page.screenshot({ path: PICTURE, fullPage: true, clip: { x: 0, y: 0, width: 712, height: y - 10 } });
      await page.close();
    }
    expect(statSync(PICTURE).size).toBeLessThan(200_000);
  });
});
