/** The parts of hoodiecrow-imap 2.1 that the sandbox uses; the package has no types. */
declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  function createServer(options: {
    readonly plugins: readonly string[];
    readonly users: Readonly<Record<string, createServer.ImapUser>>;
    readonly storage: Readonly<Record<string, object>>;
  }): createServer.ImapServer;

  namespace createServer {
    interface ImapUser {
      readonly password: string;
      readonly xoauth2: { readonly accessToken: string; readonly sessionTimeout: number };
    }

    interface StoredMail {
      /** The source as a binary string (one character a byte). */
      readonly raw: string;
    }

    interface ImapMailbox {
      uidvalidity: number;
      readonly messages: readonly StoredMail[];
    }

    interface ImapServer {
      readonly server: Server;
      listen(port: number, host: string, onListening: () => void): void;
      close(onClosed: () => void): void;
      getMailbox(path: string): ImapMailbox | undefined;
      appendMessage(mailbox: string, flags: readonly string[], internalDate: Date | false, raw: string): unknown;
    }
  }

  export = createServer;
}
