import { degrees, PDFDocument, type PDFFont, type PDFPage, StandardFonts } from 'pdf-lib';
import { afterAll, expect, test, vi } from 'vitest';
import { createScanBench, OCR_TEST_MS } from '../../support/read-scans.ts';

vi.setConfig({ testTimeout: OCR_TEST_MS });
const bench = createScanBench();
afterAll(() => bench.close());

const LEFT = [
  'The patient was placed supine and the right',
  'shoulder was prepped and draped. A standard',
  'posterior portal was made and the arthroscope',
  'entered the joint. The biceps anchor was frayed',
  'and was debrided. The undersurface of the cuff',
  'showed a full thickness tear of two centimetres.',
];
const RIGHT = [
  'The arthroscope was moved to the subacromial',
  'space and a lateral portal was made there. The',
  'bursa was removed and the acromion was planed',
  'down to a flat surface with the burr. Two double',
  'loaded anchors were set at the footprint and the',
  'cuff was brought down without any tension at all.',
];

async function makePdf(draw: (page: PDFPage, font: PDFFont) => void): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  draw(pdf.addPage([612, 792]), await pdf.embedFont(StandardFonts.TimesRoman));
  return Buffer.from(await pdf.save());
}

/** Row by row, as many programs write columns: left line, right line, left line. */
function drawColumns(
  page: PDFPage,
  font: PDFFont,
  left: readonly string[],
  right: readonly string[],
  top: number,
): void {
  left.forEach((line, index) => {
    page.drawText(line, { x: 60, y: top - index * 14, size: 11, font });
    page.drawText(right[index] ?? '', { x: 325, y: top - index * 14 - 3, size: 11, font });
  });
}

test('two columns are read one after the other, titles over both of them in their place', async () => {
  const pdf = await makePdf((page, font) => {
    page.drawText('OPERATIVE REPORT OF THE RIGHT SHOULDER, ARTHROSCOPIC ROTATOR CUFF REPAIR', {
      x: 60,
      y: 730,
      size: 12,
      font,
    });
    drawColumns(page, font, LEFT, RIGHT, 700);
    page.drawText('COMPLICATIONS: None. The patient was taken to the recovery room in good condition by us.', {
      x: 60,
      y: 560,
      size: 11,
      font,
    });
  });
  const { text, ocrConfidence } = await bench.read('columns.pdf', pdf);
  expect(text.split(/\n+/)).toEqual([
    'OPERATIVE REPORT OF THE RIGHT SHOULDER, ARTHROSCOPIC ROTATOR CUFF REPAIR',
    ...LEFT,
    ...RIGHT,
    'COMPLICATIONS: None. The patient was taken to the recovery room in good condition by us.',
  ]);
  expect(ocrConfidence).toBeUndefined();
});

test('a table keeps its rows, whatever order the file has them in', async () => {
  const rows = [
    ['Implant', 'Maker', 'Size', 'Side'],
    ['Femoral stem', 'Acme', '12 mm', 'right'],
    ['Acetabular cup', 'Acme', '54 mm', 'right'],
    ['Liner', 'Acme', '36 mm', 'right'],
    ['Head, ceramic', 'Acme', '36 mm', 'right'],
    ['Screw', 'Acme', '25 mm', 'right'],
    ['Screw', 'Acme', '30 mm', 'right'],
  ];
  const pdf = await makePdf((page, font) => {
    for (const column of [0, 1, 2, 3]) {
      rows.forEach((row, index) => {
        page.drawText(row[column]!, { x: 60 + column * 130, y: 700 - index * 16, size: 11, font });
      });
    }
  });
  expect((await bench.read('table.pdf', pdf)).text.split('\n')).toEqual(rows.map((row) => row.join('  ')));
});

test('names and figures side by side are read across', async () => {
  const fields = ['Patient', 'Surgeon', 'Assistant', 'Anesthesia', 'Procedure', 'Side', 'Blood loss', 'Drains'];
  const pdf = await makePdf((page, font) => {
    fields.forEach((field, index) => {
      page.drawText(`${field}:`, { x: 60, y: 700 - index * 15, size: 11, font });
      page.drawText(`the ${field.toLowerCase()} as it was told to us in the room`, {
        x: 330,
        y: 700 - index * 15,
        size: 11,
        font,
      });
    });
  });
  expect((await bench.read('fields.pdf', pdf)).text.split('\n')[1]).toBe(
    'Surgeon:  the surgeon as it was told to us in the room',
  );
});

test('a landscape page with turned text is read along its lines, raised signs in theirs', async () => {
  const pdf = await makePdf((page, font) => {
    LEFT.forEach((line, index) => {
      page.drawText(line, { x: 100 + index * 14, y: 60, size: 11, font, rotate: degrees(90) });
    });
    page.drawText('2', { x: 100 + 6 * 14 - 4, y: 82, size: 7, font, rotate: degrees(90) });
    page.drawText('4 cm', { x: 100 + 6 * 14, y: 60, size: 11, font, rotate: degrees(90) });
  });
  expect((await bench.read('turned.pdf', pdf)).text.split('\n')).toEqual([...LEFT, '4 cm2']);
});

test('a PDF of two hundred pages is read to its end without OCR', async () => {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= 200; number += 1) {
    const page = pdf.addPage([612, 792]);
    page.drawText(`PAGE ${number} OF THE CHART`, { x: 60, y: 730, size: 12, font });
    for (let line = 0; line < 40; line += 1) {
      page.drawText(`Line ${line}: the wound was irrigated and inspected, and nothing else was seen.`, {
        x: 60,
        y: 700 - line * 15,
        size: 11,
        font,
      });
    }
  }
  const { text, error, ocrConfidence } = await bench.read('chart.pdf', Buffer.from(await pdf.save()));
  expect({ error, ocrConfidence }).toEqual({ error: undefined, ocrConfidence: undefined });
  expect(text.match(/PAGE \d+ OF THE CHART/g)).toHaveLength(200);
  expect(text.endsWith('nothing else was seen.')).toBe(true);
});
