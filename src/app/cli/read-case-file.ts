import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { bodyAsMail, fileAsMail } from '../../pipeline/as-mail.ts';
import { UserFault } from './fault.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
const ENVELOPE = 'From: sender@localhost\r\nTo: consult@localhost\r\nSubject: case\r\n';

/**
 * A file as the source of a mail: an .eml is one already, a .txt or .html becomes the body of one, a .pdf or .docx its
 * attachment. Throws UserFault for anything else.
 */
export async function readCaseFile(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch(() => {
    throw new UserFault(`${path}: cannot be read; does it exist?`);
  });
  const ending = extname(path).toLowerCase();
  if (ending === '.eml') return bytes;
  if (ending === '.txt' || ending === '.html') return bodyAsMail(bytes, ending === '.txt' ? 'plain' : 'html', ENVELOPE);
  const type = TYPES[ending];
  if (type === undefined) {
    throw new UserFault(`${basename(path)}: answers .eml, .txt, .html, .pdf and .docx files, not "${ending}"`);
  }
  return fileAsMail(bytes, type, basename(path), ENVELOPE);
}
