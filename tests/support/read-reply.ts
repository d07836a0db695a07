import { simpleParser } from 'mailparser';

/** A reply as its reader sees it. */
export interface ReadReply {
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  readonly references: readonly string[];
  readonly text: string;
  readonly html: string;
}

export async function readReply(source: Buffer): Promise<ReadReply> {
  const mail = await simpleParser(source, { skipTextToHtml: true, skipHtmlToText: true });
  return {
    to: [mail.to ?? []]
      .flat()
      .map(({ text }) => text)
      .join(', '),
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
    references: [mail.references ?? []].flat(),
    text: mail.text ?? '',
    html: mail.html || '',
  };
}
