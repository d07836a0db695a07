import { Command } from 'commander';
import { openQueue } from '../../../adapters/bullmq/backend.ts';
import { createReplyRenderer } from '../../../adapters/handlebars/reply-renderer.ts';
import { createPinoLog } from '../../../adapters/log/pino-log.ts';
import { createCaseDesk } from '../../../adapters/postgres/case-desk.ts';
import { pendingMigrations } from '../../../adapters/postgres/migrate.ts';
import { loadCodeLibrary } from '../../../code-library/load.ts';
import type { CaseDesk } from '../../../pipeline/desk-port.ts';
import { SYSTEM_CLOCK } from '../../clock.ts';
import type { Config } from '../../config/config.ts';
import { configFromEnv } from '../../config/env.ts';
import { probeModel } from '../../probe-model.ts';
import { openDatabaseFor } from '../../storage.ts';
import { deskWords } from '../desk-words.ts';
import type { Examination } from '../examination.ts';
import { mailExaminations } from '../examine-mail.ts';
import { print, step } from '../output.ts';

const QUEUE_WITHIN_MS = 5_000;

/** `caseconsult doctor`: connects to everything configured and says what is wrong. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('connect to everything configured and say what is wrong')
    .action(async () => {
      const config = configFromEnv();
      print('ok     configuration');
      let faults = 0;
      for (const { name, look, remedy } of examinations(config)) {
        try {
          print(`ok     ${name}: ${await look()}`);
        } catch (fault) {
          faults += 1;
          print(`FAULT  ${name}: ${codeOf(fault)}; ${remedy}`);
        }
      }
      if (faults > 0) process.exitCode = 1;
    });
}

function examinations(config: Config): readonly Examination[] {
  const { model } = config;
  return [
    {
      name: 'code library',
      look: async () => {
        const { codes, diagnoses } = await loadCodeLibrary();
        return `${codes.length} procedure codes, ${diagnoses.length} diagnoses`;
      },
      remedy: 'the message names file and place',
    },
    {
      name: 'templates',
      look: async () => {
        createReplyRenderer();
        return 'compiled';
      },
      remedy: 'a template of templates/ is broken',
    },
    { name: 'database and queue', look: () => databaseAndQueue(config), remedy: storageRemedy(config) },
    ...mailExaminations(config),
    ...(model === undefined
      ? []
      : [{ name: 'model', look: () => probeModel(config), remedy: 'check LLM_MODEL, LLM_API_KEY, LLM_BASE_URL' }]),
  ];
}

function storageRemedy({ database, queue }: Config): string {
  const settings = [
    database.kind === 'embedded' ? 'DATA_DIR' : 'DATABASE_URL',
    ...(queue.kind === 'redis' ? ['REDIS_URL'] : []),
  ];
  return `check ${settings.join(' and ')}`;
}

async function databaseAndQueue(config: Config): Promise<string> {
  const log = createPinoLog({ level: 'silent', process: 'doctor' });
  const { db, url, close } = await openDatabaseFor(config, log, step);
  try {
    const pending = await pendingMigrations(db);
    const { queue } = config;
    const backend = queue.kind === 'redis' ? { kind: queue.kind, url: queue.url.reveal() } : { kind: queue.kind, url };
    const bell = openQueue(backend, 'intake');
    bell.on('error', () => undefined);
    try {
      await Promise.race([bell.waitUntilReady(), rejectAfter(QUEUE_WITHIN_MS)]);
    } finally {
      await bell.close();
    }
    if (pending.length === 0) await tellWaiting(createCaseDesk({ db, clock: SYSTEM_CLOCK }));
    return `${config.database.kind} PostgreSQL, ${pending.length} migrations pending; queue on ${queue.kind}`;
  } finally {
    await close();
  }
}

/** What waits for a person: `caseconsult cases` decides about it. */
async function tellWaiting(desk: CaseDesk): Promise<void> {
  for (const entry of await desk.list('attention')) {
    const { why, next } = deskWords(entry);
    print(`LOOK   ${entry.caseKey} ${why}; ${next}`);
  }
}

function rejectAfter(ms: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('the queue did not answer')), ms).unref();
  });
}

/** Code or message of a fault; connection faults of these adapters name hosts and settings, never content. */
function codeOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'fault';
  return 'code' in fault && typeof fault.code === 'string' ? fault.code : (fault.message.split('\n')[0] ?? fault.name);
}
