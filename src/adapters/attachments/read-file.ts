import { createScanReader, type ScanReader } from '../ocr/scan-reader.ts';
import { startTesseract } from '../ocr/tesseract.ts';
import { cleanText } from '../text/clean-text.ts';
import { declaredCharset, decodeBytes } from '../text/decode-bytes.ts';
import { htmlToText } from '../text/html-text.ts';
import { readWinmail } from './archives/read-winmail.ts';
import { readZip } from './archives/read-zip.ts';
import { type AttachmentResult, type AttachmentTask, type ReadParts, UnreadableFile } from './attachment-task.ts';
import { readCda } from './clinical/read-cda.ts';
import { readHl7 } from './clinical/read-hl7.ts';
import { fileKind } from './file-kind.ts';
import { readImage } from './images/read-image.ts';
import { readRtf } from './office/read-rtf.ts';
import { readPdf } from './pdf/read-pdf.ts';

/**
 * One file as text. Runs in a process of its own: the libraries behind it may hang or grow without bound. `onScan` is
 * called when OCR starts.
 */
export async function readFile(task: AttachmentTask, onScan: () => void): Promise<AttachmentResult> {
  const scans = createScanReader(task.ocr, () => {
    onScan();
    return startTesseract();
  });
  const kind = fileKind(task.bytes, task.contentType, task.filename);
  try {
    return asResult(await readParts(task, kind, scans), kind, task.maxChars);
  } catch (error) {
    if (error instanceof UnreadableFile) return { text: '', error: error.fault, kind: error.kind ?? kind };
    return { text: '', error: 'broken', kind };
  } finally {
    await scans.close();
  }
}

function asResult(parts: ReadParts, kind: AttachmentResult['kind'], maxChars: number): AttachmentResult {
  const text = cleanText(parts.text);
  const files = parts.files ?? [];
  const { ocrConfidence } = parts;
  const about = { kind: parts.kind ?? kind, ocrConfidence, ...(files.length === 0 ? {} : { files }) };
  if (text === '' && files.length === 0) return { ...about, text, error: parts.error ?? 'no-text' };
  if (text.length > maxChars) return { ...about, text: text.slice(0, maxChars), error: 'too-large' };
  return { ...about, text, error: parts.error };
}

async function readParts(
  task: AttachmentTask,
  kind: ReturnType<typeof fileKind>,
  scans: ScanReader,
): Promise<ReadParts> {
  const { bytes, maxChars } = task;
  switch (kind) {
    case 'pdf':
      return await readPdf(bytes, maxChars, scans);
    case 'image':
      return await readImage(bytes, scans);
    case 'zip':
      return await readZip(bytes);
    case 'rtf':
      return { text: readRtf(bytes, maxChars) };
    case 'cda':
      return readCda(bytes);
    case 'hl7':
      return readHl7(bytes);
    case 'tnef':
      return readWinmail(bytes);
    case 'html':
      return { text: htmlToText(decodeBytes(bytes, declaredCharset(bytes))) };
    case 'text':
      return { text: decodeBytes(bytes) };
    case 'old-office':
      throw new UnreadableFile(isEncryptedOffice(bytes) ? 'encrypted' : 'old-format');
    default:
      throw new UnreadableFile('unsupported');
  }
}

/** MS-OFFCRYPTO: a password-protected .docx is an OLE file with these streams (names in UTF-16LE). */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}
