import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingServices } from './services.ts';

/** True where this process may install packages itself: as root on Debian or Ubuntu. */
export function canInstall(): boolean {
  return (
    process.getuid?.() === 0 && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(osRelease()) && existsSync('/usr/bin/apt-get')
  );
}

/** Installs what the tests need and says so; no system service is started. Throws when that fails. */
export function installServices(): void {
  // Ubuntu has Chromium as a snap only, which neither a container nor root can start.
  const bySnap = /^ID=ubuntu$/m.test(osRelease()) ? ['chromium'] : [];
  const missing = missingServices();
  const packages = missing.flatMap(({ name, debianPackages }) => (bySnap.includes(name) ? [] : debianPackages));
  if (packages.length > 0) {
    process.stdout.write(`Installing what the tests need through apt: ${packages.join(' ')}\n`);
    withoutStartingServices(() => {
      run('apt-get', '--quiet', 'update');
      run(
        'apt-get',
        '--quiet',
        '--option=DPkg::Lock::Timeout=300',
        'install',
        '--yes',
        '--no-install-recommends',
        ...packages,
      );
    });
  }
  if (missing.some(({ name }) => bySnap.includes(name))) {
    process.stdout.write('Installing Chromium and its libraries through Playwright\n');
    const playwright = join(import.meta.dirname, '..', '..', 'node_modules', 'playwright-core', 'cli.js');
    run(process.execPath, playwright, 'install', '--with-deps', 'chromium');
  }
}

/** deb-policy: invoke-rc.d asks this program before it starts anything, and 101 means "do not". */
const POLICY = '/usr/sbin/policy-rc.d';

function withoutStartingServices(install: () => void): void {
  const ours = !existsSync(POLICY);
  if (ours) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    install();
  } finally {
    if (ours) rmSync(POLICY, { force: true });
  }
}

function run(program: string, ...args: readonly string[]): void {
  const { status } = spawnSync(program, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) throw new Error(`${program} failed; its own words are above`);
}

function osRelease(): string {
  return existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
}
