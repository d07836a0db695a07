import { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { OutgoingMail, Postman, SendOutcome } from '../../pipeline/sending-port.ts';
import { classifyFailure, failureOf, type SendFailure, type SendStep } from './classify.ts';
import { SMTP_DEFAULTS, type SmtpOptions } from './options.ts';
import { openSession } from './session.ts';

/** A postman whose open connections end with the process that owns it. */
export interface SmtpPostman extends Postman {
  close(): Promise<void>;
}

/** The phase could not be committed, so the body stayed here. */
class NotEntered extends Error {
  override name = 'NotEntered';
}

/** Sends over SMTP, one mail at a time per connection; connections are kept for the next mail. */
export function createPostman(options: SmtpOptions): SmtpPostman {
  const idleMs = (options.timeouts ?? SMTP_DEFAULTS.timeouts).idleMs;
  const keepOpen = options.keepOpen ?? SMTP_DEFAULTS.keepOpen;
  const idle: { readonly connection: SMTPConnection; readonly timer: NodeJS.Timeout }[] = [];
  let closed = false;

  function takeIdle(): SMTPConnection | undefined {
    for (let kept = idle.pop(); kept !== undefined; kept = idle.pop()) {
      clearTimeout(kept.timer);
      if (!kept.connection.destroyed) return kept.connection;
    }
    return undefined;
  }

  function keep(connection: SMTPConnection): void {
    if (closed || connection.destroyed || idle.length >= keepOpen) {
      connection.quit();
      return;
    }
    const timer = setTimeout(() => {
      const at = idle.findIndex((kept) => kept.connection === connection);
      if (at >= 0) idle.splice(at, 1);
      connection.quit();
    }, idleMs);
    timer.unref();
    idle.push({ connection, timer });
  }

  async function sendOver(connection: SMTPConnection, mail: OutgoingMail, beforeBody: () => Promise<void>) {
    const result = await transact(connection, mail, beforeBody);
    if (result.sent) keep(connection);
    else connection.close();
    return result;
  }

  return {
    async send(mail, beforeBody) {
      const warm = takeIdle();
      if (warm !== undefined) {
        const result = await sendOver(warm, mail, beforeBody);
        if (!wentStale(result)) return outcomeOf(result);
      }
      let fresh: SMTPConnection;
      try {
        fresh = await openSession(options);
      } catch (fault) {
        return classifyFailure(failureOf('session', fault));
      }
      return outcomeOf(await sendOver(fresh, mail, beforeBody));
    },
    async close() {
      closed = true;
      for (let kept = takeIdle(); kept !== undefined; kept = takeIdle()) kept.quit();
    },
  };
}

type Transaction =
  | { readonly sent: true; readonly replyCode: number }
  | {
      readonly sent: false;
      readonly failure: SendFailure;
      /** Everybody else in the envelope has it. */
      readonly haveCopies?: true;
    };

interface SentTo {
  readonly response: string;
  readonly rejectedErrors?: readonly unknown[] | undefined;
}

/**
 * One mail over one connection. nodemailer reads the body only after DATA was accepted, so `beforeBody` runs in that
 * first read. Throws what `beforeBody` throws; then nothing of the body has left.
 */
async function transact(
  connection: SMTPConnection,
  mail: OutgoingMail,
  beforeBody: () => Promise<void>,
): Promise<Transaction> {
  let step: SendStep = 'envelope';
  let over = false;
  let entering: Promise<void> | undefined;
  async function* body() {
    entering = beforeBody();
    // The caller awaits it too and rethrows its fault; here it only keeps the body back.
    await entering.catch((cause) => Promise.reject(new NotEntered('The body stays here', { cause })));
    if (over) return;
    step = 'body';
    yield mail.mime;
  }
  const envelope = {
    from: mail.envelopeFrom,
    to: [mail.to, ...(mail.copies ?? [])],
    size: mail.mime.length,
    use8BitMime: true,
    // RFC 3461, where the server knows it: a bounce names the reply and need not return what stood in it.
    dsn: { id: mail.messageId.replace(/[<>]/g, ''), return: 'headers' },
  };
  const failure = await new Promise<{ readonly fault: unknown } | SentTo>((resolve) => {
    connection.send(envelope, Readable.from(body(), { objectMode: false }), (fault, info) => {
      over = true;
      resolve(fault ? { fault } : { response: info.response, rejectedErrors: info.rejectedErrors });
    });
  });
  if (entering !== undefined) await closeOnFault(entering, connection);
  if ('fault' in failure) return { sent: false, failure: failureOf(step, failure.fault) };
  const refusal = failure.rejectedErrors?.find((fault) => isAbout(fault, mail.to));
  return refusal === undefined
    ? { sent: true, replyCode: Number.parseInt(failure.response, 10) || 250 }
    : { sent: false, failure: failureOf('envelope', refusal), haveCopies: true };
}

/** nodemailer notes at the refusal of a recipient who it was. */
function isAbout(fault: unknown, recipient: string): boolean {
  return fault instanceof Error && 'recipient' in fault && fault.recipient === recipient;
}

/** Without the final dot the server must not deliver (RFC 5321, section 4.1.1.4), so closing the line takes it back. */
async function closeOnFault(entering: Promise<void>, connection: SMTPConnection): Promise<void> {
  try {
    await entering;
  } catch (fault) {
    connection.close();
    throw fault;
  }
}

function outcomeOf(result: Transaction): SendOutcome {
  if (result.sent) return { outcome: 'sent', replyCode: result.replyCode };
  const outcome = classifyFailure(result.failure);
  const isForSenderAlone = result.haveCopies && (outcome.outcome === 'retry' || outcome.outcome === 'refused');
  return isForSenderAlone ? { ...outcome, haveCopies: true } : outcome;
}

/**
 * A kept connection that the server had given up (silently or by 421): safe to take a fresh one at once, unless the
 * server said that it has had enough of us (`4.7.x`).
 */
function wentStale(result: Transaction): boolean {
  if (result.sent || result.haveCopies || result.failure.step !== 'envelope') return false;
  const { replyCode, enhancedCode = '', errorCode } = result.failure;
  if (enhancedCode.startsWith('4.7.')) return false;
  return replyCode === 421 || (replyCode === undefined && errorCode !== 'EENVELOPE' && errorCode !== 'EMESSAGE');
}
