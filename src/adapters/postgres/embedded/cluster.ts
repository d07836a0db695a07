import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Binaries, majorVersion, run } from './binaries.ts';

/** Where everything of the embedded server lies. */
export interface ClusterPaths {
  /** PGDATA. */
  readonly data: string;
  readonly password: string;
  readonly log: string;
}

export const DATABASE_USER = 'caseconsult';

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  // Socket paths end at 107 bytes, data folders do not: TCP on loopback works in any folder.
  unix_socket_directories: '',
  // The log must never quote a row or a statement.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

export function clusterPaths(dataDir: string): ClusterPaths {
  const data = join(dataDir, 'postgres');
  return { data, password: join(data, 'caseconsult.password'), log: join(dataDir, 'postgres.log') };
}

/**
 * Makes the cluster when there is none, and refuses one of another major version.
 * It is built aside and renamed into place, so that a killed start leaves no half cluster and two
 * processes that start together end up with one.
 */
export async function ensureCluster(
  dataDir: string,
  binaries: Binaries,
  onProgress: (message: string) => void,
): Promise<ClusterPaths> {
  const paths = clusterPaths(dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  if (!existsSync(paths.data)) {
    onProgress('creating the embedded database (once)');
    await createCluster(dataDir, paths, binaries);
  }
  const written = (await readFile(join(paths.data, 'PG_VERSION'), 'utf8')).trim();
  const ours = await majorVersion(binaries);
  if (written !== ours) {
    throw new Error(
      `The data folder was written by PostgreSQL ${written}, this version brings ${ours}: ` +
        'run `caseconsult export` with the earlier version, then `caseconsult restore` with this one',
    );
  }
  return paths;
}

async function createCluster(dataDir: string, paths: ClusterPaths, binaries: Binaries): Promise<void> {
  const aside = await mkdtemp(join(dataDir, 'postgres-new-'));
  try {
    const data = join(aside, 'data');
    const password = join(aside, 'password');
    await writeFile(password, randomBytes(24).toString('hex'), { mode: 0o600 });
    await run(binaries.initdb, [
      `--pgdata=${data}`,
      `--username=${DATABASE_USER}`,
      `--pwfile=${password}`,
      '--auth=scram-sha-256',
      // Given in full: with LANG unset the default would be SQL_ASCII.
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
      ...Object.entries(SETTINGS).map(([name, value]) => `--set=${name}=${value}`),
    ]);
    await rename(password, join(data, 'caseconsult.password'));
    await rename(data, paths.data).catch((fault: unknown) => {
      if (!existsSync(paths.data)) throw fault;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}
