import { type CaseText, caseText } from '../core/mail/case-text.ts';
import type { AttachmentText } from '../core/model/inbound-email.ts';
import { notify, type SenderGate } from './guard.ts';
import type { ReadMail } from './parse.ts';
import type { AttachmentReader, IntakeResult } from './ports.ts';
import { next, type Outcome, stop } from './stage.ts';

export interface GatheredMail extends ReadMail {
  readonly text: CaseText;
}

/** Body, forwarded original and attachments -> one note and the sender's own words. */
export async function gather(
  mail: ReadMail,
  ports: { readonly attachments: AttachmentReader; readonly gate: SenderGate },
): Promise<Outcome<GatheredMail, IntakeResult>> {
  const files: AttachmentText[] = [];
  const documents = [mail.email, ...mail.email.embedded].flatMap((email) => email.attachments);
  for (const part of documents) {
    if (!part.inline) files.push(await ports.attachments.read(part));
  }
  const text = caseText(mail.reading, files);
  const sender = mail.email.from?.address;
  if (text.noteText.trim() === '' && text.senderText.trim() === '' && sender !== undefined) {
    const notice = files.length > 0 ? 'no-text' : 'what-i-can-do';
    return stop(await notify(ports.gate, sender, notice, mail.reading.verdict));
  }
  return next({ ...mail, text });
}
