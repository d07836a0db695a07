import { getDocumentProxy } from 'unpdf';
import { UnreadableFile } from './attachment-task.ts';

/** Below this a page stamp or a fax header may be text, but no document is. */
const MIN_LETTERS = 20;

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/** The text layer of a PDF, page after page, until there are more than `maxChars`. A scan without one is `no-text`. */
export async function readPdf(bytes: Uint8Array, maxChars: number): Promise<string> {
  const pages: string[] = [];
  let chars = 0;
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    for (let number = 1; number <= pdf.numPages && chars <= maxChars; number += 1) {
      const text = await pageText(pdf, number);
      chars += text.length;
      pages.push(text);
    }
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new UnreadableFile(isLocked ? 'encrypted' : 'broken', error);
  }
  const text = pages.join('\n\n');
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < MIN_LETTERS) throw new UnreadableFile('no-text');
  return text;
}

async function pageText(pdf: PdfDocument, number: number): Promise<string> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  return items
    .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
    .join('')
    .trim();
}
