import { Command } from 'commander';
import { createPinoLog } from '../../../adapters/log/pino-log.ts';
import { caseHistory } from '../../../adapters/postgres/case-history.ts';
import { deidentifyText } from '../../../core/deidentify/deidentify.ts';
import type { Decision } from '../../../core/model/decision.ts';
import type { CaseDesk } from '../../../pipeline/desk-port.ts';
import { ringOrLeave } from '../../../pipeline/ring.ts';
import { SYSTEM_CLOCK } from '../../clock.ts';
import { configFromEnv } from '../../config/env.ts';
import { type Container, openContainer } from '../../container.ts';
import { tellAndGoOn, UserFault } from '../fault.ts';
import { print, step } from '../output.ts';
import { listJson, listText } from './list-cases.ts';
import { historyJson, historyText } from './show-case.ts';

const EXAMPLES = `
Examples:
  $ caseconsult cases list                      what waits for a person, and what to do about it
  $ caseconsult cases list --all --json         what is still worked on too, one JSON line each
  $ caseconsult cases show CC-7F3K2QX           what happened to a case
  $ caseconsult cases retry CC-7F3K2QX CC-9A1B2CD
  $ caseconsult cases release CC-7F3K2QX --send-again
  $ caseconsult cases reject CC-7F3K2QX --reason "not a patient of ours"
`;

/** `caseconsult cases`: the desk for what is held or failed. It may be used while the service runs. */
export function casesCommand(): Command {
  const command = new Command('cases')
    .description('list, show and decide held and failed cases')
    .addHelpText('after', EXAMPLES);
  command
    .command('list', { isDefault: true })
    .description('what waits for a person, and what to do about it')
    .option('--all', 'what is still worked on too')
    .option('--json', 'one JSON line a mail')
    .action((options: { all?: boolean; json?: boolean }) =>
      withDesk(async ({ desk }) => {
        const entries = await desk.list(options.all === true ? 'open' : 'attention');
        const now = SYSTEM_CLOCK.now();
        for (const line of options.json === true ? entries.map(listJson) : listText(entries, now)) print(line);
      }),
    );
  command
    .command('show <key>')
    .description('what happened to a case: its mails, their stages and answers; never their text')
    .option('--json', 'one JSON object')
    .action((key: string, options: { json?: boolean }) =>
      withDesk(async ({ container }) => {
        const { storage, config } = container;
        const mails = await caseHistory(storage.db, keyOf(key), config.limits.heldMailDays);
        if (mails.length === 0) throw new UserFault(`${keyOf(key)} is not known`);
        print(options.json === true ? JSON.stringify(historyJson(mails)) : historyText(mails, SYSTEM_CLOCK.now()));
      }),
    );
  command
    .command('retry <keys...>')
    .description('let the stage that failed be tried anew, with all its tries')
    .action((keys: string[]) => decideAll(keys, 'retry'));
  command
    .command('release <keys...>')
    .description('let a mail that was held for review through, whatever was said against its sender')
    .option('--send-again', 'a reply that may have been delivered is sent once more: the sender may get two')
    .action((keys: string[], options: { sendAgain?: boolean }) =>
      decideAll(keys, options.sendAgain === true ? 'send-again' : 'release'),
    );
  command
    .command('reject <keys...>')
    .description('close the case; nobody is answered')
    .option('--reason <words>', 'kept with the case; identifiers in it are masked')
    .action((keys: string[], options: { reason?: string }) => decideAll(keys, 'reject', options.reason));
  return command;
}

const MOST_REASON_CHARS = 200;

const DONE: Readonly<Record<Decision, string>> = {
  retry: 'is tried again',
  release: 'goes through intake again, its checks of the sender set aside',
  'send-again': 'is sent again; the sender may get two replies',
  reject: 'is closed; nobody is answered',
};

/** Each key is a transaction of its own: one that is refused stops none of the others, and makes the exit code 1. */
async function decideAll(keys: readonly string[], decision: Decision, words?: string): Promise<void> {
  const reason = words === undefined ? undefined : deidentifyText(words.slice(0, MOST_REASON_CHARS));
  await withDesk(async ({ desk, container }) => {
    for (const key of new Set(keys.map(keyOf))) {
      const decided = await desk.decide(key, decision, reason);
      if (decided.outcome === 'refused') {
        tellAndGoOn(new UserFault(`${key} ${decided.why}`));
        continue;
      }
      for (const { id, stage } of decided.rings) await ringOrLeave(stage, id, container);
      print(`${key} ${DONE[decision]}${decided.count > 1 ? ` (${decided.count} mails)` : ''}`);
    }
  });
}

/** As it is read out over the phone or copied from a subject. */
function keyOf(text: string): string {
  return text.replace(/^\[|\]$/g, '').toUpperCase();
}

async function withDesk(
  use: (parts: { readonly desk: CaseDesk; readonly container: Container }) => Promise<void>,
): Promise<void> {
  const config = configFromEnv();
  const container = await openContainer(config, createPinoLog({ level: config.logLevel, process: 'cases' }), step);
  try {
    await use({ container, desk: container.storage.stores.desk });
  } finally {
    await container.close();
  }
}
