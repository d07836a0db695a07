import { createConnection, createServer, type Socket } from 'node:net';
import { listenOnLoopback } from './loopback.ts';

/** What the front says instead of the server. */
export interface ImapQuirk {
  /** The commands it is about, without their tag: `UID SEARCH`, `SELECT` ... */
  readonly on: RegExp;
  /** The tagged answer without its tag: `NO [UNAVAILABLE] later`; a text that begins with `*` is sent untagged, and the line closed. */
  readonly says: string;
  /** @default 1 */
  readonly times?: number;
}

/** A line protocol front before a real IMAP server: it passes everything on, and misbehaves as large providers do. */
export interface ImapFront {
  readonly port: number;
  /** Commands of the client in order, tags and logins left out. */
  readonly commands: readonly string[];
  opened(): number;
  script(...quirks: readonly ImapQuirk[]): void;
  /** Hides these capabilities of the server. */
  hide(...capabilities: readonly string[]): void;
  /** Swallows what the server says by itself: the line stands, and IDLE tells nothing. */
  deafen(isDeaf: boolean): void;
  /** Every line is closed after so long, with the goodbye that Gmail and Microsoft 365 say. */
  closeAfter(ms: number | undefined): void;
  /** Every answer comes so much later. */
  slow(ms: number): void;
  /** Opens every mailbox read-only. */
  readOnly(isReadOnly: boolean): void;
  /** Logins are refused while so many lines stand. */
  limit(lines: number): void;
  stop(): Promise<void>;
}

export async function startImapFront(serverPort: number): Promise<ImapFront> {
  const lines = new Set<readonly [Socket, Socket]>();
  const commands: string[] = [];
  const quirks: { readonly on: RegExp; readonly says: string; left: number }[] = [];
  const hidden: string[] = [];
  let opened = 0;
  let isDeaf = false;
  let lifeMs: number | undefined;
  let delayMs = 0;
  let isReadOnly = false;
  let most = Number.POSITIVE_INFINITY;

  /** What stands instead of the server's answer; undefined: the server's own. */
  const instead = (command: string): string | undefined => {
    if (lines.size > most && /^(?:LOGIN|AUTHENTICATE)\b/i.test(command))
      return 'NO [LIMIT] Too many simultaneous connections';
    const quirk = quirks.find(({ on, left }) => left > 0 && on.test(command));
    if (quirk === undefined) return undefined;
    quirk.left -= 1;
    return quirk.says;
  };
  const altered = (text: string): string => {
    let line = text;
    for (const capability of hidden) line = line.replaceAll(` ${capability}`, '');
    if (isReadOnly) line = line.replace('[READ-WRITE]', '[READ-ONLY]');
    return line;
  };

  const server = createServer((client) => {
    const upstream = createConnection(serverPort, '127.0.0.1');
    const line = [client, upstream] as const;
    const end = () => {
      lines.delete(line);
      clearTimeout(life);
      for (const socket of line) socket.destroy();
    };
    const life =
      lifeMs === undefined ? undefined : setTimeout(() => client.end('* BYE Connection closed. 14\r\n'), lifeMs);
    opened += 1;
    lines.add(line);
    const toClient = (bytes: Buffer) => {
      if (delayMs === 0) client.write(bytes);
      else setTimeout(() => client.writable && client.write(bytes), delayMs);
    };
    upstream.on('data', (bytes) => {
      const text = bytes.toString('latin1');
      if (isDeaf && /^(?:\* (?:\d+ (?:EXISTS|RECENT)|OK Still here)[^\r\n]*\r\n)+$/.test(text)) return;
      toClient(Buffer.from(altered(text), 'latin1'));
    });
    let partial = '';
    client.on('data', (bytes) => {
      partial += bytes.toString('latin1');
      for (let at = partial.indexOf('\r\n'); at >= 0; at = partial.indexOf('\r\n')) {
        const text = partial.slice(0, at);
        partial = partial.slice(at + 2);
        const [, tag = '', command = text] = /^(\S+) (.+)$/.exec(text) ?? [];
        commands.push(command.replace(/^(LOGIN|AUTHENTICATE \S+) .*/i, '$1'));
        const answer = instead(command);
        if (answer === undefined) upstream.write(`${text}\r\n`);
        else if (answer.startsWith('*')) client.end(`${answer}\r\n`);
        else toClient(Buffer.from(`${tag} ${answer}\r\n`));
      }
    });
    for (const socket of line) socket.on('error', end).on('close', end);
  });
  const port = await listenOnLoopback(server);
  return {
    port,
    commands,
    opened: () => opened,
    script: (...next) => void quirks.push(...next.map(({ on, says, times = 1 }) => ({ on, says, left: times }))),
    hide: (...capabilities) => void hidden.push(...capabilities),
    deafen: (deaf) => {
      isDeaf = deaf;
    },
    closeAfter: (ms) => {
      lifeMs = ms;
    },
    slow: (ms) => {
      delayMs = ms;
    },
    readOnly: (readOnly) => {
      isReadOnly = readOnly;
    },
    limit: (count) => {
      most = count;
    },
    async stop() {
      for (const socket of [...lines].flat()) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
