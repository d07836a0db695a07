import { createIsomorphicCanvasFactory, getDocumentProxy } from 'unpdf';
import { UnreadableFile } from './attachment-task.ts';
import { MOST_PICTURE_PIXELS } from './picture-limits.ts';

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** Throws UnreadableFile: `encrypted` or `broken`. Pictures beyond the limit are left out of its pages. */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    const CanvasFactory = await createIsomorphicCanvasFactory(() => import('@napi-rs/canvas'));
    return await getDocumentProxy(new Uint8Array(bytes), { CanvasFactory, maxImageSize: MOST_PICTURE_PIXELS });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new UnreadableFile(isLocked ? 'encrypted' : 'broken', error);
  }
}
