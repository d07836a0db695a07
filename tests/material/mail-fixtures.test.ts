import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createMimeReader } from '../../src/adapters/mime/mime-reader.ts';
import { readMail } from '../../src/core/mail/read-mail.ts';
import type { InboundEmail } from '../../src/core/model/inbound-email.ts';
import { fixtureSource, fixtureSubject, MAIL_ROOT, mailFiles, readExpectations } from './mail-corpus.ts';
import { EXCEPTIONS } from './mail-exceptions.ts';
import { misses } from './mail-score.ts';

const OWN = { ownAddresses: ['coding@own.test'], ownMessageIdDomain: 'own.test' };
/** Labels that we do not follow on purpose stay few. */
const MOST_EXCEPTIONS_SHARE = 0.06;
const READ_TIME_MS = 60_000;

const reader = createMimeReader({ timeoutMs: 5_000, maxBytes: 40_000_000 });
afterAll(() => reader.close());

describe('mails of public projects', () => {
  test('every one is read, and within five seconds', { timeout: READ_TIME_MS }, async () => {
    const files = mailFiles();
    const failed: string[] = [];
    for (const file of files) {
      const outcome = await reader.read(fixtureSource(file));
      if (outcome.outcome === 'unreadable') failed.push(`${file}: ${outcome.why}`);
      else readMail(outcome.email, OWN);
    }
    expect(files.length).toBeGreaterThan(900);
    expect(failed).toEqual([]);
  });

  test('labels are met, kind by kind', { timeout: READ_TIME_MS }, async () => {
    const table = new Map<string, { met: number; excepted: number; total: number }>();
    const missed: string[] = [];
    for (const expectation of readExpectations().filter(({ file }) => !file.endsWith('.tnef'))) {
      const email = await read(expectation.project, expectation.file, fixtureSubject(expectation));
      const name = `${expectation.kind} ${expectation.project}/${expectation.file}`;
      const reasons = misses(expectation, email, readMail(email, OWN));
      const row = table.get(expectation.kind) ?? { met: 0, excepted: 0, total: 0 };
      row.total += 1;
      if (EXCEPTIONS.has(name)) row.excepted += 1;
      else if (reasons.length === 0) row.met += 1;
      else missed.push(`${name}: ${reasons.join('; ')}`);
      table.set(expectation.kind, row);
      if (EXCEPTIONS.has(name)) expect.soft(reasons, `${name} is met: no exception any more`).not.toEqual([]);
    }
    console.table(Object.fromEntries(table));
    const labels = [...table.values()].reduce((sum, { total }) => sum + total, 0);
    expect(missed).toEqual([]);
    expect(EXCEPTIONS.size).toBeLessThan(labels * MOST_EXCEPTIONS_SHARE);
  });
});

async function read(project: string, file: string, subject: string): Promise<InboundEmail> {
  const outcome = await reader.read(fixtureSource(join(MAIL_ROOT, project, file), subject));
  if (outcome.outcome === 'unreadable') throw new Error(`${project}/${file} is ${outcome.why}`);
  return outcome.email;
}
