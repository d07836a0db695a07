import { type CaseText, caseText } from '../core/mail/case-text/case-text.ts';
import { documentsOf } from '../core/mail/case-text/documents-of.ts';
import type { NoticeKind } from '../core/model/consultation.ts';
import type { AttachmentText } from '../core/model/inbound-email.ts';
import type { FollowedMail } from './follow-up.ts';
import { notify } from './guard.ts';
import type { AttachmentReader, IntakeResult } from './ports.ts';
import type { SenderGate } from './sender-gate.ts';
import { next, type Outcome, stop } from './stage.ts';

export interface GatheredMail extends FollowedMail {
  readonly text: CaseText;
}

/** A case has a handful of documents. */
const MOST_DOCUMENTS = 20;

/** Body, forwarded original and attachments -> one note and the sender's own words. */
export async function gather(
  mail: FollowedMail,
  ports: { readonly attachments: AttachmentReader; readonly gate: Pick<SenderGate, 'mayNotify'> },
): Promise<Outcome<GatheredMail, IntakeResult>> {
  const documents = documentsOf(mail.email);
  const files: AttachmentText[] = [];
  const time = ports.attachments.timeForMail();
  for (const part of documents.slice(0, MOST_DOCUMENTS)) files.push(await ports.attachments.read(part, time));
  const text = withUnread(caseText(mail.reading, files), documents.length - files.length);
  const sender = mail.email.from?.address;
  const notice = noticeFor(text);
  if (notice !== undefined && sender !== undefined) {
    return stop(await notify(ports.gate, sender, notice, mail.reading.verdict, text.limits));
  }
  return next({ ...mail, text });
}

function withUnread(text: CaseText, unread: number): CaseText {
  if (unread === 0) return text;
  return {
    ...text,
    limits: [...text.limits, `Only the first ${MOST_DOCUMENTS} attachments were read; ${unread} were not.`],
  };
}

/** Documents without a readable word leave nothing to code, whatever the sender wrote beside them. */
function noticeFor({ noteText, senderText, limits }: CaseText): NoticeKind | undefined {
  if (noteText.trim() !== '') return undefined;
  if (limits.length > 0) return 'no-text';
  return senderText.trim() === '' ? 'what-i-can-do' : undefined;
}
