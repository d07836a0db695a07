import { createHash } from 'node:crypto';

export interface Fingerprint {
  /** SHA-256 hex of the Message-ID, or undefined without one. */
  readonly messageIdHash: string | undefined;
  /** SHA-256 hex over From, Date and body. */
  readonly contentHash: string;
}

/**
 * Recognises a mail that comes again (another UID, another UIDVALIDITY) from its RFC 5322 source. Trace headers are
 * left out, since a second delivery writes new ones; a Message-ID alone does not do, since senders reuse them.
 */
export function fingerprint(source: Uint8Array): Fingerprint {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const bodyAt = bodyStart(bytes);
  const headers = bytes.toString('latin1', 0, bodyAt).replace(/\r?\n[ \t]+/g, ' ');
  const hash = createHash('sha256');
  for (const name of ['from', 'date']) hash.update(`${name}:${header(headers, name) ?? ''}\n`, 'latin1');
  hash.update(bytes.subarray(bodyAt));
  const messageId = header(headers, 'message-id');
  return {
    messageIdHash: messageId ? createHash('sha256').update(messageId, 'latin1').digest('hex') : undefined,
    contentHash: hash.digest('hex'),
  };
}

/** The header block of a source, its closing empty line included. */
export function headerBlock(source: Uint8Array): Uint8Array {
  return source.subarray(0, bodyStart(Buffer.from(source.buffer, source.byteOffset, source.byteLength)));
}

function bodyStart(bytes: Buffer): number {
  const ends = ['\r\n\r\n', '\n\n'].map((end) => ({ at: bytes.indexOf(end), length: end.length }));
  const first = ends.filter((end) => end.at >= 0).sort((a, b) => a.at - b.at)[0];
  return first === undefined ? bytes.length : first.at + first.length;
}

/** First value of an unfolded header. */
function header(headers: string, name: string): string | undefined {
  return new RegExp(`^${name}[ \\t]*:(.*)$`, 'im').exec(headers)?.[1]?.trim() || undefined;
}
