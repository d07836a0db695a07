import { readMail } from '../core/mail/read-mail.ts';
import type { OwnMail } from '../core/mail/thread/thread.ts';
import type { InboundEmail, MailReading } from '../core/model/inbound-email.ts';
import type { IntakeResult, MimeReader } from './ports.ts';
import { next, type Outcome, stop } from './stage.ts';

/** How we recognise our own mail coming back. */
export interface OwnIdentity {
  readonly addresses: readonly string[];
  readonly messageIdDomain: string;
}

export interface ReadMail {
  readonly email: InboundEmail;
  readonly reading: MailReading;
  /** Size of a mail whose body was not fetched because it is over the limit. */
  readonly oversizeBytes: number | undefined;
}

/** MIME source -> mail and verdict. Nothing is known of a mail that cannot be read, so nobody is answered. */
export async function parse(
  mail: { readonly source: Uint8Array; readonly oversizeBytes: number | undefined },
  ports: { readonly mime: MimeReader; readonly own: OwnIdentity },
): Promise<Outcome<ReadMail, IntakeResult>> {
  const read = await ports.mime.read(mail.source);
  if (read.outcome === 'unreadable') {
    return stop({ next: 'nothing', verdict: 'unreadable', reason: `the MIME source is ${read.why}` });
  }
  const reading = readMail(read.email, ownMail(ports.own));
  return next({ email: read.email, reading, oversizeBytes: mail.oversizeBytes });
}

export function ownMail({ addresses, messageIdDomain }: OwnIdentity): OwnMail {
  return { ownAddresses: addresses, ownMessageIdDomain: messageIdDomain };
}
