import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

export const MAIL_ROOT = join(import.meta.dirname, '../../../shared/mail');

/** One labelled expectation of the public fixture mails. */
export interface Expectation {
  readonly project: string;
  readonly file: string;
  readonly kind: string;
  readonly expected: Readonly<Record<string, unknown>>;
}

export function readExpectations(): readonly Expectation[] {
  return readdirSync(MAIL_ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: project }) =>
      readFileSync(join(MAIL_ROOT, project, 'expected.tsv'), 'utf8')
        .split('\n')
        .slice(1)
        .filter((row) => row !== '')
        .map((row) => {
          const [file = '', kind = '', json = '{}'] = row.split('\t');
          return { project, file, kind, expected: JSON.parse(json) as Record<string, unknown> };
        }),
    );
}

/** Every mail, body or HTML file of the fixtures. */
export function mailFiles(): readonly string[] {
  return readdirSync(MAIL_ROOT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(eml|txt|html)$/.test(entry.name) && !/subject/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A fixture as MIME source: a `.txt` or `.html` file is a body, its subject stands in a file of its own or nowhere. */
export function fixtureSource(path: string, subject = ''): Uint8Array {
  const bytes = readFileSync(path);
  const ending = extname(path);
  if (ending === '.eml') return bytes;
  const type = ending === '.html' ? 'html' : 'plain';
  const body = bytes.toString('base64').replace(/.{76}/g, '$&\r\n');
  return Buffer.from(
    `From: sender@example.test\r\nSubject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=\r\n` +
      `Content-Type: text/${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}`,
  );
}

/** The subject that belongs to a body; where the fixture set lost it, any subject of the same sort. */
export function fixtureSubject(expectation: Expectation): string {
  const name = expectation.expected['subject_file'];
  if (typeof name !== 'string') return '';
  const path = join(MAIL_ROOT, expectation.project, name);
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  return expectation.kind === 'forward' ? 'FW: Integer consequat non purus' : 'RE: Integer consequat non purus';
}
