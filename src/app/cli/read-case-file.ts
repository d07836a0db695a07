import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { UserFault } from './fault.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
const ENVELOPE = 'From: sender@localhost\r\nTo: consult@localhost\r\nSubject: case\r\nMIME-Version: 1.0\r\n';

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
  if (ending === '.txt' || ending === '.html') {
    const kind = ending === '.txt' ? 'plain' : 'html';
    return Buffer.from(
      `${ENVELOPE}Content-Type: text/${kind}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(bytes)}`,
    );
  }
  const type = TYPES[ending];
  if (type === undefined) {
    throw new UserFault(`${basename(path)}: answers .eml, .txt, .html, .pdf and .docx files, not "${ending}"`);
  }
  const filename = basename(path).replace(/[^\w.-]/g, '_');
  return Buffer.from(
    `${ENVELOPE}Content-Type: multipart/mixed; boundary=file\r\n\r\n--file\r\nContent-Type: ${type}; name="${filename}"\r\n` +
      `Content-Disposition: attachment; filename="${filename}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(bytes)}\r\n--file--\r\n`,
  );
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');
}
