import type { InboundEmail } from '../../model/inbound-email.ts';
import { isAccessory } from '../case-text/documents-of.ts';
import { isNoteLike } from '../case-text/note-shape.ts';
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

/** Files by which gateways wrap a mail that is read in their portal. */
const WRAPPED_FILE =
  /\.(?:p7m|rpmsg)$|^(?:securedoc|securemessage|secure-?mail|message_zdm|encrypted_message)[^/]*\.html?$/i;

/** Words of a portal that holds the text back. */
const HELD_BACK =
  /\bhas sent you an? (?:secure|protected|encrypted|confidential)\b|\byou(?:[’']ve| have) received an? (?:secure|encrypted|protected) (?:e-?mail|message)\b|\bnew \w{0,20} ?secure e-?mail message from\b|\bto (?:read|view|open) (?:the|this|your) (?:secure|encrypted|protected) (?:e-?mail|message)\b/i;
const MAX_HELD_BACK_CHARS = 3_000;

/** Text we have no key for: PGP (RFC 3156), S/MIME that wraps its content (RFC 8551), mail held in somebody's portal. */
export function isEncrypted(email: InboundEmail): boolean {
  const isWrapped = (type: string) =>
    /^application\/(?:x-)?(?:pkcs7-mime|pgp-encrypted|x-microsoft-rpmsg-message)$/.test(type);
  return (
    contentTypeOf(email) === 'multipart/encrypted' ||
    (isWrapped(contentTypeOf(email)) && email.text.trim() === '') ||
    email.attachments.some((part) => isWrapped(part.contentType) || WRAPPED_FILE.test(part.filename)) ||
    /^-----BEGIN PGP MESSAGE-----/m.test(email.text) ||
    isHeldBack(email.text)
  );
}

function isHeldBack(text: string): boolean {
  return text.length <= MAX_HELD_BACK_CHARS && HELD_BACK.test(text) && !isNoteLike(text);
}

/** Nothing to read: no text, no document, no mail inside. A subject alone is a question without its words. */
export function isEmptyMail(email: InboundEmail): boolean {
  const files = email.attachments.filter((part) => !isAccessory(part.contentType));
  return email.text.trim() === '' && files.length === 0 && email.embedded.length === 0;
}
