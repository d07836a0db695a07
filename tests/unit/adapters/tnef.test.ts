import { describe, expect, test } from 'vitest';
import { isTnef, readTnef } from '../../../src/adapters/tnef/read-tnef.ts';
import { makeTnef, storedRtf } from '../../support/make-tnef.ts';

const PDF = Buffer.from('%PDF-1.4 bytes');
const DATA = 0x3701;
const LONG_NAME = 0x3707;

describe('files', () => {
  test('have their bytes, in order', () => {
    const bytes = makeTnef({
      attachments: [
        { title: 'OPNOTE~1.PDF', bytes: PDF },
        { title: 'b.txt', bytes: Buffer.from('b') },
      ],
    });
    expect(readTnef(bytes)?.files.map(({ filename, bytes }) => [filename, `${bytes}`])).toEqual([
      ['OPNOTE~1.PDF', '%PDF-1.4 bytes'],
      ['b.txt', 'b'],
    ]);
  });

  test('have their long names and their types', () => {
    const properties = [
      [LONG_NAME, 'Opération note.pdf'],
      [0x370e, 'application/pdf'],
    ] as const;
    expect(readTnef(makeTnef({ attachments: [{ title: 'OPNOTE~1.PDF', bytes: PDF, properties }] }))?.files).toEqual([
      { filename: 'Opération note.pdf', contentType: 'application/pdf', bytes: PDF, isInline: false },
    ]);
  });

  test('may have their bytes among their properties', () => {
    const bytes = makeTnef({
      attachments: [
        {
          title: 'a.pdf',
          properties: [
            [0x3001, 'x'],
            [DATA, PDF],
          ],
        },
      ],
    });
    expect(readTnef(bytes)?.files[0]?.bytes).toEqual(PDF);
  });

  test('a hidden picture of the text is inline', () => {
    const properties = [
      [0x370e, 'image/png'],
      [0x3712, 'logo@x'],
      [0x7ffe, 1],
    ] as const;
    expect(readTnef(makeTnef({ attachments: [{ title: 'l.png', bytes: PDF, properties }] }))?.files[0]?.isInline).toBe(
      true,
    );
  });

  test('of a message inside the message come out with its text', () => {
    const inner = makeTnef({ body: 'inner words', attachments: [{ title: 'in.pdf', bytes: PDF }] });
    const data = Buffer.concat([Buffer.alloc(16), inner]);
    const outer = makeTnef({
      attachments: [
        {
          title: 'msg',
          properties: [
            [0x3705, 5],
            [DATA, data],
          ],
        },
      ],
    });
    expect(readTnef(outer)?.files.map(({ filename }) => filename)).toEqual(['message.txt', 'in.pdf']);
  });

  test('messages in messages end somewhere', () => {
    let message = makeTnef({ attachments: [{ title: 'deep.pdf', bytes: PDF }] });
    for (let depth = 0; depth < 10; depth += 1) {
      const data = Buffer.concat([Buffer.alloc(16), message]);
      message = makeTnef({
        attachments: [
          {
            title: 'm',
            properties: [
              [0x3705, 5],
              [DATA, data],
            ],
          },
        ],
      });
    }
    expect(readTnef(message)?.files).toEqual([]);
  });
});

describe('the text', () => {
  test.each([
    ['plain', makeTnef({ body: 'plain words' }), 'plain words'],
    ['Unicode', makeTnef({ body: 'plain', properties: [[0x1000, 'Größe 4 cm']] }), 'Größe 4 cm'],
    ['HTML', makeTnef({ properties: [[0x1013, Buffer.from('<p>html <b>words</b></p>')]] }), 'html words'],
    ['RTF', makeTnef({ properties: [[0x1009, storedRtf('{\\rtf1 rtf\\par words}')]] }), 'rtf\nwords'],
  ])('is read from %s', (_, bytes, text) => {
    expect(readTnef(bytes)?.text).toBe(text);
  });

  test('RTF that claims another size than it has is left out', () => {
    const rtf = storedRtf('{\\rtf1 words}');
    rtf.writeUInt32LE(0x7fffffff, 0);
    rtf.writeUInt32LE(0x75465a4c, 8);
    expect(readTnef(makeTnef({ properties: [[0x1009, rtf]] }))?.text).toBe('');
  });
});

describe('damage', () => {
  test('other bytes are no TNEF', () => {
    expect(readTnef(Buffer.from('%PDF-1.4'))).toBeUndefined();
    expect(isTnef(Buffer.alloc(3))).toBe(false);
  });

  test('a stream cut off anywhere gives what came before', () => {
    const whole = makeTnef({
      body: 'words',
      properties: [
        [0x1000, 'words'],
        [0x0037, 'subject'],
      ],
      attachments: [{ title: 'a.pdf', bytes: PDF, properties: [[LONG_NAME, 'long.pdf']] }],
    });
    for (let length = 7; length < whole.length; length += 1) {
      const content = readTnef(whole.subarray(0, length));
      expect(['', 'words']).toContain(content?.text);
    }
    expect(readTnef(whole)?.files).toHaveLength(1);
  });
});
