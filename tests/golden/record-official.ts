import { createPinoLog } from '../../src/adapters/log/pino-log.ts';
import { configFromEnv } from '../../src/app/config/env.ts';
import { openOfficialData } from '../../src/app/official/open-official-data.ts';
import type { Answer } from '../../src/core/model/consultation.ts';
import { answerDraft } from '../support/answer-a-draft.ts';
import { answerMail } from '../support/answer-a-mail.ts';
import { recordExcerpt } from '../support/official-excerpt.ts';
import {
  CLAIM_NAMES,
  claimOf,
  EXCERPT_DAYS,
  excerptOf,
  MAIL_NAMES,
  MAILED_ON,
  mailOf,
  officialOf,
} from './golden-mails.ts';

/**
 * Records what the loaded official files tell of the codes that the golden cases name, so that the goldens need no
 * file: `DATA_DIR=... node tests/golden/record-official.ts`, on a database with every official file loaded.
 */
const config = configFromEnv();
const data = await openOfficialData(config, createPinoLog({ level: config.logLevel, process: 'record' }));
const CODE = /\b(\d{4}[0-9A-Z]|[A-V]\d{4}|[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)\b/g;

const cases: Set<string>[] = [];
for (const name of MAIL_NAMES) {
  const text = mailOf(name);
  const official = officialOf(name, data.official);
  const { answer } = await answerMail({ text, subject: 'Op note', mailedOn: MAILED_ON, official });
  cases.push(new Set([...codesOf(answer), ...codesIn(text)]));
}
for (const name of CLAIM_NAMES) {
  const { lines, diagnoses, mail } = claimOf(name);
  const { answer } = await answerDraft({
    lines,
    diagnoses,
    mail,
    mailedOn: MAILED_ON,
    official: officialOf(name, data.official),
  });
  cases.push(new Set([...codesOf(answer), ...codesIn([...lines, ...diagnoses, mail].join(' '))]));
}
for (const day of EXCERPT_DAYS) await recordExcerpt(excerptOf(day), cases, data.official, day, true);
await data.close();

function codesIn(text: string): string[] {
  return [...text.matchAll(CODE)].map(([code]) => code);
}

/** What the answer bills, leaves out, points to and found something on. */
function codesOf(answer: Answer): string[] {
  if (answer.kind !== 'case') return [];
  const { lines, notBilled, diagnoses, findings } = answer;
  return [...[...lines, ...notBilled, ...diagnoses].map(({ code }) => code), ...findings.flatMap((one) => one.codes)];
}
