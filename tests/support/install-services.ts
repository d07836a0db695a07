import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { missingServices } from './services.ts';

/** True where this process may install packages itself: as root on Debian or Ubuntu. */
export function canInstall(): boolean {
  return (
    process.getuid?.() === 0 && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(osRelease()) && existsSync('/usr/bin/apt-get')
  );
}

/** Installs what the tests need and says so; no system service is started. Throws when apt fails. */
export function installServices(): void {
  const packages = missingServices().flatMap((service) => service.debianPackages);
  process.stdout.write(`Installing what the tests need through apt: ${packages.join(' ')}\n`);
  withoutStartingServices(() => {
    apt('update');
    apt('install', '--yes', '--no-install-recommends', ...packages);
  });
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

function apt(...args: readonly string[]): void {
  const { status } = spawnSync('apt-get', ['--quiet', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) throw new Error(`apt-get ${args[0]} failed; its own words are above`);
}

function osRelease(): string {
  return existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
}
