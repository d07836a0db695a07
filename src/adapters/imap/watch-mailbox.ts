import type { ImapFlow } from 'imapflow';
import { faultCode } from '../../core/model/fault-code.ts';
import type { MailboxHealth, MailboxStore } from '../../pipeline/mailbox-port.ts';
import type { Log, ReceivedMail } from '../../pipeline/ports.ts';
import { closeClient, createLine, type Inbox, leaveIdle, openInbox } from './connection.ts';
import { fileDecided } from './file-decided.ts';
import type { ImapOptions } from './options.ts';
import { createBackoff, createBell, createTries } from './pace.ts';
import { type Receiving, receiveNew } from './receive-new.ts';
import { imapFaultCode, throttleMs } from './refusal.ts';

export interface MailboxWatch {
  /** Sweeps now instead of later, e.g. because an outcome was decided. */
  nudge(): void;
  /** Finishes the mail in hand, logs out, and closes the line after ten seconds in any case. */
  stop(): Promise<void>;
}

const STOP_MS = 10_000;
const BACKLOG_PAUSE_MS = 2_000;
/** From this try on a mail is reported as one that cannot be received; it is still tried, ever more rarely. */
const TRIES_BEFORE_ALARM = 3;

/**
 * Receives every mail of a mailbox at least once and files the decided ones, over as many connections as it takes:
 * IDLE (RFC 2177) and a periodic sweep, reconnection with growing pauses. Starts at once and never throws.
 * `health` is told how the line stands. `onMail` must return only after its durable commit; it sees a mail again after a fault or when the server renumbered
 * the mailbox.
 */
export function watchMailbox(
  options: ImapOptions,
  store: MailboxStore,
  onMail: (mail: ReceivedMail) => Promise<void>,
  log: Log,
  health?: MailboxHealth,
): MailboxWatch {
  const bell = createBell();
  const stopBell = createBell();
  const backoff = createBackoff(options.retryMs);
  const tries = createTries(options.retryMs);
  let stopping = false;
  let client: ImapFlow | undefined;

  const receiving: Receiving = {
    options,
    store,
    onMail,
    tries,
    isStopping: () => stopping,
    onFault(uid, attempt, fault) {
      const fields = { uid, attempt, fault: faultCode(fault) };
      if (attempt === TRIES_BEFORE_ALARM) log.error('a mail cannot be received and is set aside', fields);
      else log.warn('a mail could not be received', fields);
    },
  };

  async function session(): Promise<void> {
    const line = await createLine(options);
    client = line.client;
    client.on('exists', bell.ring);
    client.on('close', bell.ring);
    try {
      if (stopping) return;
      const inbox = await openInbox(line, options);
      await recognise(inbox, store, log);
      health?.opened();
      while (!stopping && client.usable) {
        const found = await receiveNew(inbox, receiving);
        await fileDecided(inbox, store, log);
        // Not after the login: Microsoft 365 lets a client in whose mailbox it then does not open (imapflow#314).
        backoff.reset();
        line.accepted();
        if (found === 'all') health?.synced();
        if (found === 'more' || stopping) continue;
        // Runs until the next command breaks it or the line falls, and the bell rings for both.
        client.idle().catch(() => undefined);
        await bell.wait(pauseMs(found));
        await leaveIdle(client, options.silenceMs);
      }
    } finally {
      health?.lost();
      await closeClient(client);
    }
  }

  function pauseMs(found: 'all' | 'backlogged'): number {
    if (found === 'backlogged') return BACKLOG_PAUSE_MS;
    return Math.min(options.sweepMs, tries.nextDueMs() ?? options.sweepMs);
  }

  async function keepWatching(): Promise<void> {
    while (!stopping) {
      const over = await session().then(
        () => ({ fault: 'ConnectionClosed', askedMs: 0 }),
        (thrown: unknown) => ({ fault: imapFaultCode(thrown), askedMs: throttleMs(thrown) }),
      );
      if (stopping) return;
      const { fault, askedMs } = over;
      const waitMs = Math.round(Math.max(backoff.nextMs(), askedMs));
      log.warn('the mailbox connection ended', { fault, waitMs });
      await stopBell.wait(waitMs);
    }
  }

  const ended = keepWatching();
  return {
    nudge: bell.ring,
    async stop() {
      stopping = true;
      bell.ring();
      stopBell.ring();
      if (!client?.usable) client?.close();
      const deadline = setTimeout(() => client?.close(), STOP_MS);
      await ended;
      clearTimeout(deadline);
    },
  };
}

/** RFC 3501, section 2.3.1.1: after a change of UIDVALIDITY every UID is a new one, and all mails are fetched again. */
async function recognise(inbox: Inbox, store: MailboxStore, log: Log): Promise<void> {
  const state = await store.open(inbox.mailbox, inbox.uidValidity);
  log.info('mailbox open', { state });
  if (state === 'changed') log.warn('the server renumbered the mailbox: every mail is compared again');
}
