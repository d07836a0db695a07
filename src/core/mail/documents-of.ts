import type { AttachmentPart, InboundEmail } from '../model/inbound-email.ts';

/** Files of a mail and of the mails inside it; pictures of the HTML are not documents. */
export function documentsOf(email: InboundEmail): readonly AttachmentPart[] {
  return [...email.attachments.filter((part) => !part.inline), ...email.embedded.flatMap(documentsOf)];
}
