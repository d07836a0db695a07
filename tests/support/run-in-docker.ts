import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const IMAGE = 'node:24-bookworm';

export function dockerAnswers(): boolean {
  return spawnSync('docker', ['info'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/**
 * Runs the whole suite in a Debian container on a copy of this folder: root installs the services there, and a plain
 * user runs the tests. Returns the exit code.
 */
export function runInDocker(root: string, args: readonly string[]): number {
  process.stdout.write(`Services are missing here, so the tests run in Docker (${IMAGE})\n`);
  const script = join('/source', 'tests', 'support', 'in-container.sh');
  const run = ['run', '--rm', '--init', '--shm-size=512m', '-v', `${root}:/source:ro`, IMAGE, 'bash', script, ...args];
  return spawnSync('docker', run, { stdio: 'inherit' }).status ?? 1;
}
