import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Encrypts what may identify a patient, and makes pseudonyms of addresses. */
export interface MailCipher {
  /** Names the key without telling it; kept beside each ciphertext. */
  readonly keyId: string;
  /** AES-256-GCM; `boundTo` is the associated data: the ciphertext opens in no other row. */
  seal(plain: Uint8Array, boundTo: string): Uint8Array;
  /** Throws when the key, the row or a bit is another one. */
  open(sealed: { readonly ciphertext: Uint8Array; readonly keyId: string }, boundTo: string): Uint8Array;
  /** Keyed hash of a text, hex: the same text gives the same hash on this installation only. */
  pseudonym(text: string): string;
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** `key`: 32 bytes. Encryption and pseudonyms use two keys derived from it. */
export function createCipher(key: Uint8Array): MailCipher {
  if (key.length !== KEY_BYTES) throw new Error('The encryption key must have 32 bytes');
  const mailKey = derive(key, 'mail');
  const senderKey = derive(key, 'sender');
  const keyId = createHash('sha256').update(mailKey).digest('hex').slice(0, 16);
  return {
    keyId,
    seal: (plain, boundTo) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', mailKey, nonce).setAAD(Buffer.from(boundTo));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open: (sealed, boundTo) => {
      if (sealed.keyId !== keyId) throw new Error('This row was encrypted with another key');
      const bytes = sealed.ciphertext;
      const decipher = createDecipheriv('aes-256-gcm', mailKey, bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(boundTo))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    },
    pseudonym: (text) => createHmac('sha256', senderKey).update(text).digest('hex'),
  };
}

/** A configured key: 64 hex digits or base64 of 32 bytes; throws (never quoting it) when it is neither. */
export function parseKey(text: string): Uint8Array {
  const trimmed = text.trim();
  const key = /^[0-9a-f]{64}$/i.test(trimmed) ? Buffer.from(trimmed, 'hex') : Buffer.from(trimmed, 'base64');
  if (key.length !== KEY_BYTES) throw new Error('The encryption key must be 64 hex digits or base64 of 32 bytes');
  return key;
}

/** The key of the embedded defaults: `key` in the data folder, mode 0600, made once even by two processes. */
export async function loadOrCreateKey(dataDir: string): Promise<Uint8Array> {
  const file = join(dataDir, 'key');
  const found = await readFile(file, 'utf8').catch(() => undefined);
  if (found !== undefined) return parseKey(found);

  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const draft = join(dataDir, `key-${randomBytes(6).toString('hex')}`);
  await writeFile(draft, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { mode: 0o600, flush: true });
  try {
    // Unlike a rename, a link never replaces the key that another process made a moment ago.
    await link(draft, file).catch(async (fault: unknown) => {
      await readFile(file).catch(() => Promise.reject(fault));
    });
  } finally {
    await rm(draft, { force: true });
  }
  return parseKey(await readFile(file, 'utf8'));
}

function derive(key: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), `caseconsult ${purpose}`, KEY_BYTES));
}
