import { decodeBytes } from '../text/decode-bytes.ts';
import { htmlToText } from '../text/html-text.ts';
import { type AttachmentResult, type AttachmentTask, UnreadableFile } from './attachment-task.ts';
import { fileKind } from './file-kind.ts';
import { readDocx } from './read-docx.ts';
import { readPdf } from './read-pdf.ts';

/** One file as text. Runs in a process of its own: the libraries behind it may hang or grow without bound. */
export async function readFile(task: AttachmentTask): Promise<AttachmentResult> {
  try {
    const text = cleanText(await readText(task));
    if (text === '') return { text, error: 'no-text' };
    const fits = text.length <= task.maxChars;
    return { text: text.slice(0, task.maxChars), error: fits ? undefined : 'too-large' };
  } catch (error) {
    if (error instanceof UnreadableFile) return { text: '', error: error.fault };
    return { text: '', error: 'broken' };
  }
}

async function readText({ bytes, contentType, filename, maxChars }: AttachmentTask): Promise<string> {
  switch (fileKind(bytes, contentType, filename)) {
    case 'pdf':
      return await readPdf(bytes, maxChars);
    case 'docx':
      return await readDocx(bytes);
    case 'html':
      return htmlToText(decodeBytes(bytes, htmlCharset(bytes)));
    case 'text':
      return decodeBytes(bytes);
    case 'encrypted-office':
      throw new UnreadableFile('encrypted');
    case 'unknown':
      throw new UnreadableFile('unsupported');
  }
}

/** HTML, section 4.2.5.4: the charset stands within the first 1024 bytes. */
function htmlCharset(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(head)?.[1] ?? '';
}

/** PostgreSQL stores no NUL, and no reader wants the other control characters. */
function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}
