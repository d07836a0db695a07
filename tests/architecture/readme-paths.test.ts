import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, ROOT } from './source-files.ts';

const README_FILES = ['README.md', ...filesBelow('src', 'tests').filter((path) => path.endsWith('README.md'))];
/** `src/core/mail`, `.data/key` and the like, where a place of this repository is meant. */
const PLACES = /`((?:src|workers|migrations|templates|tests|docs)\/[\w./-]*)`/g;
const LINKS = /\]\((?!https?:|mailto:|#)([^)\s#]+)/g;

test.each(README_FILES)('every path that %s names exists', (readme) => {
  const text = readFileSync(join(ROOT, readme), 'utf8');
  const links = [...text.matchAll(LINKS)].map(([, path = '']) => join(dirname(readme), path));
  const places = [...text.matchAll(PLACES)].map(([, path = '']) => path);
  expect([...links, ...places].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
