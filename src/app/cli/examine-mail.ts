import { probeMailbox } from '../../adapters/imap/probe-mailbox.ts';
import { createPinoLog } from '../../adapters/log/pino-log.ts';
import { OAuth2Fault } from '../../adapters/oauth2/request-token.ts';
import { pendingMigrations } from '../../adapters/postgres/migrate.ts';
import { createTokenStore } from '../../adapters/postgres/token-store.ts';
import { findPublishedKey } from '../../adapters/smtp/dkim-record.ts';
import { probeSmtp } from '../../adapters/smtp/probe-smtp.ts';
import { domainOf, speaksFor } from '../../core/senders/domains.ts';
import type { LoginTokens, TokenStore } from '../../pipeline/access-token-port.ts';
import { SYSTEM_CLOCK } from '../clock.ts';
import type { Config, MailLogin } from '../config/config.ts';
import { type MailServers, mailServers } from '../mail-servers.ts';
import { openCipher, openDatabaseFor, storePolicy } from '../storage.ts';
import type { Examination } from './examination.ts';

/** What the doctor looks at where mail comes in and goes out. */
export function mailExaminations(config: Config): readonly Examination[] {
  const { mailbox, smtp } = config;
  const servers = mailServers({ store: tokenStoreOf(config), clock: SYSTEM_CLOCK, log: silentLog() });
  return [
    ...oauth2Examinations(config, servers),
    ...(mailbox === undefined
      ? []
      : [
          {
            name: 'mailbox',
            look: async () => {
              const { canIdle, canMove } = await probeMailbox(servers.imap(mailbox, config.limits.mailBytes));
              return `open${canIdle ? ', IDLE' : ', no IDLE (sweeps only)'}${canMove ? ', MOVE' : ', no MOVE (copies)'}`;
            },
            remedy: 'check IMAP_URL and its login',
          },
        ]),
    ...(smtp === undefined
      ? []
      : [{ name: 'SMTP', look: () => probeSmtp(servers.smtp(smtp)), remedy: 'check SMTP_URL and its login' }]),
    ...(mailbox === undefined ? [] : [{ name: 'sender identity', look: () => identity(config), remedy: ALIGN }]),
  ];
}

function oauth2Examinations({ mailbox, smtp }: Config, servers: MailServers): readonly Examination[] {
  const examine = (server: string, login: MailLogin | undefined): readonly Examination[] => {
    if (login?.kind !== 'oauth2-grant') return [];
    const opened = servers.login(login);
    const look = async () => {
      if (opened.kind === 'oauth2') await renewed(opened.tokens).catch(inPlainWords);
      return 'the token endpoint gives access tokens';
    };
    return [{ name: `OAuth2 for ${server}`, look, remedy: 'check the OAUTH2_ settings' }];
  };
  return [...examine('IMAP', mailbox?.login), ...examine('SMTP', smtp?.login)];
}

/** A kept token outlives a consent that was withdrawn, so the endpoint is asked for another. */
async function renewed(tokens: LoginTokens): Promise<void> {
  tokens.refused(await tokens.next());
  await tokens.next();
}

/** The doctor prints the code of a fault where it has one; here the words say what to do. */
function inPlainWords(fault: unknown): never {
  throw fault instanceof OAuth2Fault ? new Error(`${fault.message} (${fault.code})`) : fault;
}

const ALIGN = 'see README, DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY';

/** From and Message-ID have the domain of the address; a DKIM signature must have it too to count for DMARC. */
async function identity({ consult, dkim }: Config): Promise<string> {
  const domain = domainOf(consult.address);
  const from = `From and Message-ID of ${domain}`;
  if (dkim === undefined) return `${from}; not signed here: the mail server signs, or nobody does`;
  // RFC 7489, section 3.1.1, relaxed and without a list of public suffixes.
  if (!speaksFor(domain, dkim.domain) && !speaksFor(dkim.domain, domain)) {
    throw new Error(`${from}, but signed by ${dkim.domain}: DKIM_DOMAIN must be the same domain or one above it`);
  }
  const place = `${dkim.selector}._domainkey.${dkim.domain}`;
  switch (await findPublishedKey({ ...dkim, privateKey: dkim.key.reveal() })) {
    case 'published':
      return `${from}, signed by ${dkim.domain}, whose key is in DNS`;
    case 'unreachable':
      return `${from}, signed by ${dkim.domain}; DNS could not be asked for ${place}`;
    case 'absent':
      throw new Error(`no public key in DNS at ${place}`);
    case 'other':
      throw new Error(`the public key in DNS at ${place} is not that of DKIM_KEY`);
  }
}

/** The tokens that the service keeps: an endpoint may give each refresh token once only, so the doctor shares them. */
function tokenStoreOf(config: Config): TokenStore {
  return {
    async renew(account, renew) {
      const { db, close } = await openDatabaseFor(config, silentLog(), () => undefined);
      try {
        if ((await pendingMigrations(db)).length > 0)
          throw new Error('the database is not migrated: run migrate first');
        const context = { db, cipher: await openCipher(config), clock: SYSTEM_CLOCK, policy: storePolicy(config) };
        return await createTokenStore(context).renew(account, renew);
      } finally {
        await close();
      }
    },
  };
}

function silentLog() {
  return createPinoLog({ level: 'silent', process: 'doctor' });
}
