import { readMailboxes } from '../mail/forward/mailboxes.ts';
import type { InboundEmail } from '../model/inbound-email.ts';

/**
 * The one address a mail is from, or why there is none. Several authors (RFC 5322, section 3.6.2, allows them) and a
 * repeated From header leave open whom a receiving server checked, so nobody of them is answered. Reply-To is no
 * identity: whoever writes it can have an answer sent to anybody.
 */
export function authorOf(email: Pick<InboundEmail, 'from' | 'headers'>): string | 'none' | 'several' {
  const lines = email.headers.get('from') ?? [];
  if (lines.length > 1) return 'several';
  const named = lines.flatMap(readMailboxes).filter(({ address }) => address !== '');
  if (new Set(named.map(({ address }) => address.toLowerCase())).size > 1) return 'several';
  const address = email.from?.address ?? '';
  return isPlainAddress(address) ? address.toLowerCase() : 'none';
}

/** One bare address and nothing that a header or an envelope could read as a second one. */
export function isPlainAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s<>(),;:"\\[\]@]+@[^\s<>(),;:"\\@]+$/.test(text);
}
