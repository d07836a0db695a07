import { readFile, rm } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';

/** What postmaster.pid says of the server that wrote it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** False while it starts, recovers or stops. */
  readonly isReady: boolean;
}

/**
 * The live server of this data folder, as its lock file tells. A lock file whose process is gone is removed
 * when PostgreSQL would not do so itself and refuse to start for ever: the pid is a zombie, or belongs to
 * another program by now (ordinary in containers).
 */
export async function livePostmaster(data: string): Promise<Postmaster | undefined> {
  const found = await readLock(data);
  if (found === undefined || (await isAlive(found.pid))) return found;
  // Read again: meanwhile another process of ours may have started a server.
  if ((await readLock(data))?.pid === found.pid) await rm(join(data, LOCK_FILE), { force: true });
  return undefined;
}

const LOCK_FILE = 'postmaster.pid';

async function readLock(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(data, LOCK_FILE), 'utf8').catch(() => '');
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]), isReady: lines[7] === 'ready' };
}

async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM';
  }
  if (platform() !== 'linux') return true;
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [, command, state] = /\((.*)\) (\w)/.exec(stat) ?? [];
  return command === 'postgres' && state !== 'Z';
}
