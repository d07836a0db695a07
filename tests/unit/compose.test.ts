import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { expect, test } from 'vitest';
import { SETTINGS } from '../../src/app/config/settings.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly env_file?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly profiles?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}
// Docker Compose merges with `<<`.
const schema = CORE_SCHEMA.withTags(mergeTag);
const { services } = load(read('docker-compose.yml'), { schema }) as { services: Readonly<Record<string, Service>> };
const WORKERS = ['inbox', 'intake', 'coding', 'reply', 'housekeeping'];

test('runs the five workers apart, with PostgreSQL and Redis, and a mail server in a profile of its own', () => {
  expect(Object.keys(services).sort()).toEqual([...WORKERS, 'postgres', 'redis', 'sandbox'].sort());
  expect(Object.entries(services).filter(([, { profiles }]) => profiles !== undefined)).toEqual([
    ['sandbox', expect.objectContaining({ profiles: ['sandbox'] })],
  ]);
});

test.each(WORKERS)('the %s worker runs its own main on healthy services, with its secrets from a file', (name) => {
  const worker = services[name];
  expect(worker?.command).toEqual(['node', `workers/${name}.ts`]);
  expect(existsSync(join(ROOT, 'workers', `${name}.ts`))).toBe(true);
  expect(worker?.env_file).toBe('.env');
  expect(Object.keys(worker?.environment ?? {})).toEqual(['DATABASE_URL', 'REDIS_URL', 'HTTP_PORT', 'HTTP_HOST']);
  expect(worker?.depends_on).toEqual({
    postgres: { condition: 'service_healthy' },
    redis: { condition: 'service_healthy' },
  });
});

test('a worker is healthy when its process says that it is ready', () => {
  for (const name of WORKERS) {
    const { healthcheck, environment } = services[name] ?? {};
    expect(healthcheck?.test.at(-1)).toContain(`http://127.0.0.1:${environment?.['HTTP_PORT']}/ready`);
  }
});

test('every service has a health check', () => {
  for (const [name, { healthcheck }] of Object.entries(services)) expect(healthcheck?.test[0], name).toBe('CMD');
});

test('Redis keeps its data and evicts nothing', () => {
  expect(services['redis']?.command?.join(' ')).toBe('redis-server --appendonly yes --maxmemory-policy noeviction');
});

test('no secret stands in the compose file or the example', () => {
  expect(read('docker-compose.yml')).not.toMatch(/PASSWORD: (?!\$\{)/);
  expect(read('.env.example')).not.toMatch(/^(POSTGRES_PASSWORD|DATA_KEY|\w+_PASSWORD|\w+_TOKEN|LLM_API_KEY)=\S/m);
});

test('the example names no setting that does not exist', () => {
  const named = [...read('.env.example').matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=/gm)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in SETTINGS.shape) && name !== 'POSTGRES_PASSWORD')).toEqual([]);
});

test('the image holds what production needs and runs as a plain user', () => {
  const dockerfile = read('Dockerfile');
  expect(dockerfile).toMatch(/^FROM node:24-slim$/m);
  expect(dockerfile).toContain('npm ci --omit=dev');
  expect(dockerfile).toMatch(/^USER node$/m);
  const shipped = [...read('.dockerignore').matchAll(/^!(\S+)$/gm)].map(([, path = '']) => path);
  expect(shipped.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
