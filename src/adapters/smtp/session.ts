import SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import { isNearby } from '../tls/is-nearby.ts';
import { SMTP_DEFAULTS, type SmtpLogin, type SmtpOptions } from './options.ts';

/**
 * A connection that has said EHLO and logged in. Rejects with nodemailer's error, or with what kept an access token
 * away. A token that the server does not want is replaced once, on a new connection.
 */
export async function openSession(options: SmtpOptions): Promise<SMTPConnection> {
  const { login } = options;
  if (login?.kind !== 'oauth2') {
    return openWith(options, login && { credentials: { user: login.user, pass: login.password } });
  }
  const first = await login.tokens.next();
  try {
    return await openWithToken(options, login, first);
  } catch (fault) {
    if (!isLoginRefused(fault)) throw fault;
    login.tokens.refused(first);
    const second = await login.tokens.next();
    if (second === first) throw fault;
    return openWithToken(options, login, second).catch((again: unknown) => {
      if (isLoginRefused(again)) login.tokens.refused(second);
      throw again;
    });
  }
}

async function openWithToken(
  options: SmtpOptions,
  { user, tokens }: Extract<SmtpLogin, { kind: 'oauth2' }>,
  accessToken: string,
): Promise<SMTPConnection> {
  const connection = await openWith(options, { user, oauth2: new XOAuth2({ user, accessToken }) });
  tokens.accepted();
  return connection;
}

/** RFC 4954, section 6: 535 is about the credentials; 454 and the like are about the server. */
function isLoginRefused(fault: unknown): boolean {
  return fault instanceof Error && 'responseCode' in fault && fault.responseCode === 535;
}

type Authentication = Parameters<SMTPConnection['login']>[0];

async function openWith(options: SmtpOptions, login: Authentication | undefined): Promise<SMTPConnection> {
  const { connectMs, replyMs } = options.timeouts ?? SMTP_DEFAULTS.timeouts;
  const connection = new SMTPConnection({
    host: options.host,
    port: options.port,
    secure: options.tls,
    requireTLS: !options.tls && !isNearby(options.host),
    // STARTTLS beside us is a bonus over a bare line, so a self-signed certificate will do there, and only there.
    ...(!options.tls && isNearby(options.host) ? { tls: { rejectUnauthorized: false } } : {}),
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: replyMs,
    socketCloseTimeout: 1_000,
    logger: false,
  });
  // Faults after the handshake reach the callback of the command under way; without a listener they end the process.
  connection.on('error', () => undefined);
  try {
    await connect(connection);
    if (login !== undefined) await logIn(connection, login);
    return connection;
  } catch (fault) {
    connection.close();
    throw fault;
  }
}

function connect(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.once('end', () => reject(new Error('The mail server closed the line')));
    connection.connect((fault) => (fault ? reject(fault) : resolve()));
  });
}

async function logIn(connection: SMTPConnection, login: Authentication): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    connection.once('error', reject);
    connection.login(login, (fault) => (fault ? reject(fault) : resolve()));
  });
}
