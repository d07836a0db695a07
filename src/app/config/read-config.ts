import type { Config, MailboxConfig, SmtpConfig } from './config.ts';
import { dkimFaults, readDkim } from './read-dkim.ts';
import { loginFaults, oauth2Faults, readLogin } from './read-login.ts';
import { Secret } from './secrets.ts';
import { dnsOf, isNameServer, senderRulesOf } from './sender-settings.ts';
import { SETTINGS, type Settings } from './settings.ts';

export interface Fault {
  readonly name: string;
  readonly what: string;
}

/** Validates the settings and their combinations; adds every fault to `faults`. */
export function readConfig(values: ReadonlyMap<string, string>, faults: Fault[]): Config | undefined {
  const parsed = SETTINGS.safeParse(Object.fromEntries(values));
  if (!parsed.success) {
    for (const issue of parsed.error.issues) faults.push({ name: issue.path.join('.'), what: issue.message });
    return undefined;
  }
  const settings = parsed.data;
  faults.push(...combinationFaults(settings));
  return {
    dataDir: settings.DATA_DIR,
    database:
      settings.DATABASE_URL === undefined
        ? { kind: 'embedded' }
        : { kind: 'url', url: new Secret(settings.DATABASE_URL), encryptionKey: new Secret(settings.DATA_KEY ?? '') },
    queue:
      settings.REDIS_URL === undefined ? { kind: 'postgres' } : { kind: 'redis', url: new Secret(settings.REDIS_URL) },
    mailbox: mailboxOf(settings),
    smtp: smtpOf(settings),
    consult: {
      address: settings.CONSULT_ADDRESS.toLowerCase(),
      name: settings.CONSULT_NAME,
      copiesColleagues: settings.REPLY_CC === 'same-domain',
    },
    sending: {
      perMinute: settings.SEND_PER_MINUTE,
      firstRetryMs: settings.SEND_RETRY_SECONDS * 1000,
      lifeMs: settings.SEND_HOURS * 3_600_000,
    },
    dkim: readDkim(settings),
    senders: senderRulesOf(settings),
    identity: {
      authservIds: settings.AUTHSERV_ID,
      hops: settings.AUTHSERV_HOPS,
      dns: dnsOf(settings.DNS_SERVERS),
      timeoutMs: settings.AUTH_SECONDS * 1000,
    },
    limits: {
      mailBytes: settings.MAX_MAIL_MB * 1024 * 1024,
      parseMs: settings.PARSE_SECONDS * 1000,
      attachmentMs: settings.ATTACHMENT_SECONDS * 1000,
      attachmentTextChars: 2_000_000,
      ocrMs: settings.OCR_SECONDS * 1000,
      ocrPages: settings.OCR_PAGES,
      mailReadMs: settings.MAIL_READ_SECONDS * 1000,
      rawMailDays: settings.RAW_MAIL_DAYS,
      heldMailDays: settings.HELD_MAIL_DAYS,
      attempts: settings.MAX_ATTEMPTS,
    },
    model:
      settings.LLM_MODEL === undefined
        ? undefined
        : {
            model: settings.LLM_MODEL,
            apiKey: settings.LLM_API_KEY === undefined ? undefined : new Secret(settings.LLM_API_KEY),
            baseUrl: settings.LLM_BASE_URL,
            deadlineMs: settings.LLM_DEADLINE_SECONDS * 1000,
            tokenBudget: settings.LLM_TOKEN_BUDGET,
          },
    http: settings.HTTP_PORT === undefined ? undefined : { host: settings.HTTP_HOST, port: settings.HTTP_PORT },
    logLevel: settings.LOG_LEVEL,
  };
}

function combinationFaults(settings: Settings): Fault[] {
  const faults: Fault[] = [];
  const fault = (name: string, what: string) => faults.push({ name, what });
  if (settings.DATABASE_URL !== undefined && settings.DATA_KEY === undefined) {
    fault('DATA_KEY', 'required with DATABASE_URL: raw mails are encrypted with it');
  }
  if ((settings.IMAP_URL === undefined) !== (settings.SMTP_URL === undefined)) {
    fault(settings.IMAP_URL === undefined ? 'IMAP_URL' : 'SMTP_URL', 'IMAP_URL and SMTP_URL are set together');
  }
  if (settings.IMAP_URL !== undefined) {
    if (settings.CONSULT_ADDRESS.endsWith('@localhost.localdomain')) {
      fault('CONSULT_ADDRESS', 'required with IMAP_URL: the address that answers');
    }
    if (settings.ALLOWED_SENDERS.length + settings.ALLOWED_DOMAINS.length === 0) {
      fault('ALLOWED_SENDERS', 'ALLOWED_SENDERS or ALLOWED_DOMAINS says who gets coded answers; set one');
    }
    if (new URL(settings.IMAP_URL).username === '') fault('IMAP_URL', 'must hold the user: imaps://user@host/INBOX');
  }
  if (settings.DNS_SERVERS.some((server) => server !== 'none' && !isNameServer(server))) {
    fault('DNS_SERVERS', 'must be addresses (192.0.2.53, 192.0.2.53:5353, [2001:db8::53]) or none');
  }
  oauth2Faults(settings, fault);
  for (const server of ['IMAP', 'SMTP'] as const) loginFaults(server, settings, fault);
  dkimFaults(settings, fault);
  if (settings.LLM_MODEL?.startsWith('ollama:') === false && settings.LLM_API_KEY === undefined) {
    fault('LLM_API_KEY', 'required with LLM_MODEL');
  }
  return faults;
}

function mailboxOf(settings: Settings): MailboxConfig | undefined {
  if (settings.IMAP_URL === undefined) return undefined;
  const login = readLogin('IMAP', settings);
  if (login === undefined) return undefined;
  const at = new URL(settings.IMAP_URL);
  return {
    ...server(at, at.protocol === 'imaps:', 993, 143),
    login,
    folder: decodeURIComponent(at.pathname.slice(1)) || 'INBOX',
    sweepSeconds: settings.IMAP_SWEEP_SECONDS,
    backlogLimit: settings.BACKLOG_LIMIT,
  };
}

function smtpOf(settings: Settings): SmtpConfig | undefined {
  if (settings.SMTP_URL === undefined) return undefined;
  const at = new URL(settings.SMTP_URL);
  return {
    ...server(at, at.protocol === 'smtps:', 465, 587),
    login: readLogin('SMTP', settings),
  };
}

function server(at: URL, tls: boolean, tlsPort: number, plainPort: number) {
  const port = at.port === '' ? (tls ? tlsPort : plainPort) : Number(at.port);
  return { host: at.hostname.replace(/^\[|\]$/g, ''), port, tls };
}
