/**
 * `npm test`: sees to the services, runs every test, and ends with the line `N passed, N failed`.
 * Arguments go to vitest, e.g. `npm test -- tests/unit` or `npm test -- --project integration`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countResults, type Report } from './count-results.ts';
import { canInstall, installServices } from './install-services.ts';
import { dockerAnswers, runInDocker } from './run-in-docker.ts';
import { missingServices, missingText } from './services.ts';

const ROOT = join(import.meta.dirname, '..', '..');

function main(args: readonly string[]): number {
  if (missingServices().length > 0) {
    if (canInstall()) installServices();
    else if (dockerAnswers()) return runInDocker(ROOT, args);
  }
  const missing = missingServices();
  if (missing.length > 0) {
    process.stderr.write(`${missingText(missing)}\n`);
    return 1;
  }
  if (!existsSync(join(ROOT, '..', 'shared'))) {
    process.stdout.write('Not run: tests/material, which needs the folder "shared" beside this checkout.\n');
  }
  return args.includes('--install-only') ? 0 : runVitest(args);
}

function runVitest(args: readonly string[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'test-report-'));
  try {
    const report = join(folder, 'report.json');
    const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const run = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...args], { cwd: ROOT, stdio: 'inherit' });
    const byName = args.some((arg) => arg === '-t' || arg.startsWith('--testNamePattern'));
    const { passed, failed } = countResults(readReport(report), run.status ?? 1, byName);
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
    return failed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(path: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}

process.exitCode = main(process.argv.slice(2));
