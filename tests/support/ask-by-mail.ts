import type { Answer } from '../../src/core/model/consultation.ts';
import type { OfficialData } from '../../src/pipeline/ports.ts';
import { answerMail } from './answer-a-mail.ts';

export interface AskedByMail {
  readonly answer: Answer;
  /** The plain text of the reply on one line. */
  readonly text: string;
  readonly html: string;
}

/** The reply to a question mail. */
export async function askByMail(
  mail: string,
  official: OfficialData,
  { mailedOn = '2025-11-03', subject = 'question' }: { readonly mailedOn?: string; readonly subject?: string } = {},
): Promise<AskedByMail> {
  const { verdict, answer, reply } = await answerMail({ text: mail, subject, mailedOn, official });
  if (verdict !== 'question') throw new Error(`read as ${verdict}`);
  return { answer, text: reply.text.replace(/\s+/g, ' '), html: reply.html };
}
