/** All that the drill sets otherwise than a service in use, in one place. */

/** Half of the mails come from few senders, so that the same person asks often. */
export const DOMAINS = Array.from({ length: 12 }, (_, at) => `clinic${at + 1}.example`);
/** Its recipients are refused by the mail server. */
export const REFUSED = 'refused.example';
export const STRANGERS = 'elsewhere.example';
export const MAX_MAIL_MB = 1;

export const DRILL_ENV: NodeJS.ProcessEnv = {
  ALLOWED_DOMAINS: [...DOMAINS, REFUSED].join(','),
  // The drill restarts everything many times over; in use a case that fails so often is held for a person.
  MAX_ATTEMPTS: '50',
  MAX_MAIL_MB: String(MAX_MAIL_MB),
  PARSE_SECONDS: '10',
  ATTACHMENT_SECONDS: '10',
  IMAP_SWEEP_SECONDS: '2',
};

/** What the mail server that received a mail writes on top of it. */
export function receivingHeaders(_from: string): readonly string[] {
  return [];
}
