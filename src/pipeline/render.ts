import { deidentifySubject } from '../core/deidentify/deidentify.ts';
import type { RenderedReply } from '../core/model/consultation.ts';
import type { CaseKey } from '../core/model/ids.ts';
import { type InboundEmail, namesOf } from '../core/model/inbound-email.ts';
import type { MimeReader, ReplyInput } from './ports.ts';
import type { ReplyEnvelope, ReplyRenderer } from './sending-port.ts';

export interface AddressedReply {
  readonly reply: RenderedReply;
  readonly envelope: ReplyEnvelope;
}

export interface RenderPorts {
  readonly mime: MimeReader;
  readonly renderer: ReplyRenderer;
  /** Who else gets the reply: nobody, unless configured. */
  readonly copies: (email: InboundEmail) => readonly string[];
}

/** Answer -> HTML and text, addressed to the sender of the mail, in its thread. Undefined when the mail has no sender. */
export async function render(
  { answer, caseKey, subject }: ReplyInput & { readonly caseKey: CaseKey },
  source: Uint8Array,
  ports: RenderPorts,
): Promise<AddressedReply | undefined> {
  const read = await ports.mime.read(headersOf(source));
  if (read.outcome === 'unreadable' || read.email.from === undefined) return undefined;
  const { email } = read;
  return {
    reply: ports.renderer.render({
      caseKey,
      answer,
      subject: subject ?? deidentifySubject(email.subject, { names: namesOf(email) }),
    }),
    envelope: {
      to: read.email.from.address,
      copies: ports.copies(email),
      inReplyTo: email.messageId,
      references: threadOf(email),
    },
  };
}

/** RFC 5322, section 3.6.4: the parent's References, then its Message-ID. */
function threadOf(email: InboundEmail): string[] {
  const before =
    email.references.length > 0 ? email.references : email.inReplyTo === undefined ? [] : [email.inReplyTo];
  return [...new Set([...before, ...(email.messageId === undefined ? [] : [email.messageId])])];
}

/** The header block alone: a reply needs who and which thread, not the attachments again. */
function headersOf(source: Uint8Array): Uint8Array {
  const text = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const ends = ['\r\n\r\n', '\n\n'].map((blank) => text.indexOf(blank)).filter((at) => at >= 0);
  return ends.length === 0 ? source : source.subarray(0, Math.min(...ends) + 2);
}
