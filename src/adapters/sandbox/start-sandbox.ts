import type { AddressInfo, Server, Socket } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** A mail that left through the sandbox's SMTP server for somebody else than the service. */
export interface DeliveredMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly source: Uint8Array;
}

export interface SandboxOptions {
  /** Mails to this address land in the IMAP inbox; all others count as delivered to the outside. */
  readonly consultAddress: string;
  readonly onDelivered: (mail: DeliveredMail) => void;
  /** Loopback by default: nothing of the sandbox can be reached from elsewhere. */
  readonly host?: string;
  /** Free ports by default. */
  readonly imapPort?: number;
  readonly smtpPort?: number;
}

export interface Sandbox {
  readonly host: string;
  readonly imapPort: number;
  readonly smtpPort: number;
  readonly user: string;
  readonly password: string;
  /** Names the server in the Authentication-Results that it writes. */
  readonly authservId: string;
  /** Logs the same user in by OAuth2. */
  readonly accessToken: string;
  /** Puts a mail into the inbox without SMTP. */
  append(source: Uint8Array): void;
  /** Sources of the mails in a folder; empty when there is no such folder. */
  folder(name: string): readonly Uint8Array[];
  /** Renumbers the inbox as a restored server does; clients see it at their next connection. */
  renumber(): void;
  stop(): Promise<void>;
}

const AUTHSERV_ID = 'sandbox.invalid';
const USER = 'consult';
const PASSWORD = 'sandbox';
const ACCESS_TOKEN = 'sandbox-token';

/**
 * A real IMAP and SMTP server on this machine, in memory, so that mails make their whole way (SMTP, IMAP, service,
 * SMTP) with nothing installed. For demonstrations and tests only: it forgets everything and lets everybody send.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const host = options.host ?? '127.0.0.1';
  const imap = createImap();
  const sockets = trackSockets(imap.server);
  const append = (source: Uint8Array) =>
    void imap.appendMessage('INBOX', [], false, Buffer.from(source).toString('latin1'));
  const smtp = createSmtp(options, append);
  await new Promise<void>((resolve, reject) => {
    imap.server.once('error', reject);
    imap.listen(options.imapPort ?? 0, host, resolve);
  });
  await new Promise<void>((resolve, reject) => {
    smtp.server.once('error', reject);
    smtp.listen(options.smtpPort ?? 0, host, resolve);
  });
  smtp.on('error', () => undefined);
  return {
    host,
    imapPort: portOf(imap.server),
    smtpPort: portOf(smtp.server),
    user: USER,
    password: PASSWORD,
    authservId: AUTHSERV_ID,
    accessToken: ACCESS_TOKEN,
    append,
    folder: (name) => (imap.getMailbox(name)?.messages ?? []).map((mail) => Buffer.from(mail.raw, 'latin1')),
    renumber() {
      const inbox = imap.getMailbox('INBOX');
      if (inbox) inbox.uidvalidity += 1;
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([
        new Promise<void>((resolve) => imap.close(resolve)),
        new Promise<void>((resolve) => smtp.close(resolve)),
      ]);
    },
  };
}

function createImap(): hoodiecrow.ImapServer {
  return hoodiecrow({
    plugins: [
      'ID',
      'IDLE',
      'MOVE',
      'UIDPLUS',
      'NAMESPACE',
      'LITERALPLUS',
      'SASL-IR',
      'AUTH-PLAIN',
      'XOAUTH2',
      'UNSELECT',
    ],
    users: { [USER]: { password: PASSWORD, xoauth2: { accessToken: ACCESS_TOKEN, sessionTimeout: 3_600_000 } } },
    storage: {
      // A new server is a new mailbox to every client: it has lost the mails of the one before (RFC 3501, 2.3.1.1).
      INBOX: { uidvalidity: Math.floor(Date.now() / 1000) },
      '': { separator: '/', folders: {} },
    },
  });
}

function createSmtp({ consultAddress, onDelivered }: SandboxOptions, append: (source: Uint8Array) => void): SMTPServer {
  const ours = consultAddress.toLowerCase();
  return new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 1_000,
    onData(stream, session, callback) {
      readAll(stream).then((source) => {
        const { from, to } = envelopeOf(session);
        const outside = to.filter((address) => address.toLowerCase() !== ours);
        if (outside.length < to.length) {
          // What a delivering server writes on top (RFC 5321, section 4.4).
          append(Buffer.concat([Buffer.from(traceFields(from, consultAddress, source)), source]));
        }
        if (outside.length > 0) onDelivered({ from, to: outside, source });
        callback(null);
      }, callback);
    },
  });
}

/**
 * What a delivering server writes on top (RFC 5321, section 4.4; RFC 8601). Everybody may send here, as if from
 * outside, and everybody is taken for whom he names.
 */
function traceFields(from: string, to: string, source: Buffer): string {
  const author = /^From:[^\r\n]{0,500}@([\w.-]{1,255})/im.exec(source.toString('latin1'))?.[1] ?? 'invalid';
  return [
    `Return-Path: <${from}>`,
    `Delivered-To: ${to}`,
    `Authentication-Results: ${AUTHSERV_ID}; dmarc=pass header.from=${author}`,
    `Received: from client.invalid (client.invalid [192.0.2.1]) by ${AUTHSERV_ID} with ESMTP`,
    '',
  ].join('\r\n');
}

function envelopeOf({ envelope }: SMTPServerSession): { from: string; to: string[] } {
  return {
    from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    to: envelope.rcptTo.map((recipient) => recipient.address),
  };
}

async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Open connections, so that `stop` need not wait for clients that idle. */
function trackSockets(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    // Many small writes: with Nagle's algorithm each waits for the client's delayed acknowledgement.
    socket.setNoDelay(true);
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
