import { createPublicKey } from 'node:crypto';
import { Resolver } from 'node:dns/promises';
import type { DkimKey } from './dkim.ts';

/** `absent`: verifiers find no key. `other`: they find another one, and every signature fails. */
export type PublishedKey = 'published' | 'absent' | 'other' | 'unreachable';

export type ResolveTxt = (name: string) => Promise<readonly (readonly string[])[]>;

/** Looks for the public half of the key where verifiers do (RFC 6376, section 3.6.2). */
export async function findPublishedKey(key: DkimKey, resolveTxt: ResolveTxt = systemResolver()): Promise<PublishedKey> {
  let records: readonly (readonly string[])[];
  try {
    records = await resolveTxt(`${key.selector}._domainkey.${key.domain}`);
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
    return code === 'ENOTFOUND' || code === 'ENODATA' ? 'absent' : 'unreachable';
  }
  const own = createPublicKey(key.privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
  const published = records.map((parts) => keyOf(parts.join(''))).filter((found) => found !== undefined);
  if (published.length === 0) return 'absent';
  return published.includes(own) ? 'published' : 'other';
}

/** The `p=` tag, without the blanks that a zone file may break it with. */
function keyOf(record: string): string | undefined {
  return /(?:^|;)\s*p\s*=([^;]*)/.exec(record)?.[1]?.replace(/\s+/g, '') || undefined;
}

function systemResolver(): ResolveTxt {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  return (name) => resolver.resolveTxt(name);
}
