import { expect, test } from 'vitest';
import { type DrillReport, runDrill } from '../drill/run-drill.ts';
import { tallyOf } from '../drill/tally.ts';

const MAILS = 120;
const KILLS = 13;

/** The laws that were broken, with the whole tally beside them. */
function brokenLaws(report: DrillReport): string {
  return report.verdicts.some(({ broken }) => broken.length > 0) ? tallyOf(report) : 'none';
}

// `npm run drill` is the same with two thousand mails.
test('keeps every law of the mailbox while all that it stands on is killed in turn', { timeout: 900_000 }, async () => {
  const report = await runDrill({ seed: 5, mails: MAILS, kills: KILLS, queue: 'redis' });
  expect(brokenLaws(report)).toBe('none');
  expect(report.fates.length).toBeGreaterThanOrEqual(MAILS);
  expect(report.kills.size).toBe(11);
});
