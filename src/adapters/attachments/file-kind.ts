import type { FileKind } from '../../core/model/inbound-email.ts';

const SIGNATURES: readonly { readonly kind: FileKind; readonly starts: string }[] = [
  { kind: 'zip', starts: 'PK\u0003\u0004' },
  { kind: 'zip', starts: 'PK\u0005\u0006' },
  { kind: 'rtf', starts: '{\\rtf' },
  { kind: 'tnef', starts: '\u0078\u009f\u003e\u0022' },
  { kind: 'old-office', starts: '\u00d0\u00cf\u0011\u00e0' },
  { kind: 'image', starts: '\u0089PNG' },
  { kind: 'image', starts: '\u00ff\u00d8\u00ff' },
  { kind: 'image', starts: 'GIF8' },
  { kind: 'image', starts: 'II*\u0000' },
  { kind: 'image', starts: 'MM\u0000*' },
];
/** MLLP starts a message with VT; a batch of them starts with FHS or BHS (HL7 v2, chapter 2). */
const HL7 = /^\s{0,20}(?:MSH|FHS|BHS)[^\w\s]/;
const CDA = /<(?:\w{1,20}:)?ClinicalDocument[\s>]/;

/** What a file is by its first bytes; its name and declared type decide between kinds of plain text only. */
export function fileKind(bytes: Uint8Array, contentType: string, filename: string): FileKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('latin1');
  // ISO 32000-1, annex H: readers accept the header anywhere in the first 1024 bytes.
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  const signed = SIGNATURES.find(({ starts }) => head.startsWith(starts));
  if (signed !== undefined) return signed.kind;
  // UTF-16 text reads like ASCII once its zero bytes are gone.
  const letters = head.replace(/^(?:\u00ff\u00fe|\u00fe\u00ff|\u00ef\u00bb\u00bf)/, '').replaceAll('\0', '');
  if (/^\s{0,20}\{\\rtf/.test(letters)) return 'rtf';
  if (HL7.test(letters)) return 'hl7';
  if (CDA.test(letters)) return 'cda';
  if (contentType === 'text/html' || /\.html?$/i.test(filename)) return 'html';
  if (/^\s*(?:<!doctype html|<html\b)/i.test(letters)) return 'html';
  if (contentType === 'text/rtf' || contentType === 'application/rtf') return 'unknown';
  return looksLikeText(head) ? 'text' : 'unknown';
}

/** UTF-16 is told by its byte order mark; elsewhere text holds no NUL and hardly any control characters. */
function looksLikeText(head: string): boolean {
  if (head.startsWith('\u00ff\u00fe') || head.startsWith('\u00fe\u00ff')) return true;
  const controls = [...head].filter((char) => char < ' ' && !'\t\n\r\f\u001b'.includes(char)).length;
  return !head.includes('\0') && controls <= head.length / 100;
}
