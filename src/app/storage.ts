import { type Database, openDatabase } from '../adapters/postgres/database.ts';
import { startEmbeddedPostgres } from '../adapters/postgres/embedded/start.ts';
import { createCipher, loadOrCreateKey, type MailCipher, parseKey } from '../adapters/postgres/encryption.ts';
import { migrateUp } from '../adapters/postgres/migrate.ts';
import type { StorePolicy } from '../adapters/postgres/store-context.ts';
import { createStores, type Stores } from '../adapters/postgres/stores.ts';
import type { Clock, Log } from '../pipeline/ports.ts';
import type { Config } from './config/config.ts';

/** A stage whose worker died is taken over after this; a live worker renews well before. */
const LEASE_MS = 9_000;
export const RENEW_EVERY_MS = 3_000;

export interface DatabaseHandle {
  readonly url: string;
  readonly db: Database;
  close(): Promise<void>;
}

export interface Storage extends DatabaseHandle {
  readonly stores: Stores;
}

/** Opens the configured database, or starts the embedded one. */
export async function openDatabaseFor(
  config: Config,
  log: Log,
  onProgress: (text: string) => void,
): Promise<DatabaseHandle> {
  const embedded =
    config.database.kind === 'embedded'
      ? await startEmbeddedPostgres({ dataDir: config.dataDir, onProgress })
      : undefined;
  const url = embedded?.url ?? (config.database.kind === 'url' ? config.database.url.reveal() : '');
  const db = openDatabase(url, { onConnectionLost: () => log.warn('a database connection was lost') });
  return {
    url,
    db,
    async close() {
      await db.destroy();
      await embedded?.stop();
    },
  };
}

/** The database, brought to the newest schema, with the stores of the pipeline on it. */
export async function openStorage(
  config: Config,
  ports: { readonly log: Log; readonly clock: Clock; readonly onProgress: (text: string) => void },
): Promise<Storage> {
  const handle = await openDatabaseFor(config, ports.log, ports.onProgress);
  try {
    await migrateUp(handle.db);
    const context = {
      db: handle.db,
      cipher: await openCipher(config),
      clock: ports.clock,
      policy: storePolicy(config),
    };
    const stores = createStores(context);
    return { ...handle, stores };
  } catch (fault) {
    await handle.close();
    throw fault;
  }
}

/** The configured key, or the one of the data folder. */
export async function openCipher({ database, dataDir }: Config): Promise<MailCipher> {
  const key = database.kind === 'embedded' ? await loadOrCreateKey(dataDir) : parseKey(database.encryptionKey.reveal());
  return createCipher(key);
}

export function storePolicy({ limits }: Config): StorePolicy {
  return { leaseMs: LEASE_MS, attempts: limits.attempts, rawMailDays: limits.rawMailDays };
}
