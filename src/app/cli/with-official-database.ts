import { createPinoLog } from '../../adapters/log/pino-log.ts';
import { migrateUp } from '../../adapters/postgres/migrate.ts';
import { configFromEnv } from '../config/env.ts';
import { type DatabaseHandle, openDatabaseFor } from '../storage.ts';
import { step } from './output.ts';

/** Opens the database of the service, brought to the newest schema, for one command. */
export async function withOfficialDatabase<T>(use: (handle: DatabaseHandle) => Promise<T>): Promise<T> {
  const config = configFromEnv();
  const handle = await openDatabaseFor(config, createPinoLog({ level: config.logLevel, process: 'official' }), step);
  try {
    await migrateUp(handle.db);
    return await use(handle);
  } finally {
    await handle.close();
  }
}
