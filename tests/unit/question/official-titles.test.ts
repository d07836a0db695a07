import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NO_OFFICIAL_FACTS } from '../../../src/core/model/official.ts';
import { answerJson } from '../../../src/core/reply/answer-json.ts';
import type { OfficialData } from '../../../src/pipeline/ports.ts';
import { answerMail } from '../../support/answer-a-mail.ts';
import { NOTES } from '../audit/audit-notes.ts';

/** Texts of our own in the place of the AMA's. */
const TITLES = [
  {
    code: '47562',
    long: 'A long made-up text for the gallbladder',
    medium: 'MADE UP GALLBLADDER',
    short: 'MADE UP GB',
  },
  { code: '44970', long: 'A long made-up text for the appendix', medium: undefined, short: undefined },
  { code: '99999', long: 'A code that only the owner knows', medium: undefined, short: undefined },
];
const LOADED: OfficialData = {
  forCodes: async (codes) => ({
    ...NO_OFFICIAL_FACTS,
    editions: [{ kind: 'cpt', name: 'CPT 2026', effectiveFrom: undefined, effectiveTo: undefined }],
    cptTitles: TITLES.filter(({ code }) => codes.includes(code)),
  }),
};
const NOTHING_LOADED: OfficialData = { forCodes: async () => NO_OFFICIAL_FACTS };
const schema = z.fromJSONSchema(
  JSON.parse(readFileSync(new URL('../../golden/answer.schema.json', import.meta.url), 'utf8')),
);

async function replyTo(text: string, official = LOADED) {
  const { answer, reply } = await answerMail({ text, subject: 'question', mailedOn: '2026-02-20', official });
  expect(schema.safeParse(JSON.parse(JSON.stringify(answerJson('mail.txt', answer)))).error).toBeUndefined();
  return { text: reply.text.replace(/\s+/g, ' '), html: reply.html };
}

describe("the AMA's titles, where the owner has loaded them,", () => {
  it.each([
    ['what is 47562?', 'official: A long made-up text for the gallbladder'],
    ['difference between 47562 and 47563', 'official: A long made-up text for the gallbladder'],
    ['code for laparoscopic appendectomy', 'official: A long made-up text for the appendix'],
    ['what is 99999?', 'A code that only the owner knows'],
  ])('stand beside ours in the answer to %j', async (mail, official) => {
    const { text, html } = await replyTo(mail);
    expect(text).toContain(official);
    expect(html).toContain(official);
    expect(text).toContain('CPT 2026');
  });

  it('stand short behind ours in the claim', async () => {
    const { text, html } = await replyTo(NOTES.gallbladder);
    expect(text).toContain('Gallbladder out through the laparoscope (official: MADE UP GALLBLADDER)');
    expect(html).toContain('(official: MADE UP GALLBLADDER)');
  });

  it('are nowhere when none are loaded', async () => {
    for (const mail of ['what is 47562?', NOTES.gallbladder]) {
      expect((await replyTo(mail, NOTHING_LOADED)).text).not.toMatch(/official:/);
    }
  });
});
