import { type Canvas, createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { type Dots, encodeGroup4 } from './fax-code.ts';
import { encodeJbig2, type Jbig2Coding } from './jbig2-code.ts';

/** An operative note of our own. */
export const NOTE = `OPERATIVE REPORT
DATE OF SERVICE: 06/02/2025
PREOPERATIVE DIAGNOSIS: Chronic cholecystitis with cholelithiasis.
PROCEDURE PERFORMED: Laparoscopic cholecystectomy with cholangiogram.
ANESTHESIA: General endotracheal. ESTIMATED BLOOD LOSS: 25 mL.

A 12 mm infraumbilical incision was carried down to the fascia and a Hasson
trocar was placed under direct vision. Pneumoperitoneum was held at 15 mmHg.
Three 5 mm trocars were placed in the epigastrium and the right upper quadrant.
The cystic duct was clipped distally, a small ductotomy was made and contrast
was injected; the films showed no filling defect and free flow into the
duodenum. The duct and the cystic artery were doubly clipped and divided. The
gallbladder was taken off the liver bed and brought out in an endoscopic bag.
The skin was closed with 4-0 Monocryl. Counts were correct twice.`;

/** Letter paper in inches. */
const WIDTH = 8.5;
const HEIGHT = 11;
const MARGIN = 0.9;
const POINTS_AN_INCH = 72;

/** A typed page on white paper. Text of 11 points is about as large as hospitals print. */
export function drawPage(text: string, dpi = 300, points = 11): Canvas {
  const canvas = whitePaper(Math.round(WIDTH * dpi), Math.round(HEIGHT * dpi));
  writeLines(canvas, text, { left: MARGIN * dpi, top: MARGIN * dpi, size: (points * dpi) / POINTS_AN_INCH });
  return canvas;
}

/** A picture of a screen with text of this many pixels. */
export function drawScreen(
  text: string,
  width: number,
  height: number,
  size: number,
  colours = ['#fff', '#111'],
): Canvas {
  const canvas = whitePaper(width, height, colours[0]);
  writeLines(canvas, text, { left: size, top: size, size, colour: colours[1] });
  return canvas;
}

function whitePaper(width: number, height: number, colour = '#fff'): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  return canvas;
}

interface Writing {
  readonly left: number;
  readonly top: number;
  readonly size: number;
  readonly colour?: string | undefined;
}

/** Debian's chromium, which the tests install, brings the DejaVu fonts. */
function writeLines(canvas: Canvas, text: string, { left, top, size, colour = '#000' }: Writing): void {
  if (GlobalFonts.families.length === 0) throw new Error('No font is installed: apt-get install fonts-dejavu-core');
  const context = canvas.getContext('2d');
  context.fillStyle = colour;
  context.font = `${size}px "DejaVu Serif", "Liberation Serif", serif`;
  text.split('\n').forEach((line, index) => {
    context.fillText(line, left, top + size * (1 + index * 1.4));
  });
}

/** The page laid on the scanner turned by these degrees clockwise, on paper as large as it needs for quarter turns. */
export function turnedBy(page: Canvas, degrees: number): Canvas {
  const isSideways = degrees % 180 === 90;
  const canvas = whitePaper(isSideways ? page.height : page.width, isSideways ? page.width : page.height);
  const context = canvas.getContext('2d');
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.drawImage(page, -page.width / 2, -page.height / 2);
  return canvas;
}

/** A page on a desk, photographed with a phone: smaller than the picture, a little turned, darker towards one corner. */
export function photographed(page: Canvas): Canvas {
  const canvas = whitePaper(2100, 2700, '#6b5a48');
  const context = canvas.getContext('2d');
  context.translate(1050, 1350);
  context.rotate((1.2 * Math.PI) / 180);
  context.drawImage(page, -950, -1230, 1900, 2460);
  context.setTransform(1, 0, 0, 1, 0, 0);
  const shadow = context.createLinearGradient(0, 0, 2100, 2700);
  shadow.addColorStop(0, 'rgba(0,0,0,0)');
  shadow.addColorStop(1, 'rgba(0,0,0,0.6)');
  context.fillStyle = shadow;
  context.fillRect(0, 0, 2100, 2700);
  return canvas;
}

export const STANDARD_FAX = [204, 98] as const;
export const FINE_FAX = [204, 196] as const;

