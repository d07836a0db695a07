import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** A program of the system that tests run privately; never a system service. */
interface Service {
  readonly name: 'redis-server' | 'dovecot' | 'chromium';
  /** Other names that do as well. */
  readonly programs: readonly string[];
  /** Must exist too, in one of these places. */
  readonly parts: readonly (readonly string[])[];
  readonly debianPackages: readonly string[];
}

export const SERVICES: readonly Service[] = [
  { name: 'redis-server', programs: ['redis-server', 'valkey-server'], parts: [], debianPackages: ['redis-server'] },
  {
    name: 'dovecot',
    programs: ['dovecot'],
    parts: ['imap', 'lmtp'].map((part) => [`/usr/lib/dovecot/${part}`, `/usr/libexec/dovecot/${part}`]),
    debianPackages: ['dovecot-imapd', 'dovecot-lmtpd'],
  },
  {
    name: 'chromium',
    programs: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    parts: [],
    debianPackages: ['chromium'],
  },
];

/** Daemons lie outside the path of a plain user. */
const { PATH = '' } = process.env;
const FOLDERS = [...PATH.split(delimiter), '/usr/sbin', '/usr/local/sbin', '/sbin'];

export function missingServices(): readonly Service[] {
  return SERVICES.filter((service) => find(service) === undefined);
}

/** Path of the program; throws with what to install. */
export function requireService(name: Service['name']): string {
  const service = SERVICES.find((known) => known.name === name);
  const program = service && find(service);
  if (program === undefined) throw new Error(missingText(SERVICES.filter((known) => known.name === name)));
  return program;
}

/** One clear text that names exactly what to install. */
export function missingText(missing: readonly Service[]): string {
  const packages = missing.flatMap((service) => service.debianPackages).join(' ');
  return [
    `The tests need programs that are not installed: ${missing.map((service) => service.name).join(', ')}.`,
    `Debian, Ubuntu: sudo apt-get install --no-install-recommends ${packages}`,
    'Elsewhere: start Docker, and npm test runs in a container by itself.',
  ].join('\n');
}

function find({ name, programs, parts }: Service): string | undefined {
  if (!parts.every((places) => places.some((place) => existsSync(place)))) return undefined;
  const places = programs.flatMap((program) => FOLDERS.map((folder) => join(folder, program)));
  if (name === 'chromium') places.push(chromium.executablePath());
  return places.find((path) => existsSync(path));
}
