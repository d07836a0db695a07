import type { OfficialData } from '../../src/pipeline/ports.ts';
import { askByMail } from '../support/ask-by-mail.ts';
import { MORE_QUESTIONS } from '../unit/question/more-questions.ts';
import { SINGLE_QUESTIONS } from '../unit/question/single-questions.ts';
import { medianRound, printTimes, type Timed, withOfficial } from './with-official.ts';

const MAILS = [SINGLE_QUESTIONS, MORE_QUESTIONS].flatMap((table) => Object.values(table).flat()).map(([mail]) => mail);
const ROUNDS = 5;
const AIM_MS = 50;

/** Milliseconds from the text of a question mail to its rendered reply, with the official rows in PostgreSQL. */
export function measureQuestions(): Promise<void> {
  return withOfficial('questions', measure);
}

/** Every mail counts with the median of its rounds. */
async function measure(official: OfficialData): Promise<void> {
  for (const mail of MAILS) await askByMail(mail, official);
  const measured: (Timed & { readonly mail: string })[] = [];
  for (const mail of MAILS) measured.push({ mail, ...(await medianRound(ROUNDS, () => askByMail(mail, official))) });
  const slow = measured.filter(({ ms }) => ms > AIM_MS);
  process.stdout.write(`questions: ${MAILS.length} mails, aim: each under ${AIM_MS} ms; over it: ${slow.length}\n`);
  printTimes('from mail to reply', measured);
  for (const { mail, ms, cpuMs } of slow) {
    process.stdout.write(`  ${ms.toFixed(1)} ms, ${cpuMs.toFixed(1)} ms of processor  ${JSON.stringify(mail)}\n`);
  }
}
