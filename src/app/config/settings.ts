import { z } from 'zod';

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(/[\s,;]+/)
      .filter((item) => item !== '')
      .map((item) => item.toLowerCase()),
  );
const whole = (fallback: number, least: number, most: number) =>
  z.coerce
    .number(`must be a number`)
    .int('must be a whole number')
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`)
    .default(fallback);
const url = (...schemes: string[]) =>
  z
    .string()
    .refine((text) => schemes.some((scheme) => text.startsWith(`${scheme}://`)) && URL.canParse(text), {
      error: `must be a URL that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
      abort: true,
    })
    .refine(isDecodable, 'holds a % that stands for nothing: write %25 for a percent sign');
const address = z.string().regex(/^[^\s@<>]+@[^\s@<>]+$/, 'must be one e-mail address');

const domain = z
  .string()
  .toLowerCase()
  .regex(
    /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/,
    'must be a domain name',
  );

/** Users, passwords and folders stand percent-encoded in a URL (RFC 3986, section 2.1). */
function isDecodable(text: string): boolean {
  try {
    return decodeURIComponent(text) !== '';
  } catch {
    return false;
  }
}

/** Secrets go over TLS, or do not leave the machine. */
function isSafeForSecrets(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}

/** Every setting, its form and its default. The README's table is checked against these names. */
export const SETTINGS = z.object({
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: url('postgres', 'postgresql').optional(),
  DATA_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64 (openssl rand -base64 32)')
    .optional(),
  REDIS_URL: url('redis', 'rediss').optional(),
  IMAP_URL: url('imap', 'imaps').optional(),
  IMAP_PASSWORD: z.string().optional(),
  IMAP_OAUTH2_TOKEN: z.string().optional(),
  IMAP_SWEEP_SECONDS: whole(60, 1, 3600),
  BACKLOG_LIMIT: whole(500, 1, 1_000_000),
  SMTP_URL: url('smtp', 'smtps').optional(),
  SMTP_PASSWORD: z.string().optional(),
  SMTP_OAUTH2_TOKEN: z.string().optional(),
  SMTP_OAUTH2_REFRESH_TOKEN: z.string().optional(),
  SMTP_OAUTH2_SCOPE: z.string().optional(),
  OAUTH2_PROVIDER: z.enum(['google', 'microsoft'], 'must be google or microsoft').optional(),
  OAUTH2_TENANT: z.string().default('organizations'),
  OAUTH2_TOKEN_URL: url('https', 'http')
    .refine(isSafeForSecrets, 'must be a https URL (http only on this machine)')
    .optional(),
  OAUTH2_CLIENT_ID: z.string().optional(),
  OAUTH2_CLIENT_SECRET: z.string().optional(),
  OAUTH2_REFRESH_TOKEN: z.string().optional(),
  OAUTH2_SCOPE: z.string().optional(),
  SEND_PER_MINUTE: whole(0, 0, 10_000),
  SEND_RETRY_SECONDS: whole(300, 1, 86_400),
  SEND_HOURS: whole(48, 1, 240),
  DKIM_DOMAIN: domain.optional(),
  DKIM_SELECTOR: domain.optional(),
  DKIM_KEY: z.string().optional(),
  CONSULT_ADDRESS: address.default('consult@localhost.localdomain'),
  CONSULT_NAME: z
    .string()
    .max(80)
    .regex(/^[^\r\n<>"]*$/, 'must be a plain name')
    .default('CaseConsultant'),
  ALLOWED_SENDERS: list,
  ALLOWED_DOMAINS: list,
  BLOCKED_SENDERS: list,
  AUTHSERV_ID: list,
  AUTHSERV_HOPS: whole(1, 1, 10),
  DNS_SERVERS: list,
  AUTH_SECONDS: whole(10, 1, 60),
  UNPROVEN_SENDERS: z.enum(['review', 'answer']).default('review'),
  GUEST_ANSWERS: whole(1, 0, 1_000),
  GUEST_CONFIRMED_ANSWERS: whole(5, 0, 10_000),
  RATE_SENDER_HOUR: whole(60, 1, 1_000_000),
  RATE_SENDER_DAY: whole(300, 1, 1_000_000),
  RATE_DOMAIN_HOUR: whole(300, 1, 1_000_000),
  RATE_DOMAIN_DAY: whole(1_500, 1, 1_000_000),
  LOOP_MAILS: whole(10, 2, 1_000_000),
  REPLY_CC: z.enum(['none', 'same-domain']).default('none'),
  MAX_MAIL_MB: whole(25, 1, 200),
  PARSE_SECONDS: whole(15, 1, 300),
  ATTACHMENT_SECONDS: whole(30, 1, 600),
  OCR_SECONDS: whole(300, 5, 3600),
  OCR_PAGES: whole(50, 1, 500),
  MAIL_READ_SECONDS: whole(900, 5, 7200),
  RAW_MAIL_DAYS: whole(7, 1, 3650),
  HELD_MAIL_DAYS: whole(30, 1, 3650),
  MAX_ATTEMPTS: whole(8, 1, 100),
  LLM_MODEL: z
    .string()
    .regex(/^(openai|anthropic|ollama):\S+$/, 'must be provider:model (openai, anthropic or ollama)')
    .optional(),
  LLM_API_KEY: z.string().optional(),
  LLM_BASE_URL: url('http', 'https').optional(),
  LLM_DEADLINE_SECONDS: whole(60, 1, 600),
  LLM_TOKEN_BUDGET: whole(24_000, 1_000, 1_000_000),
  HTTP_PORT: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be at least 0')
    .max(65_535, 'must be at most 65535')
    .optional(),
  HTTP_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be a host name or an address')
    .default('127.0.0.1'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});
export type Settings = z.output<typeof SETTINGS>;
