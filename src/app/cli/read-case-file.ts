import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileAsMail } from '../../pipeline/as-mail.ts';
import { UserFault } from './fault.ts';

const ENVELOPE = 'From: sender@localhost\r\nTo: consult@localhost\r\nSubject: case\r\n';

/** A file as the source of a mail from a sender on this machine. Throws UserFault when it cannot be one. */
export async function readCaseFile(path: string): Promise<Uint8Array> {
  const source = fileAsMail(path, await readAnyFile(path), ENVELOPE);
  if (source !== undefined) return source;
  throw new UserFault(
    `${path}: answers mails (.eml), notes (.txt .html) and documents (.pdf .docx .rtf .odt .xml .hl7 .zip .dat .png .jpg .tif), not "${extname(path)}"`,
  );
}

/** The bytes of a file. Throws UserFault. */
export async function readAnyFile(path: string): Promise<Uint8Array> {
  return readFile(path).catch(() => {
    throw new UserFault(`${path}: cannot be read; is it a file, and may you read it?`);
  });
}
