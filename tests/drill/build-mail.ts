import { CONSULT_ADDRESS } from '../support/service.ts';
import type { DrillMail } from './drill-mail.ts';
import { receivingHeaders } from './settings.ts';

/** The parts of a mail that most of the drill's mails have in common. */
export interface MailDraft extends Partial<Omit<DrillMail, 'source'>> {
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly fromName?: string;
  readonly subject?: string;
  readonly headers?: readonly string[];
  readonly type?: string;
  readonly body: string;
}

/** RFC 5322 source with CRLF, bytes as latin1. */
export function buildMail(draft: MailDraft): DrillMail {
  const { id, kind, from, subject = `Case ${id}`, type = 'text/plain; charset=utf-8' } = draft;
  const messageId = 'messageId' in draft ? draft.messageId : `${id}@${from.slice(from.lastIndexOf('@') + 1)}`;
  const source = [
    ...receivingHeaders(from),
    `From: ${draft.fromName === undefined ? '' : `"${draft.fromName}" `}<${from}>`,
    `To: ${CONSULT_ADDRESS}`,
    `Subject: ${subject}`,
    'Date: Mon, 02 Jun 2025 09:12:44 -0500',
    ...(messageId === undefined ? [] : [`Message-ID: <${messageId}>`]),
    `X-Drill: ${id}`,
    ...(draft.headers ?? []),
    'MIME-Version: 1.0',
    `Content-Type: ${type}`,
    '',
    ...draft.body.split(/\r?\n/),
    '',
  ].join('\r\n');
  return {
    id,
    kind,
    from,
    messageId,
    source: Buffer.from(source, 'latin1'),
    expected: draft.expected ?? 'reply',
    again: draft.again ?? 'never',
    planted: draft.planted ?? [],
    answered: draft.answered,
    envelopeFrom: draft.envelopeFrom ?? from,
    bounceOf: draft.bounceOf,
  };
}

/** A multipart/mixed body (RFC 2046, section 5.1) of a text and one file. */
export function withFile(
  text: string,
  file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array },
): Pick<MailDraft, 'type' | 'body'> {
  const body = [
    '--drill',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '--drill',
    `Content-Type: ${file.type}; name="${file.name}"`,
    `Content-Disposition: attachment; filename="${file.name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(file.bytes).toString('base64').replace(/.{76}/g, '$&\n'),
    '--drill--',
  ].join('\n');
  return { type: 'multipart/mixed; boundary=drill', body };
}
