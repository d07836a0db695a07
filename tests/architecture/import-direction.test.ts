import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, type SourceFile, sourceFiles } from './source-files.ts';

/** Who may import what (or open by its URL), by the beginnings of paths. A file may always import its own room. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/core': [],
  'src/pipeline': ['src/core/'],
  'src/code-library': ['src/core/'],
  'src/adapters': [
    'src/core/model/',
    'src/pipeline/desk-port.ts',
    'src/pipeline/ports.ts',
    'src/pipeline/access-token-port.ts',
    'src/pipeline/mailbox-port.ts',
    'src/pipeline/model-port.ts',
    'src/pipeline/report-port.ts',
    'src/pipeline/rerun-port.ts',
    'src/pipeline/sending-port.ts',
    'src/pipeline/watching-port.ts',
  ],
  'src/app': ['src/adapters/', 'src/code-library/', 'src/core/', 'src/pipeline/', 'migrations/', 'templates/'],
  workers: ['src/app/'],
  migrations: [],
};

/** Beyond the table, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  // The view that the templates print.
  'src/adapters/handlebars': ['src/core/reply/', 'templates/'],
  // The words that the model is told.
  'src/adapters/llm': ['templates/prompts/'],
  // Scanned pages are read by the room of OCR.
  'src/adapters/attachments': ['src/adapters/ocr/'],
  // The version that --version prints.
  'src/app': ['package.json'],
  // Migrations are run by the room of the database.
  'src/adapters/postgres': ['migrations/'],
};

/** Rooms of adapters that have no vendor and serve the others. */
const SHARED_ADAPTERS = ['src/adapters/text/', 'src/adapters/isolation/', 'src/adapters/tls/', 'src/adapters/tnef/'];

const FILES = sourceFiles('src', 'workers', 'migrations');

/** `src/adapters/imap`, `src/core`, `workers`: what counts as one room. */
function roomOf(path: string): string {
  const [first = '', second, third] = path.split('/');
  if (first !== 'src') return first;
  return second === 'adapters' ? `src/adapters/${third}` : `src/${second}`;
}

function allowed(path: string): readonly string[] {
  const room = roomOf(path);
  const isAdapter = room.startsWith('src/adapters/');
  const table = MAY_IMPORT[isAdapter ? 'src/adapters' : room] ?? [];
  return [`${room}/`, ...table, ...(EXCEPTIONS[room] ?? []), ...(isAdapter ? SHARED_ADAPTERS : [])];
}

const importsOf = (files: readonly SourceFile[], kind: 'node' | 'package') =>
  files.flatMap(({ path, imports }) =>
    imports.flatMap((found) => (found.kind === kind ? [{ path, name: found.name }] : [])),
  );

test('every room is in the table', () => {
  const rooms = new Set(FILES.map(({ path }) => roomOf(path).replace(/^(src\/adapters)\/.*/, '$1')));
  expect([...rooms].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
});

test('rooms import only in the agreed direction', () => {
  const wrong = FILES.flatMap(({ path, imports }) =>
    imports.flatMap((found) =>
      found.kind === 'file' && !allowed(path).some((start) => `${found.path}/`.replace('//', '/').startsWith(start))
        ? [`${path} imports ${found.path}`]
        : [],
    ),
  );
  expect(wrong).toEqual([]);
});

test('nobody imports a process main', () => {
  const importers = sourceFiles('src', 'workers', 'migrations', 'tests').filter(({ imports }) =>
    imports.some((found) => found.kind === 'file' && found.path.startsWith('workers/')),
  );
  expect(importers.map(({ path }) => path)).toEqual([]);
});

test('process mains are short', () => {
  const long = FILES.filter(({ path, text }) => path.startsWith('workers/') && text.split('\n').length > 60);
  expect(long.map(({ path }) => path)).toEqual([]);
});

test('the core and the pipeline use neither Node nor a package', () => {
  const pure = FILES.filter(({ path }) => /^src\/(core|pipeline)\//.test(path));
  expect(pure.length).toBeGreaterThan(10);
  expect(importsOf(pure, 'package')).toEqual([]);
  expect(importsOf(pure, 'node')).toEqual([]);
});

test('what runs in production needs no development dependency', () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  expect(importsOf(FILES, 'package').filter(({ name }) => !(name in dependencies))).toEqual([]);
});
