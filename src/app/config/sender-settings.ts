import type { SenderList, SenderRules } from '../../core/senders/sender-rules.ts';
import type { IdentityConfig } from './config.ts';
import type { Settings } from './settings.ts';

export function senderRulesOf(settings: Settings): SenderRules {
  return {
    registered: {
      addresses: settings.ALLOWED_SENDERS,
      domains: settings.ALLOWED_DOMAINS.map((domain) => domain.replace(/^@/, '')),
    },
    blocked: listOf(settings.BLOCKED_SENDERS),
    unproven: settings.UNPROVEN_SENDERS,
    guest: { answers: settings.GUEST_ANSWERS, confirmedAnswers: settings.GUEST_CONFIRMED_ANSWERS },
    perSender: { hour: settings.RATE_SENDER_HOUR, day: settings.RATE_SENDER_DAY },
    perDomain: { hour: settings.RATE_DOMAIN_HOUR, day: settings.RATE_DOMAIN_DAY },
    loopMails: settings.LOOP_MAILS,
  };
}

/** Addresses of name servers, `none`, or nothing for those of the system. */
export function dnsOf(servers: readonly string[]): IdentityConfig['dns'] {
  if (servers.length === 0) return 'system';
  return servers.includes('none') ? 'none' : servers;
}

/** An address, with a port or without; IPv6 in brackets. */
export function isNameServer(text: string): boolean {
  return /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]{2,39}\])(?::\d{1,5})?$/.test(text);
}

/** `eve@x.example` is an address, `x.example` and `@x.example` are domains. */
function listOf(items: readonly string[]): SenderList {
  const isAddress = (item: string) => item.lastIndexOf('@') > 0;
  return {
    addresses: items.filter(isAddress),
    domains: items.filter((item) => !isAddress(item)).map((item) => item.replace(/^@/, '')),
  };
}
