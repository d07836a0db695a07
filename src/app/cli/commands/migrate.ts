import { Command } from 'commander';
import { createPinoLog } from '../../../adapters/log/pino-log.ts';
import { migrateDown, migrateUp, pendingMigrations } from '../../../adapters/postgres/migrate.ts';
import { configFromEnv } from '../../config/env.ts';
import { openDatabaseFor } from '../../storage.ts';
import { print, step } from '../output.ts';

/** `caseconsult migrate`: brings the database to the newest schema; `--down` takes the newest change back. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the database to the newest schema')
    .option('--down', 'take the newest migration back')
    .option('--list', 'only list what is pending')
    .action(async (options: { down?: boolean; list?: boolean }) => {
      const config = configFromEnv();
      const log = createPinoLog({ level: config.logLevel, process: 'migrate' });
      const { db, close } = await openDatabaseFor(config, log, step);
      try {
        if (options.list) return print((await pendingMigrations(db)).join('\n') || 'nothing pending');
        const done = options.down ? await migrateDown(db) : await migrateUp(db);
        print(
          done.length === 0
            ? 'nothing to do'
            : done.map((name) => `${options.down ? 'down' : 'up'} ${name}`).join('\n'),
        );
      } finally {
        await close();
      }
    });
}
