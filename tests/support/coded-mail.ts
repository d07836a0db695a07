import type { CaseAnswer } from '../../src/core/model/consultation.ts';
import { answerMail } from './answer-a-mail.ts';
import { OFFICIAL_ROWS } from './official-rows.ts';

/** A day that the fee schedule of the tests covers. */
const MAILED_ON = '2025-11-03';

export interface CodedMail {
  readonly answer: CaseAnswer;
  /** `27814-AS-RT`; `(held)` behind a held one. */
  readonly lines: readonly string[];
  readonly asked: readonly string[];
  /** The reply as it is read. */
  readonly text: string;
}

/** What a mail with a note is answered, from its visible text on, with the official rows of the tests. */
export async function codedMail(...paragraphs: readonly string[]): Promise<CodedMail> {
  const text = paragraphs.join('\n\n');
  const { answer, reply } = await answerMail({
    text,
    subject: 'Op note',
    mailedOn: MAILED_ON,
    official: OFFICIAL_ROWS,
  });
  if (answer.kind !== 'case') throw new Error(`read as a ${answer.kind}`);
  const lines = answer.lines.map(
    ({ code, modifiers, held }) => [code, ...modifiers].join('-') + (held === undefined ? '' : ' (held)'),
  );
  return { answer, lines, asked: answer.questions.map(({ id }) => id), text: reply.text };
}
