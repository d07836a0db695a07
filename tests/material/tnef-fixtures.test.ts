import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTnef } from '../../src/adapters/tnef/read-tnef.ts';
import { MAIL_ROOT, readExpectations } from './mail-corpus.ts';

/** That project shows the message's RTF text as a file of this name; to us it is the text. */
const RTF_BODY = 'body.rtf';

const streams = readExpectations().filter(({ kind, file }) => kind === 'tnef' && file.endsWith('.tnef'));

test.each(streams)('$file gives its files or its text', ({ project, file, expected }) => {
  const path = join(MAIL_ROOT, project, file);
  expect(existsSync(path)).toBe(true);
  const wanted = (expected['attachment_names'] ?? []) as readonly string[];
  const content = readTnef(readFileSync(path));
  expect(content?.files.map(({ filename }) => filename)).toEqual(
    expect.arrayContaining(wanted.filter((name) => name !== RTF_BODY)),
  );
  if (wanted.includes(RTF_BODY)) expect(content?.text).not.toBe('');
});

test('every stream of the fixtures was looked at', () => {
  expect(streams.length).toBeGreaterThan(8);
});
