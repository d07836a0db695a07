import { existsSync } from 'node:fs';
import { clusterPaths } from '../../adapters/postgres/embedded/cluster.ts';
import { migrateUp } from '../../adapters/postgres/migrate.ts';
import { createOfficialData } from '../../adapters/postgres/official/official-data.ts';
import { readOfficialTexts } from '../../adapters/postgres/official/official-texts.ts';
import type { OfficialTexts } from '../../core/model/official.ts';
import type { Log, OfficialData } from '../../pipeline/ports.ts';
import { NO_OFFICIAL_DATA } from '../coding-ports.ts';
import type { Config } from '../config/config.ts';
import { openDatabaseFor } from '../storage.ts';

export interface OpenOfficialData {
  readonly official: OfficialData;
  /** What can be searched in; undefined when nothing is loaded. */
  readonly texts: OfficialTexts | undefined;
  close(): Promise<void>;
}

/**
 * Official data for a one-shot command: from the configured database, or from the embedded one where an earlier command
 * has made it. A command that only answers never makes a database.
 */
export async function openOfficialData(config: Config, log: Log): Promise<OpenOfficialData> {
  if (config.database.kind === 'embedded' && !existsSync(clusterPaths(config.dataDir).data)) {
    return { official: NO_OFFICIAL_DATA, texts: undefined, close: async () => undefined };
  }
  const { db, close } = await openDatabaseFor(config, log, () => undefined);
  try {
    await migrateUp(db);
    return { official: createOfficialData(db), texts: await readOfficialTexts(db), close };
  } catch (fault) {
    await close();
    throw fault;
  }
}
