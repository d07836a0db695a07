import { IMAP_DEFAULTS, type ImapLogin, type ImapOptions } from '../adapters/imap/options.ts';
import { createAccessTokens, type TokenPorts } from '../adapters/oauth2/access-tokens.ts';
import { createLoginTokens, fixedToken } from '../adapters/oauth2/login-tokens.ts';
import { OAUTH2_DEFAULTS } from '../adapters/oauth2/options.ts';
import type { SmtpOptions } from '../adapters/smtp/options.ts';
import type { AccessTokens } from '../pipeline/access-token-port.ts';
import type { MailboxConfig, MailLogin, OAuth2Config, SmtpConfig } from './config/config.ts';

/** The mail servers of the configuration as their rooms take them. */
export interface MailServers {
  imap(mailbox: MailboxConfig, mailBytes: number): ImapOptions;
  smtp(config: SmtpConfig): SmtpOptions;
  login(login: MailLogin): ImapLogin;
}

/** Logins of one process: servers that share an OAuth2 account share its tokens and its one renewal at a time. */
export function mailServers(ports: TokenPorts): MailServers {
  const byAccount = new Map<string, AccessTokens>();

  function loginOf(login: MailLogin): ImapLogin {
    const { user } = login;
    switch (login.kind) {
      case 'password':
        return { kind: 'password', user, password: login.password.reveal() };
      case 'oauth2':
        return { kind: 'oauth2', user, tokens: fixedToken(login.accessToken.reveal()) };
      case 'oauth2-grant':
        return {
          kind: 'oauth2',
          user,
          tokens: createLoginTokens(accountOf(login.grant), ports.clock, OAUTH2_DEFAULTS.refusedPauseMs),
        };
    }
  }

  function accountOf(grant: OAuth2Config): AccessTokens {
    const options = oauth2Options(grant);
    const key = JSON.stringify(options);
    const known = byAccount.get(key) ?? createAccessTokens(options, ports);
    byAccount.set(key, known);
    return known;
  }

  return {
    login: loginOf,
    imap(mailbox, mailBytes) {
      const { host, port, tls, folder, backlogLimit } = mailbox;
      return {
        ...IMAP_DEFAULTS,
        ...{ host, port, tls, folder, backlogLimit, mailBytes },
        login: loginOf(mailbox.login),
        sweepMs: mailbox.sweepSeconds * 1000,
      };
    },
    smtp({ host, port, tls, login }) {
      return { host, port, tls, login: login === undefined ? undefined : loginOf(login) };
    },
  };
}

function oauth2Options({ tokenUrl, clientId, clientSecret, grant, scope }: OAuth2Config) {
  return {
    ...OAUTH2_DEFAULTS,
    ...{ tokenUrl, clientId, scope, clientSecret: clientSecret.reveal() },
    grant:
      grant.kind === 'refresh-token'
        ? { kind: grant.kind, refreshToken: grant.refreshToken.reveal() }
        : { kind: grant.kind },
  };
}
