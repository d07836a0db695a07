import { Command } from 'commander';
import { createPinoLog } from '../../../adapters/log/pino-log.ts';
import { exportData } from '../../../adapters/postgres/export.ts';
import { restoreData } from '../../../adapters/postgres/restore.ts';
import { configFromEnv } from '../../config/env.ts';
import { type DatabaseHandle, openDatabaseFor } from '../../storage.ts';
import { counter, print, step } from '../output.ts';

/** `caseconsult export FILE`: all data in one file that any version of PostgreSQL can take back. */
export function exportCommand(): Command {
  return new Command('export')
    .description('write all data to a file (raw mails stay encrypted: keep the key beside it)')
    .argument('<file>', 'e.g. caseconsult-export.jsonl.gz')
    .action((file: string) =>
      withDatabase(async ({ db }) => {
        const count = counter('rows written');
        const rows = await exportData(db, file, count.at);
        count.end();
        print(`${rows} rows written to ${file}`);
      }),
    );
}

/** `caseconsult restore FILE`: the data of an export into an empty database. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('read an export back into an empty database')
    .argument('<file>', 'a file that export wrote')
    .action((file: string) =>
      withDatabase(async ({ db }) => {
        const count = counter('rows read');
        const rows = await restoreData(db, file, count.at);
        count.end();
        print(`${rows} rows restored`);
      }),
    );
}

async function withDatabase(use: (handle: DatabaseHandle) => Promise<void>): Promise<void> {
  const config = configFromEnv();
  const log = createPinoLog({ level: config.logLevel, process: 'export' });
  const handle = await openDatabaseFor(config, log, step);
  try {
    await use(handle);
  } finally {
    await handle.close();
  }
}
