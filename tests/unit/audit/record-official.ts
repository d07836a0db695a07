import { createPinoLog } from '../../../src/adapters/log/pino-log.ts';
import { configFromEnv } from '../../../src/app/config/env.ts';
import { openOfficialData } from '../../../src/app/official/open-official-data.ts';
import { answerMail } from '../../support/answer-a-mail.ts';
import { recordExcerpt } from '../../support/official-excerpt.ts';
import { AUDIT_MAILS, MAILED_ON, NO_AUDIT } from './audit-mails.ts';
import { NOTES } from './audit-notes.ts';

/**
 * Records what the loaded official files tell of the codes of the audit mails: `DATA_DIR=... node
 * tests/unit/audit/record-official.ts`, on a database with every official file loaded.
 */
const config = configFromEnv();
const data = await openOfficialData(config, createPinoLog({ level: config.logLevel, process: 'record' }));
const CODE = /\b(\d{4}[0-9A-Z]|[A-V]\d{4}|[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4})\b/g;
const cases: Set<string>[] = [];
for (const [mail, note] of [...Object.values(AUDIT_MAILS).flat(), ...NO_AUDIT]) {
  const text = `${mail}\n\n${NOTES[note]}`;
  const { answer } = await answerMail({ text, subject: 'Op note', mailedOn: MAILED_ON, official: data.official });
  const codes = new Set([...mail.matchAll(CODE)].map(([code]) => code));
  cases.push(codes);
  if (answer.kind !== 'case') continue;
  for (const { code } of [...answer.lines, ...answer.diagnoses, ...answer.notBilled]) codes.add(code);
}
await recordExcerpt(new URL('official.jsonl', import.meta.url), cases, data.official, MAILED_ON);
await data.close();
