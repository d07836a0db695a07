import { IMAP_DEFAULTS, type ImapOptions } from '../adapters/imap/options.ts';
import type { SmtpOptions } from '../adapters/smtp/options.ts';
import type { MailboxConfig, MailLogin, SmtpConfig } from './config/config.ts';

/** The configured mailbox as the IMAP room takes it. */
export function imapOptions(mailbox: MailboxConfig, mailBytes: number): ImapOptions {
  const { host, port, tls, folder, backlogLimit } = mailbox;
  return {
    ...IMAP_DEFAULTS,
    ...{ host, port, tls, folder, backlogLimit, mailBytes },
    login: loginOf(mailbox.login),
    sweepMs: mailbox.sweepSeconds * 1000,
  };
}

/** The configured submission server as the SMTP room takes it. */
export function smtpOptions({ host, port, tls, login }: SmtpConfig): SmtpOptions {
  return { host, port, tls, login: login === undefined ? undefined : loginOf(login) };
}

function loginOf(login: MailLogin) {
  const { user } = login;
  if (login.kind === 'password') return { kind: 'password' as const, user, password: login.password.reveal() };
  return { kind: 'oauth2' as const, user, accessToken: async () => login.accessToken.reveal() };
}
