import { afterAll, describe, expect, test } from 'vitest';
import { createAttachmentReader } from '../../../src/adapters/attachments/attachment-reader.ts';
import type { AttachmentPart } from '../../../src/core/model/inbound-email.ts';
import { makeDocx, makeLockedPdf, makePdf, makeZip, paragraph } from '../../support/make-files.ts';

const NOTE = ['PROCEDURE: Laparoscopic appendectomy.', 'The appendix was divided with a stapler.'];
const reader = createAttachmentReader({ timeoutMs: 20_000, maxRssMb: 700, maxChars: 100_000, maxBytes: 40_000_000 });
afterAll(() => reader.close());

function file(filename: string, bytes: Buffer | string, contentType = 'application/octet-stream'): AttachmentPart {
  return { filename, contentType, bytes: new Uint8Array(Buffer.from(bytes)), inline: false };
}

describe('documents', () => {
  test('a text file keeps its lines', async () => {
    const read = await reader.read(file('note.txt', NOTE.join('\r\n'), 'text/plain'));
    expect(read).toMatchObject({ filename: 'note.txt', type: 'text/plain', error: undefined, text: NOTE.join('\n') });
  });

  test('a text file in windows-1252 keeps its special characters', async () => {
    const read = await reader.read(file('note.txt', Buffer.from('Wound 4 cm \xd7 2 cm, 38 \xb0C', 'latin1')));
    expect(read.text).toBe('Wound 4 cm × 2 cm, 38 °C');
  });

  test('an HTML file is read as its reader sees it', async () => {
    const read = await reader.read(
      file('note.html', '<h1>Procedure</h1><table><tr><td>Side</td><td>left</td></tr></table>'),
    );
    expect(read.text).toBe('Procedure\n\nSide left');
  });

  test('a PDF gives its text layer, line by line', async () => {
    const read = await reader.read(file('note.pdf', makePdf(NOTE), 'application/pdf'));
    expect(read).toMatchObject({ error: undefined, text: NOTE.join('\n') });
  });

  test('a PDF is known by its bytes whatever its name says', async () => {
    const read = await reader.read(file('scan0001', makePdf(NOTE)));
    expect(read.text).toContain('appendix was divided');
  });

  test('a Word document gives its paragraphs and table rows', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell('Implant')}${cell('plate')}</w:tr></w:tbl>`;
    const read = await reader.read(file('note.docx', makeDocx(`${NOTE.map(paragraph).join('')}${table}`)));
    expect(read.error).toBeUndefined();
    expect(read.text).toContain(NOTE[1]);
    expect(read.text).toMatch(/Implant\s+plate/);
  });
});

describe('bad files', () => {
  test('a PDF without a text layer has no text', async () => {
    expect(await reader.read(file('scan.pdf', makePdf([])))).toMatchObject({ text: '', error: 'no-text' });
  });

  test('a cut-off PDF is broken', async () => {
    const bytes = makePdf(NOTE).subarray(0, 60);
    expect(await reader.read(file('note.pdf', bytes))).toMatchObject({ text: '', error: 'broken' });
  });

  test('a PDF with a password is encrypted', async () => {
    expect(await reader.read(file('note.pdf', makeLockedPdf(NOTE)))).toMatchObject({ text: '', error: 'encrypted' });
  });

  test('an encrypted ZIP entry makes a Word document encrypted', async () => {
    expect(await reader.read(file('note.docx', makeDocx(paragraph('x'), 1)))).toMatchObject({ error: 'encrypted' });
  });

  test('a Word document that unpacks too far is refused before it is parsed', async () => {
    const bomb = makeZip([
      { name: 'word/document.xml', content: Buffer.from('<a/>') },
      { name: 'word/media/a.bin', content: Buffer.alloc(120 * 1024 * 1024) },
    ]);
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await reader.read(file('note.docx', bomb))).toMatchObject({ text: '', error: 'expands-too-far' });
  });

  test('a Word document with a damaged body is broken', async () => {
    const bytes = makeDocx('<w:p><w:r>');
    expect(await reader.read(file('note.docx', bytes))).toMatchObject({ text: '', error: 'broken' });
  });

  test('a picture without a reader is unsupported', async () => {
    expect(await reader.read(file('a.heic', '\0\0\0\x18ftypheic\0\0\0\0'))).toMatchObject({ error: 'unsupported' });
  });

  test('an empty file has no text', async () => {
    expect(await reader.read(file('empty.txt', ''))).toMatchObject({ text: '', error: 'no-text' });
  });
});

describe('limits', () => {
  test('a file over the size limit is not opened', async () => {
    const small = createAttachmentReader({ timeoutMs: 5_000, maxRssMb: 500, maxChars: 1_000, maxBytes: 10 });
    expect(await small.read(file('a.txt', 'more than ten bytes'))).toMatchObject({ error: 'too-large' });
    await small.close();
  });

  test('a text over the character limit is cut and says so', async () => {
    const short = createAttachmentReader({ timeoutMs: 5_000, maxRssMb: 500, maxChars: 10, maxBytes: 1_000 });
    expect(await short.read(file('a.txt', 'abcdefghijklmnop'))).toMatchObject({
      text: 'abcdefghij',
      error: 'too-large',
    });
    await short.close();
  });

  test('a file that takes too long is given up and the next one is read', async () => {
    const hasty = createAttachmentReader({
      timeoutMs: 1,
      maxRssMb: 500,
      maxChars: 9_000_000,
      maxBytes: 9_000_000,
      processes: 1,
    });
    const slow = makeDocx(paragraph('word '.repeat(1_000_000)));
    expect(await hasty.read(file('slow.docx', slow))).toMatchObject({ text: '', error: 'too-slow' });
    expect((await hasty.read(file('slow.docx', slow))).error).toBe('too-slow');
    await hasty.close();
  });

  test('what no time of its mail is left for is said to be late, not slow; the next mail has its own', async () => {
    const time = reader.timeForMail();
    const whole = time.leftMs;
    expect(await reader.read(file('a.txt', 'the first'), time)).toMatchObject({ text: 'the first', error: undefined });
    expect(time.leftMs).toBeLessThan(whole);
    time.leftMs = 1;
    const slow = makeDocx(paragraph('word '.repeat(1_000_000)));
    expect(await reader.read(file('slow.docx', slow), time)).toMatchObject({ text: '', error: 'out-of-time' });
    expect(time.leftMs).toBeLessThan(0);
    expect(await reader.read(file('a.txt', 'the third'), time)).toMatchObject({ text: '', error: 'out-of-time' });
    expect(await reader.read(file('a.txt', 'of another mail'))).toMatchObject({ text: 'of another mail' });
  });

  test('a file that needs too much memory costs its process only', async () => {
    const tight = createAttachmentReader({
      timeoutMs: 30_000,
      maxRssMb: 160,
      maxChars: 9_000_000,
      maxBytes: 9_000_000,
      processes: 1,
    });
    const greedy = makeDocx(paragraph('<![CDATA[]]>x').repeat(200_000));
    expect(await tight.read(file('greedy.docx', greedy))).toMatchObject({ text: '', error: 'too-much-memory' });
    expect(await tight.read(file('a.txt', 'the next one is fine'))).toMatchObject({ text: 'the next one is fine' });
    await tight.close();
  });
});
