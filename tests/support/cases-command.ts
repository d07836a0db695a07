import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestService } from './service.ts';

const ROOT = join(import.meta.dirname, '..', '..');

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** `caseconsult cases ...` beside a running service. */
export async function runCases(service: Pick<TestService, 'env'>, ...args: readonly string[]): Promise<Ran> {
  const command = ['src/app/cli/caseconsult.mjs', 'cases', ...args];
  const env = { ...service.env, LOG_LEVEL: 'silent' };
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, command, { cwd: ROOT, env })) };
  } catch (fault) {
    const { code, stdout, stderr } = fault as Ran;
    return { code, stdout, stderr };
  }
}
