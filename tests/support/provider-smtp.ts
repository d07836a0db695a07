import { SMTPServer } from 'smtp-server';
import { listenOnLoopback } from './loopback.ts';

/** What a provider answers at one point of one session. */
export interface SmtpTrouble {
  readonly at: 'login' | 'sender' | 'recipient' | 'data';
  readonly code: number;
  /** Behind the code: `4.7.0 Try again later`. */
  readonly says: string;
}

/** A submission server that takes access tokens only, as Gmail and Microsoft 365 do. */
export interface ProviderSmtp {
  readonly port: number;
  /** Sources of the mails it took. */
  readonly mails: readonly string[];
  /** Their envelope ids (RFC 3461). */
  readonly envelopeIds: readonly (string | undefined)[];
  /** Each of these once, in order, whenever its point is reached. */
  script(...troubles: readonly SmtpTrouble[]): void;
  /** Troubles that are still to come. */
  pending(): number;
  stop(): Promise<void>;
}

export async function startProviderSmtp(isGood: (accessToken: string) => boolean): Promise<ProviderSmtp> {
  const mails: string[] = [];
  const envelopeIds: (string | undefined)[] = [];
  const troubles: SmtpTrouble[] = [];

  /** Only the next one counts: the order of a script is the order of events. */
  const trouble = (at: SmtpTrouble['at']): Error | undefined => {
    if (troubles[0]?.at !== at) return undefined;
    const { code, says } = troubles.shift() as SmtpTrouble;
    return Object.assign(new Error(says), { responseCode: code });
  };
  const server = new SMTPServer({
    authMethods: ['XOAUTH2'],
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    hideDSN: false,
    closeTimeout: 100,
    onAuth(auth, _session, callback) {
      const fault = trouble('login');
      if (fault !== undefined) callback(fault);
      else if (isGood(auth.accessToken ?? '')) callback(null, { user: 'consult' });
      else callback(Object.assign(new Error('5.7.3 Authentication unsuccessful'), { responseCode: 535 }));
    },
    onMailFrom: (_address, _session, callback) => callback(trouble('sender')),
    onRcptTo: (_address, _session, callback) => callback(trouble('recipient')),
    onData(stream, { envelope }, callback) {
      stream.toArray().then((chunks) => {
        const fault = trouble('data');
        if (fault === undefined) {
          mails.push(Buffer.concat(chunks as Buffer[]).toString('latin1'));
          envelopeIds.push(envelope.dsn?.envid ?? undefined);
        }
        callback(fault);
      }, callback);
    },
  });
  server.on('error', () => undefined);
  const port = await listenOnLoopback(server.server);
  return {
    port,
    mails,
    envelopeIds,
    script: (...next) => void troubles.push(...next),
    pending: () => troubles.length,
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}
