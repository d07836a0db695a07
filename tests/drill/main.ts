/**
 * The mailbox drill: mails of every sort go through Dovecot, the five workers and an SMTP server while all that they
 * stand on is killed at random, and at the end no law of the mailbox may be broken.
 *
 *   npm run drill -- --seed 1 --mails 2000 --kills 40 --queue redis
 *
 * Prints a tally; exit code 1 when a law was broken. `--log FILE` keeps what the workers wrote.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { missingServices, missingText } from '../support/services.ts';
import { type DrillProgress, runDrill } from './run-drill.ts';
import { tallyOf } from './tally.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    mails: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '40' },
    queue: { type: 'string', default: 'redis' },
    log: { type: 'string' },
  },
});

const BAR_WIDTH = 30;
const LINE_EVERY_SECONDS = 10;
let lineAt = 0;

/** A bar on a terminal, a line now and then elsewhere. */
function show({ delivered, open, replies, kills, seconds }: DrillProgress): void {
  const filled = Math.min(BAR_WIDTH, Math.round((delivered / count('mails')) * BAR_WIDTH));
  const bar = `[${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}]`;
  const line = `${bar} ${delivered} mails, ${open} under way, ${replies} replies, ${kills} kills, ${seconds.toFixed(0)} s`;
  if (process.stderr.isTTY) process.stderr.write(`\r${line}   `);
  else if (seconds >= lineAt) {
    lineAt = seconds + LINE_EVERY_SECONDS;
    process.stderr.write(`${line}\n`);
  }
}

function count(name: 'seed' | 'mails' | 'kills'): number {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= 0) return number;
  process.stderr.write(`drill: --${name} takes a whole number\n`);
  process.exit(2);
}

function queueOf(): 'redis' | 'postgres' {
  if (values.queue === 'redis' || values.queue === 'postgres') return values.queue;
  process.stderr.write('drill: --queue takes redis or postgres\n');
  process.exit(2);
}

if (missingServices().length > 0) {
  process.stderr.write(`${missingText(missingServices())}\n`);
  process.exit(2);
}
const options = {
  seed: count('seed'),
  mails: count('mails'),
  kills: count('kills'),
  queue: queueOf(),
  onProgress: show,
};
const report = await runDrill(options);
if (values.log !== undefined) await writeFile(values.log, report.evidence.output);
process.stdout.write(`\n${tallyOf(report)}\n`);
process.exitCode = report.verdicts.some(({ broken }) => broken.length > 0) ? 1 : 0;
