import { existsSync } from 'node:fs';
import { clusterPaths } from '../../adapters/postgres/embedded/cluster.ts';
import { migrateUp } from '../../adapters/postgres/migrate.ts';
import { createOfficialData } from '../../adapters/postgres/official/official-data.ts';
import type { Log, OfficialData } from '../../pipeline/ports.ts';
import { NO_OFFICIAL_DATA } from '../coding-ports.ts';
import type { Config } from '../config/config.ts';
import { openDatabaseFor } from '../storage.ts';

export interface OpenOfficialData {
  readonly official: OfficialData;
  close(): Promise<void>;
}

/**
 * Official data for a one-shot command: from the configured database, or from the embedded one where an earlier command
 * has made it. A command that only answers never makes a database.
 */
export async function openOfficialData(config: Config, log: Log): Promise<OpenOfficialData> {
  if (config.database.kind === 'embedded' && !existsSync(clusterPaths(config.dataDir).data)) {
    return { official: NO_OFFICIAL_DATA, close: async () => undefined };
  }
  const { db, close } = await openDatabaseFor(config, log, () => undefined);
  try {
    await migrateUp(db);
    return { official: createOfficialData(db), close };
  } catch (fault) {
    await close();
    throw fault;
  }
}
