import type { Attachment } from 'mailparser';
import { rtfToText } from '../text/rtf/rtf-text.ts';
import { readTnef } from '../tnef/read-tnef.ts';

/** A part of a mail that is not its text, before it is an attachment of ours. */
export type MailFile = Pick<Attachment, 'contentType' | 'filename' | 'content' | 'cid'> & {
  readonly isInline?: boolean;
};

export interface MailFiles {
  readonly files: readonly MailFile[];
  /** Texts of the mail that the parser left among the files, for a mail without another text. */
  readonly texts: readonly string[];
}

const MAX_RTF_CHARS = 2_000_000;
const RTF_TYPE = /^(?:text|application)\/(?:rtf|richtext|x-rtf)\b/i;

/** The files of a mail, those of a winmail.dat in its place; a body written in RTF is a text, not a file. */
export function mailFiles(attachments: readonly Attachment[]): MailFiles {
  const files: MailFile[] = [];
  const texts: string[] = [];
  for (const attachment of attachments) {
    const tnef = readTnef(attachment.content);
    if (tnef !== undefined) {
      texts.push(tnef.text);
      files.push(...tnef.files.map(({ bytes, ...file }) => ({ ...file, content: bytes })));
    } else if (isRtfBody(attachment)) texts.push(rtfOf(attachment.content));
    else files.push(attachment);
  }
  return { files, texts: texts.filter((text) => text.trim() !== '') };
}

/** Nobody attached a part that has neither a name nor the disposition of an attachment (RFC 2183, section 2.8). */
function isRtfBody({ contentType, contentDisposition, filename, content }: Attachment): boolean {
  return (
    RTF_TYPE.test(contentType) &&
    contentDisposition !== 'attachment' &&
    filename === undefined &&
    content.subarray(0, 20).includes('{\\rtf')
  );
}

function rtfOf(content: Buffer): string {
  try {
    return rtfToText(content.toString('latin1'), MAX_RTF_CHARS);
  } catch {
    return '';
  }
}
