import type { AttachmentPart } from '../../core/model/inbound-email.ts';
import type { MailFile } from './mail-files.ts';

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'application/rtf': '.rtf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/tiff': '.tif',
  'text/calendar': '.ics',
  'text/html': '.html',
  'text/plain': '.txt',
};
const MAX_FILENAME_CHARS = 200;

export function isEmbeddedMail(attachment: MailFile): boolean {
  const type = contentType(attachment);
  return (
    /^message\/(rfc822|global)$/.test(type) || (!type.startsWith('text/') && /\.eml$/i.test(attachment.filename ?? ''))
  );
}

/** S/MIME that holds its content inside, signed or encrypted (RFC 8551, section 3.2). */
export function isSmime(attachment: MailFile): boolean {
  return /^application\/(?:x-)?pkcs7-mime$/.test(contentType(attachment)) || /\.p7m$/i.test(attachment.filename ?? '');
}

/** A file of the mail with a name that is safe to print; bytes are copied so that they can cross threads. */
export function toAttachmentPart(attachment: MailFile, index: number, html: string): AttachmentPart {
  const type = contentType(attachment);
  return {
    filename: safeFilename(attachment.filename) ?? `attachment-${index + 1}${EXTENSIONS[type] ?? ''}`,
    contentType: type,
    bytes: new Uint8Array(attachment.content),
    inline:
      attachment.isInline === true ||
      (type.startsWith('image/') && attachment.cid !== undefined && html.includes(`cid:${attachment.cid}`)),
  };
}

function contentType(attachment: MailFile): string {
  return (attachment.contentType || 'application/octet-stream').toLowerCase().split(/[\s;]/, 1)[0] ?? '';
}

function safeFilename(filename: string | undefined): string | undefined {
  const base =
    (filename ?? '')
      .replace(/\p{Cc}+/gu, ' ')
      .split(/[\\/]/)
      .at(-1)
      ?.trim() ?? '';
  return base === '' ? undefined : base.slice(-MAX_FILENAME_CHARS);
}
