import { Command } from 'commander';
import { createPinoLog } from '../../../adapters/log/pino-log.ts';
import { createOfficialData } from '../../../adapters/postgres/official/official-data.ts';
import { readOfficialTexts } from '../../../adapters/postgres/official/official-texts.ts';
import { createRerunStore } from '../../../adapters/postgres/rerun-store.ts';
import { isoDate } from '../../../core/model/ids.ts';
import { type AgainstNewEditions, rerun } from '../../../pipeline/rerun.ts';
import type { AnsweredCase } from '../../../pipeline/rerun-port.ts';
import { SYSTEM_CLOCK } from '../../clock.ts';
import { configFromEnv } from '../../config/env.ts';
import { openLibrary } from '../../library.ts';
import { openStorage } from '../../storage.ts';
import { UserFault } from '../fault.ts';
import { print, progressBar, step } from '../output.ts';

interface Options {
  readonly since: string;
  readonly send?: boolean;
  readonly json?: boolean;
}

type Told = 'dry run' | 'sent' | 'sent before' | 'the raw mail is purged';

/** `caseconsult rerun --since DATE`: which answers a newly loaded edition changes, and, if wished, telling their senders. */
export function rerunCommand(): Command {
  return new Command('rerun')
    .description('hold earlier answers against the editions loaded since; a dry run unless --send is given')
    .requiredOption('--since <date>', 'cases whose newest mail came on or after this day (YYYY-MM-DD)')
    .option('--send', 'tell the senders whose claim changed, in their thread, once')
    .option('--json', 'one JSON line a changed case')
    .action(async (options: Options) => {
      const since = isoDate(options.since);
      if (since === undefined) throw new UserFault(`--since takes a date like 2026-01-31, not "${options.since}"`);
      const config = configFromEnv();
      const log = createPinoLog({ level: config.logLevel, process: 'rerun' });
      const storage = await openStorage(config, { log, clock: SYSTEM_CLOCK, onProgress: step });
      try {
        const store = createRerunStore({ db: storage.db, clock: SYSTEM_CLOCK });
        const ports = {
          library: await openLibrary(await readOfficialTexts(storage.db)),
          official: createOfficialData(storage.db),
          clock: SYSTEM_CLOCK,
        };
        const cases = await store.answeredSince(since);
        const bar = progressBar('answers', cases.length);
        const counts = new Map<AgainstNewEditions['outcome'], number>();
        for (const [at, one] of cases.entries()) {
          const found = await rerun(one, ports);
          counts.set(found.outcome, (counts.get(found.outcome) ?? 0) + 1);
          if (found.outcome === 'changed') {
            const told = await tell(one, found, options.send === true ? store : undefined);
            bar.end();
            print(options.json === true ? JSON.stringify(changeJson(one, found, told)) : changeText(one, found, told));
          }
          bar.at(at + 1);
        }
        bar.end();
        if (options.json !== true) print(summary(cases.length, counts, options.send === true));
      } finally {
        await storage.close();
      }
    });
}

type Changed = Exclude<AgainstNewEditions, { readonly outcome: 'current' }>;

async function tell(
  { id, canBeTold }: AnsweredCase,
  { answer }: Changed,
  store: ReturnType<typeof createRerunStore> | undefined,
): Promise<Told> {
  if (!canBeTold) return 'the raw mail is purged';
  if (store === undefined) return 'dry run';
  return (await store.answerAgain(id, answer)) ? 'sent' : 'sent before';
}

const TOLD: Readonly<Record<Told, string>> = {
  'dry run': 'the sender would be told',
  sent: 'the new answer waits to be sent',
  'sent before': 'the sender was told before',
  'the raw mail is purged': 'the sender cannot be told: the raw mail is purged',
};

function changeText({ caseKey, answer }: AnsweredCase, { editions, changes }: Changed, told: Told): string {
  const year = answer.settings.dateOfService.value.slice(0, 4);
  const items = [...changes.claim, ...changes.values].map((item) => `  ${item}`);
  return [`${caseKey}  service year ${year}  ${editions.join(', ')}; ${TOLD[told]}`, ...items].join('\n');
}

function changeJson({ caseKey }: AnsweredCase, { editions, changes }: Changed, told: Told) {
  return { case: caseKey, editions, claim: changes.claim, values: changes.values, told };
}

function summary(
  cases: number,
  counts: ReadonlyMap<AgainstNewEditions['outcome'], number>,
  isSending: boolean,
): string {
  const of = (outcome: AgainstNewEditions['outcome']): number => counts.get(outcome) ?? 0;
  const changed = of('changed');
  const hint = changed > 0 && !isSending ? ' Add --send to tell their senders.' : '';
  return (
    `${cases} answered case(s): ${changed} changed, ${of('values')} with other values only, ${of('same')} the same, ` +
    `${of('current')} without a newer edition for their date.${hint}`
  );
}
