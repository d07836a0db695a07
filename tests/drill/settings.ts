/** All that the drill sets otherwise than a service in use, in one place. */

export const DOMAINS = Array.from({ length: 12 }, (_, at) => `clinic${at + 1}.example`);
/** Its recipients are refused by the mail server. */
export const REFUSED = 'refused.example';
export const STRANGERS = 'elsewhere.example';
export const MAX_MAIL_MB = 1;
const RECEIVING_SERVER = 'mx.consult.example';
/** Far more mails than a clinic writes come within minutes, and from few domains. */
const NO_LIMIT = '100000';

export const DRILL_ENV: NodeJS.ProcessEnv = {
  ALLOWED_DOMAINS: [...DOMAINS, REFUSED].join(','),
  GUEST_ANSWERS: '0',
  // Every mail must be proven to be its sender's, by what the receiving server wrote on it.
  AUTHSERV_ID: RECEIVING_SERVER,
  UNPROVEN_SENDERS: 'review',
  LOOP_MAILS: NO_LIMIT,
  RATE_SENDER_HOUR: NO_LIMIT,
  RATE_SENDER_DAY: NO_LIMIT,
  RATE_DOMAIN_HOUR: NO_LIMIT,
  RATE_DOMAIN_DAY: NO_LIMIT,
  SEND_RETRY_SECONDS: '1',
  // The drill restarts everything many times over; in use a case that fails so often is held for a person.
  MAX_ATTEMPTS: '50',
  MAX_MAIL_MB: String(MAX_MAIL_MB),
  IMAP_SWEEP_SECONDS: '2',
};

/** What the server that receives a mail writes on top of it (RFC 8601; RFC 5321, section 4.4). */
export function receivingHeaders(from: string): readonly string[] {
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return [
    `Authentication-Results: ${RECEIVING_SERVER}; dmarc=pass header.from=${domain}`,
    `Received: from mail.${domain} (mail.${domain} [192.0.2.25]) by ${RECEIVING_SERVER} with ESMTPS;`,
    '\tMon, 02 Jun 2025 09:12:50 -0500',
  ];
}
