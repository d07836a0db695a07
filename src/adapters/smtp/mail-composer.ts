import Composer from 'nodemailer/lib/mail-composer';
import type { MailComposer } from '../../pipeline/sending-port.ts';
import { type DkimKey, signMail } from './dkim.ts';

export interface ComposerOptions {
  readonly fromAddress: string;
  readonly fromName: string;
  /** Right-hand side of our Message-IDs; by it we know our own mail when it comes back. */
  readonly messageIdDomain: string;
  /** Signs every reply; undefined where the mail server does, or nobody. */
  readonly dkim?: DkimKey | undefined;
}

/** Header lines are bounded (RFC 5322, section 2.1.1) and so are readers' patience with References. */
const MAX_REFERENCES = 20;
const MAX_ID_LENGTH = 250;

/** The raw mail had no address that a reply could go to. */
class NoSingleAddress extends Error {
  override name = 'NoSingleAddress';
  constructor() {
    super('The reply has no single, plain address to go to');
  }
}

/** Reply -> MIME (multipart/alternative), threaded by RFC 5322 section 3.6.4, marked as automatic by RFC 3834 section 5. */
export function createMailComposer(options: ComposerOptions): MailComposer {
  const { fromAddress, fromName, messageIdDomain, dkim } = options;
  return {
    async compose(reply, envelope, caseKey, id) {
      if (!isSingleAddress(envelope.to)) throw new NoSingleAddress();
      const copies = envelope.copies.filter(isSingleAddress);
      const messageId = `<cc.${caseKey}.${id}@${messageIdDomain}>`;
      const references = boundedReferences(envelope.references);
      const inReplyTo =
        envelope.inReplyTo !== undefined && isMessageId(envelope.inReplyTo) ? envelope.inReplyTo : undefined;
      const composed = new Composer({
        from: { name: fromName, address: fromAddress },
        to: { name: '', address: envelope.to },
        ...(copies.length === 0 ? {} : { cc: copies.map((address) => ({ name: '', address })) }),
        subject: reply.subject,
        messageId,
        ...(inReplyTo === undefined ? {} : { inReplyTo }),
        ...(references.length === 0 ? {} : { references: [...references] }),
        headers: {
          'Auto-Submitted': 'auto-replied',
          'X-Auto-Response-Suppress': 'All',
          'X-Loop': fromAddress,
          'X-CaseConsultant-Case': caseKey,
        },
        text: reply.text,
        html: reply.html,
        newline: 'win',
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      const built = await composed.compile().build();
      const mime = dkim === undefined ? built : await signMail(built, dkim);
      return { messageId, envelopeFrom: fromAddress, to: envelope.to, copies, mime };
    },
  };
}

/** The first id (the root of the thread) and the newest ones. */
export function boundedReferences(references: readonly string[]): readonly string[] {
  const ids = references.filter(isMessageId);
  return ids.length <= MAX_REFERENCES ? ids : [...ids.slice(0, 1), ...ids.slice(1 - MAX_REFERENCES)];
}

function isMessageId(text: string): boolean {
  return text.length <= MAX_ID_LENGTH && /^<[^<>\s]+>$/.test(text);
}

/** One bare address and nothing that a header or an envelope could read as a second one. */
function isSingleAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s<>(),;:"\\[\]@]+@[^\s<>(),;:"\\@]+$/.test(text);
}
