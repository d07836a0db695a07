import type { InboundEmail } from '../model/inbound-email.ts';
import { contentTypeOf, header } from './content-type.ts';

/** Mail for many: a list's headers (RFC 2369, RFC 2919) or a bulk Precedence. */
export function isListMail(email: InboundEmail): boolean {
  return (
    [...email.headers.keys()].some((name) =>
      /^(?:list-(?:id|unsubscribe|post|subscribe|help|archive)|x-mailing-list|x-mlserver|x-ml-name|x-mailman-version)$/.test(
        name,
      ),
    ) || /^(?:bulk|list|junk)\b/.test(header(email, 'precedence'))
  );
}

/** An invitation or its answer (RFC 6047), not a mail that happens to carry a document as well. */
export function isCalendarMail(email: InboundEmail): boolean {
  if (/calendar/.test(contentTypeOf(email)) || /calendarmessage/.test(header(email, 'content-class'))) return true;
  const isCalendar = (type: string) => /^(?:text\/calendar|application\/ics)$/.test(type);
  const parts = email.attachments.filter((part) => !part.inline);
  return parts.length > 0 && parts.every((part) => isCalendar(part.contentType));
}

/** Text we have no key for: PGP (RFC 3156), S/MIME that wraps its content (RFC 8551), Microsoft's protected mail. */
export function isEncrypted(email: InboundEmail): boolean {
  const isWrapped = (type: string) =>
    /^application\/(?:x-)?(?:pkcs7-mime|pgp-encrypted|x-microsoft-rpmsg-message)$/.test(type);
  return (
    contentTypeOf(email) === 'multipart/encrypted' ||
    isWrapped(contentTypeOf(email)) ||
    email.attachments.some((part) => isWrapped(part.contentType) || /\.(?:p7m|rpmsg)$/i.test(part.filename)) ||
    /^-----BEGIN PGP MESSAGE-----/m.test(email.text)
  );
}

/** Nothing to read: no text, no document, no mail inside. A subject alone is a question without its words. */
export function isEmptyMail(email: InboundEmail): boolean {
  return email.text.trim() === '' && email.attachments.length === 0 && email.embedded.length === 0;
}
