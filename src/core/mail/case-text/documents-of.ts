import type { AttachmentPart, InboundEmail } from '../../model/inbound-email.ts';

/** Files of a mail and of the mails inside it; pictures of the HTML are not documents. */
export function documentsOf(email: InboundEmail): readonly AttachmentPart[] {
  return [...email.attachments.filter((part) => !part.inline), ...email.embedded.flatMap(documentsOf)];
}

const ACCESSORY =
  /^(?:application\/(?:pkcs7-signature|x-pkcs7-signature|pgp-signature|pgp-keys|ics)|text\/(?:calendar|x-vcard|vcard|rfc822-headers)|message\/)/;

/** Parts of the mail itself, by their content type, which nobody attached and nobody misses. */
export function isAccessory(contentType: string): boolean {
  return ACCESSORY.test(contentType);
}
