import type { GreyImage } from '../../ocr/grey-image.ts';
import { withPdf } from '../pdf/pdf-document.ts';
import { POINTS_AN_INCH } from '../pdf/pdf-picture.ts';
import { renderPage } from '../pdf/pdf-scan.ts';

/** A fax page as it stands in a TIFF file. */
export interface FaxPage {
  readonly width: number;
  readonly height: number;
  /** TIFF 6.0: 2 is Modified Huffman, 3 is ITU-T T.4, 4 is T.6. */
  readonly compression: 2 | 3 | 4;
  /** T.4 with lines told by the line above. */
  readonly isTwoDimensional: boolean;
  /** The first dot of a byte is its lowest bit. */
  readonly isReversed: boolean;
  /** What the code calls black is white: PhotometricInterpretation 1. */
  readonly isNegative: boolean;
  readonly rowsPerStrip: number;
  readonly strips: readonly Buffer[];
}

/**
 * The dots of a fax. PDF holds fax code just as TIFF does, and pdf.js's decoder finds its way again after the lines that
 * a bad telephone line spoilt, so each strip is shown to it as a picture on the page of a PDF.
 */
export async function decodeFax(fax: FaxPage): Promise<GreyImage> {
  return await withPdf(asPdf(fax), async (pdf) => (await renderPage(await pdf.getPage(1), POINTS_AN_INCH)).image);
}

/** ISO 32000-1, 7.5: a page of one unit a dot. */
function asPdf(fax: FaxPage): Buffer {
  const { width, height, rowsPerStrip, strips } = fax;
  const names = strips.map((_, index) => `/S${index} ${FIRST_STRIP + index} 0 R`).join(' ');
  const content = strips.map((_, index) => {
    const rows = Math.min(rowsPerStrip, height - index * rowsPerStrip);
    return `q ${width} 0 0 ${rows} 0 ${height - index * rowsPerStrip - rows} cm /S${index} Do Q`;
  });
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources << /XObject << ${names} >> >> >>`,
    ),
    stream('', Buffer.from(content.join('\n'))),
    ...strips.map((strip, index) => stripObject(fax, strip, Math.min(rowsPerStrip, height - index * rowsPerStrip))),
  ];
  return asFile(objects);
}

const FIRST_STRIP = 5;

function stripObject({ width, compression, ...fax }: FaxPage, strip: Buffer, rows: number): Buffer {
  const k = compression === 4 ? -1 : compression === 3 && fax.isTwoDimensional ? 1 : 0;
  const code = [
    `/K ${k} /Columns ${width} /Rows ${rows} /BlackIs1 ${fax.isNegative}`,
    `/EndOfLine ${compression === 3} /EncodedByteAlign ${compression === 2} /EndOfBlock ${compression !== 2}`,
  ].join(' ');
  const picture = `/Type /XObject /Subtype /Image /Width ${width} /Height ${rows} /BitsPerComponent 1 /ColorSpace /DeviceGray`;
  const bytes = fax.isReversed ? strip.map((byte) => REVERSED[byte] ?? 0) : strip;
  return stream(`${picture} /Filter /CCITTFaxDecode /DecodeParms << ${code} >>`, bytes);
}

const REVERSED = Uint8Array.from({ length: 256 }, (_, byte) => {
  let out = 0;
  for (let bit = 0; bit < 8; bit += 1) out |= ((byte >> bit) & 1) << (7 - bit);
  return out;
});

function stream(entries: string, bytes: Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${entries} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

function asFile(objects: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let at = 9;
  objects.forEach((object, index) => {
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    offsets.push(at);
    parts.push(part);
    at += part.length;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF`;
  return Buffer.concat([
    ...parts,
    Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}${trailer}`),
  ]);
}
