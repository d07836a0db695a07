import { ImapFlow } from 'imapflow';
import { startSandbox } from '../../src/adapters/sandbox/start-sandbox.ts';
import { startDovecot } from './dovecot.ts';

/** What the IMAP tests need of a server, whichever it is. */
export interface MailServer {
  readonly imapPort: number;
  readonly user: string;
  readonly password: string;
  /** What stands before the names of new folders. */
  readonly prefix: string;
  deliver(source: string): Promise<void>;
  /** Sources of the mails in a folder, by its full name. */
  folder(name: string): Promise<readonly string[]>;
  renumber(): Promise<void>;
  stop(): Promise<void>;
}

async function dovecot(prefix: '' | 'INBOX.'): Promise<MailServer> {
  const server = await startDovecot({ namespacePrefix: prefix });
  return {
    ...server,
    prefix,
    deliver: (source) => server.deliver(source),
    folder: async (name) => (await server.listFolder(name)).map((mail) => mail.source.toString()),
    renumber: () => server.renumber(),
  };
}

async function sandbox(): Promise<MailServer> {
  const server = await startSandbox({ consultAddress: 'consult@consult.example', onDelivered: () => undefined });
  return {
    ...server,
    prefix: '',
    deliver: async (source) => server.append(Buffer.from(source)),
    folder: async (name) => server.folder(name).map((mail) => Buffer.from(mail).toString()),
    renumber: async () => server.renumber(),
  };
}

export const MAIL_SERVERS = [
  { name: 'Dovecot', start: () => dovecot('') },
  { name: 'Dovecot with a namespace prefix', start: () => dovecot('INBOX.') },
  { name: 'the sandbox', start: sandbox },
] as const;

/** Does something to the mailbox as another client, e.g. the clinic's staff. */
export async function asSomebodyElse<T>(server: MailServer, act: (client: ImapFlow) => Promise<T>): Promise<T> {
  const auth = { user: server.user, pass: server.password };
  const client = new ImapFlow({ host: '127.0.0.1', port: server.imapPort, auth, logger: false });
  await client.connect();
  try {
    await client.mailboxOpen('INBOX');
    return await act(client);
  } finally {
    await client.logout();
  }
}
