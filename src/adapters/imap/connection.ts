import { ImapFlow, type ImapFlowOptions } from 'imapflow';
import type { FilingFolder } from '../../pipeline/mailbox-port.ts';
import { isNearby } from '../tls/is-nearby.ts';
import { type ImapOptions, mailboxName } from './options.ts';

export const FILING_FOLDERS = ['Processed', 'Rejected', 'Failed'] as const satisfies readonly FilingFolder[];

/** The server said no, or nothing usable, to a command that must work. */
export class ImapFault extends Error {
  override name = 'ImapFault';
  readonly code: string;
  constructor(code: string) {
    super('The mail server did not do what it was asked');
    this.code = code;
  }
}

/** An open mailbox: one connection, good until it breaks. */
export interface Inbox {
  readonly client: ImapFlow;
  readonly mailbox: string;
  readonly uidValidity: bigint;
}

/**
 * A new client, not yet connected: an ImapFlow object cannot connect twice. Its `error` listener is attached here,
 * before anything can happen; without one a broken line would end the process.
 */
export async function createClient(options: ImapOptions): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: options.host,
    port: options.port,
    secure: options.tls,
    ...startTls(options),
    auth: await credentials(options),
    // Its log lines would hold the text of mails.
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: options.silenceMs,
    greetingTimeout: options.silenceMs,
    socketTimeout: options.silenceMs,
    maxLiteralSize: Math.max(options.mailBytes, 1_000_000) * 2,
  });
  client.on('error', () => undefined);
  return client;
}

/** Connects, creates the filing folders that are missing and opens the mailbox. Throws when anything fails. */
export async function openInbox(client: ImapFlow, options: ImapOptions): Promise<Inbox> {
  await client.connect();
  await createFilingFolders(client);
  const { uidValidity } = await client.mailboxOpen(options.folder);
  return { client, mailbox: mailboxName(options), uidValidity };
}

/**
 * Breaks IDLE; a line that does not answer in time is closed. On a line that fell silent before the server granted IDLE,
 * ImapFlow would wait for ever: it may not send DONE yet, and its own timeout takes an idle line for a live one.
 */
export async function leaveIdle(client: ImapFlow, silenceMs: number): Promise<void> {
  if (!client.usable) return;
  const timer = setTimeout(() => client.close(), silenceMs);
  await client.noop().catch(() => undefined);
  clearTimeout(timer);
}

/** Logs out if the line still stands, within two seconds, and closes it in any case. */
export async function closeClient(client: ImapFlow): Promise<void> {
  if (client.usable) {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, 2_000);
    });
    await Promise.race([client.logout().catch(() => undefined), tooLong]);
    clearTimeout(timer);
  }
  client.close();
}

/** The folders lie in the account's personal namespace (RFC 2342), e.g. `INBOX.Processed`. */
export async function createFilingFolders(client: ImapFlow): Promise<void> {
  const listed = new Set((await client.list({ listOnly: true })).map((folder) => folder.path));
  for (const name of FILING_FOLDERS) {
    if (!listed.has(`${client.namespace?.prefix ?? ''}${name}`)) await client.mailboxCreate(name);
  }
}

async function credentials({ login }: ImapOptions): Promise<NonNullable<ImapFlowOptions['auth']>> {
  return login.kind === 'password'
    ? { user: login.user, pass: login.password }
    : { user: login.user, accessToken: await login.accessToken() };
}

/**
 * STARTTLS is required, except on this machine or beside it (a bare name: a container of our own network). There it is a
 * bonus over a bare line, so a self-signed certificate will do.
 */
function startTls({ tls, host }: ImapOptions): ImapFlowOptions {
  if (tls) return {};
  return isNearby(host) ? { tls: { rejectUnauthorized: false } } : { doSTARTTLS: true };
}
