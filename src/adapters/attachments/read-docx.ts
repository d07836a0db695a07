import mammoth from 'mammoth';
import { htmlToText } from '../text/html-text.ts';
import { UnreadableFile } from './attachment-task.ts';
import { checkZip } from './zip-budget.ts';

/** Pictures are not text: dropping them here keeps them from being turned into data URIs first. */
const NO_IMAGES = mammoth.images.imgElement(async () => ({ src: '' }));

/** The text of a Word document, tables row by row. Other ZIP files (spreadsheets, archives) are `unsupported`. */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  const names = await checkZip(bytes);
  if (!names.has('word/document.xml')) throw new UnreadableFile('unsupported');
  return htmlToText(await toHtml(bytes));
}

async function toHtml(bytes: Uint8Array): Promise<string> {
  try {
    return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage: NO_IMAGES })).value;
  } catch (error) {
    throw new UnreadableFile('broken', error);
  }
}
