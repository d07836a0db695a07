import SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import { isNearby } from '../tls/is-nearby.ts';
import { SMTP_DEFAULTS, type SmtpLogin, type SmtpOptions } from './options.ts';

/** A connection that has said EHLO and logged in. Rejects with nodemailer's error. */
export async function openSession(options: SmtpOptions): Promise<SMTPConnection> {
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
    if (options.login !== undefined) await logIn(connection, options.login);
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

async function logIn(connection: SMTPConnection, login: SmtpLogin): Promise<void> {
  const auth =
    login.kind === 'password'
      ? { credentials: { user: login.user, pass: login.password } }
      : {
          user: login.user,
          oauth2: new XOAuth2({ user: login.user, accessToken: await login.accessToken() }),
        };
  await new Promise<void>((resolve, reject) => {
    connection.once('error', reject);
    connection.login(auth, (fault) => (fault ? reject(fault) : resolve()));
  });
}
