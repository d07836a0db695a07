import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { UnreadableFile } from '../attachment-task.ts';
import { MOST_PICTURE_PIXELS } from '../scans/picture-limits.ts';

export type PdfDocument = PDFDocumentProxy;
export type PdfPage = PDFPageProxy;

/** The folder of pdf.js's own files: the decoder of JPEG 2000, the standard fonts, tables of Asian encodings. */
const LIBRARY = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const ERRORS_ONLY = 0;

/**
 * pdf.js, loaded with the first PDF: a process that reads none does without its three megabytes. It runs in the thread
 * that calls it and opens no file but those of LIBRARY.
 */
export async function pdfLibrary() {
  return await import('pdfjs-dist/legacy/build/pdf.mjs');
}

/**
 * What `read` makes of a PDF, whose pages live no longer than that; pictures beyond the limit are left out of them.
 * Throws UnreadableFile: `encrypted` or `broken`.
 */
export async function withPdf<T>(bytes: Uint8Array, read: (pdf: PdfDocument) => Promise<T>): Promise<T> {
  const { getDocument } = await pdfLibrary();
  const task = getDocument({
    data: new Uint8Array(bytes),
    maxImageSize: MOST_PICTURE_PIXELS,
    wasmUrl: folder('wasm'),
    // The decoders in JavaScript: the fax decoder in WebAssembly, the only one of pdf.js 6, is lost after a spoilt line.
    useWasm: false,
    isEvalSupported: false,
    standardFontDataUrl: folder('standard_fonts'),
    cMapUrl: folder('cmaps'),
    verbosity: ERRORS_ONLY,
  });
  try {
    return await read(await task.promise.catch(refuse));
  } finally {
    await task.destroy();
  }
}

function refuse(error: unknown): never {
  const isLocked = error instanceof Error && error.name === 'PasswordException';
  throw new UnreadableFile(isLocked ? 'encrypted' : 'broken', error);
}

function folder(name: string): string {
  return join(LIBRARY, name) + sep;
}