/** What a fax machine sees of a page; `noise` is the share of dots that the line turns over. */
export function asFax(text: string, [, down]: readonly [number, number], noise = 0): Dots {
  const width = 1728;
  const height = Math.round(HEIGHT * down);
  const canvas = whitePaper(width, height);
  const page = drawPage(text, 204, 12);
  canvas.getContext('2d').drawImage(page, 0, 0, width, height);
  const random = seeded(11);
  const dots = asDots(canvas);
  return noise === 0 ? dots : { ...dots, data: dots.data.map((dot) => (random() < noise ? 1 - dot : dot)) };
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function greyOf(canvas: Canvas): Uint8Array {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return Uint8Array.from({ length: canvas.width * canvas.height }, (_, pixel) => data[pixel * 4]!);
}

/** A PDF of page pictures without any text, each as large as Letter paper or, sideways, as it turned. */
export async function makeScanPdf(pages: readonly Canvas[]): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  for (const page of pages) await addScan(pdf, page);
  return Buffer.from(await pdf.save());
}

export async function addScan(pdf: PDFDocument, page: Canvas): Promise<void> {
  const picture = await pdf.embedJpg(await page.encode('jpeg', 85));
  const isSideways = page.width > page.height;
  const [width, height] = (isSideways ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT]).map((inches) => inches * POINTS_AN_INCH);
  pdf.addPage([width!, height!]).drawImage(picture, { x: 0, y: 0, width: width!, height: height! });
}

/** A PDF that a fax server makes: Group 4 dots on Letter paper. */
export async function makeFaxPdf(fax: Dots, { filter = 'CCITTFaxDecode' } = {}): Promise<Buffer> {
  const parameters = { K: -1, Columns: fax.width, Rows: fax.height };
  return await makePicturePdf(fax, encodeGroup4(fax), { ...DOTS, Filter: filter, DecodeParms: parameters });
}

const DOTS = { BitsPerComponent: 1, ColorSpace: 'DeviceGray' };

/** A scanner's PDF of black and white dots in JBIG2. */
export async function makeJbig2Pdf(dots: Dots, coding: Jbig2Coding): Promise<Buffer> {
  return await makePicturePdf(dots, encodeJbig2(dots, coding), { ...DOTS, Filter: 'JBIG2Decode' });
}

/** A scanner's PDF of a JPEG 2000 picture, which tells its colours itself. */
export async function makeJpxPdf(size: Pick<Dots, 'width' | 'height'>, jpx: Uint8Array): Promise<Buffer> {
  return await makePicturePdf(size, jpx, { Filter: 'JPXDecode' });
}

/** One picture that fills Letter paper, as it stands in the file. */
async function makePicturePdf(
  { width, height }: Pick<Dots, 'width' | 'height'>,
  bytes: Uint8Array,
  about: Readonly<Record<string, string | number | Readonly<Record<string, number>>>>,
): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([WIDTH * POINTS_AN_INCH, HEIGHT * POINTS_AN_INCH]);
  const { context } = pdf;
  const dictionary = context.obj({ Type: 'XObject', Subtype: 'Image', Width: width, Height: height, ...about });
  page.node.setXObject(PDFName.of('Scan'), context.register(PDFRawStream.of(dictionary, bytes)));
  const content = context.stream(`q ${WIDTH * POINTS_AN_INCH} 0 0 ${HEIGHT * POINTS_AN_INCH} 0 0 cm /Scan Do Q`);
  page.node.set(PDFName.of('Contents'), context.register(content));
  return Buffer.from(await pdf.save());
}

/** What a scanner that knows black and white only makes of a page. */
export function asDots(canvas: Canvas): Dots {
  const { width, height } = canvas;
  return { width, height, data: greyOf(canvas).map((value) => (value < 140 ? 1 : 0)) };
}

/** The orientation of Exif 2.32, 4.6.4, put into a JPEG file: 6 and 8 are a phone held upright, 3 one on its head. */
export function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  const exif = Buffer.from('4578696600004d4d002a000000080001011200030000000100000000' + '00000000', 'hex');
  exif.writeUInt16BE(orientation, 24);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, exif, jpeg.subarray(2)]);
}

/** The share of characters that are right: 1 less the edit distance for each wanted character; white space is one space. */
export function accuracy(wanted: string, read: string): number {
  const [a, b] = [wanted, read].map((text) => text.replace(/\s+/g, ' ').trim()) as [string, string];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return 1 - row[b.length]! / a.length;
}
