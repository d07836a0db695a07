export type FileKind = 'pdf' | 'docx' | 'html' | 'text' | 'encrypted-office' | 'unknown';

const SIGNATURES: readonly { readonly kind: FileKind; readonly starts: string }[] = [
  { kind: 'docx', starts: 'PK\u0003\u0004' },
  { kind: 'unknown', starts: '{\\rtf' },
  { kind: 'unknown', starts: '\u0089PNG' },
  { kind: 'unknown', starts: '\u00ff\u00d8\u00ff' },
  { kind: 'unknown', starts: 'GIF8' },
  { kind: 'unknown', starts: 'II*\u0000' },
  { kind: 'unknown', starts: 'MM\u0000*' },
];
const OLE = '\u00d0\u00cf\u0011\u00e0';

/** What a file is by its first bytes; its name and declared type decide between kinds of plain text only. */
export function fileKind(bytes: Uint8Array, contentType: string, filename: string): FileKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('latin1');
  // ISO 32000-1, annex H: readers accept the header anywhere in the first 1024 bytes.
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (head.startsWith(OLE)) return isEncryptedOffice(bytes) ? 'encrypted-office' : 'unknown';
  const signed = SIGNATURES.find(({ starts }) => head.startsWith(starts));
  if (signed !== undefined) return signed.kind;
  if (contentType === 'text/html' || /\.html?$/i.test(filename)) return 'html';
  if (/^\s*(?:<!doctype html|<html\b)/i.test(head)) return 'html';
  if (contentType === 'text/rtf' || contentType === 'application/rtf') return 'unknown';
  return looksLikeText(head) ? 'text' : 'unknown';
}

/** MS-OFFCRYPTO: a password-protected .docx is an OLE file with these streams (names in UTF-16LE). */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

/** UTF-16 is told by its byte order mark; elsewhere text holds no NUL and hardly any control characters. */
function looksLikeText(head: string): boolean {
  if (head.startsWith('\u00ff\u00fe') || head.startsWith('\u00fe\u00ff')) return true;
  const controls = [...head].filter((char) => char < ' ' && !'\t\n\r\f\u001b'.includes(char)).length;
  return !head.includes('\0') && controls <= head.length / 100;
}
