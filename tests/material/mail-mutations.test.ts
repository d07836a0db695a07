import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createMimeReader } from '../../src/adapters/mime/mime-reader.ts';
import { caseText } from '../../src/core/mail/case-text/case-text.ts';
import { readMail } from '../../src/core/mail/read-mail.ts';
import { mailFiles } from './mail-corpus.ts';

const OWN = { ownAddresses: ['coding@own.test'], ownMessageIdDomain: 'own.test' };
const READ_WITHIN_MS = 5_000;
const RUNS = 300;
/** Bytes that mean something to a mail parser or to a pattern over its text. */
const PIECES = [
  '\r\n\r\n',
  '--',
  '>',
  'From: ',
  '=?utf-8?B?',
  'Content-Type: multipart/mixed; boundary="',
  '\u0000',
  '\ufeff',
];
const LONGEST_REPEAT = 20_000;

const reader = createMimeReader({ timeoutMs: READ_WITHIN_MS, maxBytes: 40_000_000 });
afterAll(() => reader.close());

interface Change {
  readonly at: number;
  readonly drop: number;
  readonly add: string;
  readonly times: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.integer({ min: 0, max: 300 }),
  add: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 40 })),
  times: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: LONGEST_REPEAT })),
});

/** Bytes of the source dropped and strange ones put in their place. */
function mutate(source: Buffer, changes: readonly Change[]): Buffer {
  return changes.reduce((bytes, { at, drop, add, times }) => {
    const from = Math.floor(at * bytes.length);
    const put = Buffer.from(add.repeat(Math.min(times, Math.ceil(LONGEST_REPEAT / Math.max(1, add.length)))), 'latin1');
    return Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + drop)]);
  }, source);
}

test('a damaged mail costs neither the reader nor five seconds', { timeout: 600_000 }, async () => {
  const files = mailFiles();
  expect(files.length).toBeGreaterThan(900);
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: files.length - 1 }),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      async (index, changes) => {
        const source = mutate(readFileSync(files[index] ?? ''), changes);
        const startedAt = performance.now();
        const outcome = await reader.read(source);
        expect(outcome).not.toMatchObject({ why: 'too-slow' });
        if (outcome.outcome === 'read') caseText(readMail(outcome.email, OWN), []);
        expect(performance.now() - startedAt).toBeLessThan(READ_WITHIN_MS);
      },
    ),
    { numRuns: RUNS, seed: 20261126 },
  );
});
