import { describe, expect, it } from 'vitest';
import { answerDraft } from '../support/answer-a-draft.ts';
import { answerMail } from '../support/answer-a-mail.ts';
import { expectGolden } from '../support/golden.ts';
import {
  CASES,
  CLAIM_NAMES,
  claimOf,
  MAIL_NAMES,
  MAILED_ON,
  mailOf,
  officialOf,
  recordedOfficial,
} from './golden-mails.ts';

const recorded = recordedOfficial();

function expectReply(name: string, text: string): void {
  expectGolden(new URL(`${name}.reply.txt`, CASES), text);
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(76);
}

describe('a mail with a note', () => {
  it.each(MAIL_NAMES)('%s is answered as its golden reply', async (name) => {
    const official = officialOf(name, recorded);
    const { reply } = await answerMail({ text: mailOf(name), subject: 'Op note', mailedOn: MAILED_ON, official });
    expectReply(name, reply.text);
  });
});

describe('a claim made by hand, as a model may draft it', () => {
  it.each(CLAIM_NAMES)('%s is answered as its golden reply', async (name) => {
    const { reply } = await answerDraft({
      ...claimOf(name),
      mailedOn: MAILED_ON,
      official: officialOf(name, recorded),
    });
    expectReply(name, reply.text);
  });
});
