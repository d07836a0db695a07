import { createReplyRenderer } from '../../src/adapters/handlebars/reply-renderer.ts';
import { openLibrary } from '../../src/app/library.ts';
import { caseText } from '../../src/core/mail/case-text.ts';
import { readMail } from '../../src/core/mail/read-mail.ts';
import type { Answer } from '../../src/core/model/consultation.ts';
import type { IsoDate } from '../../src/core/model/ids.ts';
import { coding } from '../../src/pipeline/consult.ts';
import { deidentify } from '../../src/pipeline/deidentify.ts';
import type { OfficialData } from '../../src/pipeline/ports.ts';
import { makeEmail } from '../unit/mail/make-email.ts';
import { SAMPLE_KEY } from './answer-builders.ts';

const OWN = { ownAddresses: ['consult@consult.example'], ownMessageIdDomain: 'consult.example' };
const library = await openLibrary();
const renderer = createReplyRenderer();

export interface AskedByMail {
  readonly answer: Answer;
  /** The plain text of the reply on one line. */
  readonly text: string;
  readonly html: string;
}

/** The reply to a question mail, from the visible text of the mail on: judged, masked, answered, rendered. */
export async function askByMail(
  mail: string,
  official: OfficialData,
  { mailedOn = '2025-11-03', subject = 'question' }: { readonly mailedOn?: string; readonly subject?: string } = {},
): Promise<AskedByMail> {
  const email = makeEmail({ text: mail, subject, date: new Date(`${mailedOn}T15:00:00Z`), headers: {} });
  const reading = readMail(email, OWN);
  if (reading.verdict !== 'question') throw new Error(`read as ${reading.verdict}`);
  const gathered = { email, reading, oversizeBytes: undefined, earlier: undefined, text: caseText(reading, []) };
  const result = deidentify(gathered, mailedOn as IsoDate);
  if (result.next !== 'coding') throw new Error(`went to ${result.next}`);
  const clock = { now: () => new Date(0) };
  const { answer } = await coding(result.input, 'test', { library, official, model: undefined, clock });
  const { text, html } = renderer.render({ answer, caseKey: SAMPLE_KEY, subject });
  return { answer, text: text.replace(/\s+/g, ' '), html };
}
