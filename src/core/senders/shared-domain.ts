import { domainOf } from './domains.ts';
import { isPublicMail } from './public-mail.ts';
import type { SenderRules } from './sender-rules.ts';

/** The registered domain of an address, whose members work on cases together; a public provider is nobody's. */
export function sharedDomain(address: string, { registered }: Pick<SenderRules, 'registered'>): string | undefined {
  const domain = domainOf(address.trim());
  return registered.domains.includes(domain) && !isPublicMail(domain) ? domain : undefined;
}
