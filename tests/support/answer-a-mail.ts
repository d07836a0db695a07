import { createReplyRenderer } from '../../src/adapters/handlebars/reply-renderer.ts';
import { openLibrary } from '../../src/app/library.ts';
import { caseText } from '../../src/core/mail/case-text/case-text.ts';
import { readMail } from '../../src/core/mail/read-mail.ts';
import type { Answer, RenderedReply } from '../../src/core/model/consultation.ts';
import type { IsoDate } from '../../src/core/model/ids.ts';
import { coding } from '../../src/pipeline/consult.ts';
import { deidentify } from '../../src/pipeline/deidentify.ts';
import type { DraftModel } from '../../src/pipeline/model-port.ts';
import type { OfficialData } from '../../src/pipeline/ports.ts';
import { makeEmail } from '../unit/mail/make-email.ts';
import { SAMPLE_KEY } from './answer-builders.ts';

const OWN = { ownAddresses: ['consult@consult.example'], ownMessageIdDomain: 'consult.example' };
const library = await openLibrary();
const renderer = createReplyRenderer();

export interface SentMail {
  readonly text: string;
  readonly subject: string;
  readonly mailedOn: string;
  readonly official: OfficialData;
  readonly model?: DraftModel | undefined;
}

export interface AnsweredMail {
  /** What the mail was read as. */
  readonly verdict: string;
  readonly answer: Answer;
  readonly reply: RenderedReply;
}

/** The reply to a mail, from its visible text on: judged, masked, answered, rendered. */
export async function answerMail({ text, subject, mailedOn, official, model }: SentMail): Promise<AnsweredMail> {
  const email = makeEmail({ text, subject, date: new Date(`${mailedOn}T15:00:00Z`), headers: {} });
  const reading = readMail(email, OWN);
  const gathered = { email, reading, oversizeBytes: undefined, earlier: undefined, text: caseText(reading, []) };
  const result = deidentify(gathered, mailedOn as IsoDate);
  if (result.next !== 'coding') throw new Error(`went to ${result.next}`);
  const clock = { now: () => new Date(0) };
  const { answer } = await coding(result.input, 'test', { library, official, model, clock });
  const reply = renderer.render({ answer, caseKey: SAMPLE_KEY, subject });
  return { verdict: reading.verdict, answer, reply };
}
