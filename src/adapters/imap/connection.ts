import { ImapFlow, type ImapFlowOptions } from 'imapflow';
import type { FilingFolder } from '../../pipeline/mailbox-port.ts';
import { isNearby } from '../tls/is-nearby.ts';
import { type ImapOptions, mailboxName } from './options.ts';
import { isLoginRefused } from './refusal.ts';

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

/** A client with what it logs in by. */
export interface Line {
  readonly client: ImapFlow;
  /** Told that the server did not want this login, or let us work. */
  readonly refused: () => void;
  readonly accepted: () => void;
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
export async function createLine(options: ImapOptions): Promise<Line> {
  const { auth, refused, accepted } = await credentials(options);
  const client = new ImapFlow({
    host: options.host,
    port: options.port,
    secure: options.tls,
    ...startTls(options),
    auth,
    // Its log lines would hold the text of mails.
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: options.silenceMs,
    greetingTimeout: options.silenceMs,
    socketTimeout: options.silenceMs,
    maxLiteralSize: Math.max(options.mailBytes, 1_000_000) * 2,
  });
  client.on('error', () => undefined);
  return { client, refused, accepted };
}

/** Connects, creates the filing folders that are missing and opens the mailbox. Throws when anything fails. */
export async function openInbox({ client, refused }: Line, options: ImapOptions): Promise<Inbox> {
  try {
    await client.connect();
    await createFilingFolders(client);
    const { uidValidity, readOnly } = await client.mailboxOpen(options.folder);
    // Nothing could ever leave it, and every mail would be answered from a place that fills up (RFC 3501, section 6.3.1).
    if (readOnly) throw new ImapFault('MailboxReadOnly');
    return { client, mailbox: mailboxName(options), uidValidity };
  } catch (fault) {
    if (isLoginRefused(fault)) refused();
    throw fault;
  }
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

interface Credentials extends Pick<Line, 'refused' | 'accepted'> {
  readonly auth: NonNullable<ImapFlowOptions['auth']>;
}

async function credentials({ login }: ImapOptions): Promise<Credentials> {
  const { user } = login;
  if (login.kind === 'password') {
    return { auth: { user, pass: login.password }, refused: () => undefined, accepted: () => undefined };
  }
  const { tokens } = login;
  const accessToken = await tokens.next();
  return { auth: { user, accessToken }, refused: () => tokens.refused(accessToken), accepted: () => tokens.accepted() };
}

/**
 * STARTTLS is required, except on this machine or beside it (a bare name: a container of our own network). There it is a
 * bonus over a bare line, so a self-signed certificate will do.
 */
function startTls({ tls, host }: ImapOptions): ImapFlowOptions {
  if (tls) return {};
  return isNearby(host) ? { tls: { rejectUnauthorized: false } } : { doSTARTTLS: true };
}
