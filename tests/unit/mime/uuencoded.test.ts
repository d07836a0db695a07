import { describe, expect, it } from 'vitest';
import { withoutUuencoded } from '../../../src/adapters/mime/uuencoded.ts';

/** As `uuencode` writes it: lines of 45 bytes, each with its length before it. */
function uuencode(name: string, bytes: Buffer): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 45) {
    const chunk = bytes.subarray(at, at + 45);
    const padded = Buffer.concat([chunk, Buffer.alloc((3 - (chunk.length % 3)) % 3)]);
    let line = sign(chunk.length);
    for (let group = 0; group < padded.length; group += 3) {
      const bits = padded.readUIntBE(group, 3);
      line += sign(bits >> 18) + sign((bits >> 12) & 63) + sign((bits >> 6) & 63) + sign(bits & 63);
    }
    lines.push(line);
  }
  return [`begin 644 ${name}`, ...lines, '`', 'end'].join('\n');
}

function sign(bits: number): string {
  return bits === 0 ? '`' : String.fromCharCode(32 + bits);
}

function filesOf(text: string) {
  return withoutUuencoded(text).files.map(({ filename, contentType, content }) => ({ filename, contentType, content }));
}

describe('a uuencoded file in a text', () => {
  it.each([0, 1, 2, 3, 44, 45, 46, 90, 1000])('of %i bytes comes out as it went in', (size) => {
    const content = Buffer.from(Array.from({ length: size }, (_, at) => (at * 37) % 256));
    const text = `Please code.\n\n${uuencode('op note.pdf', content)}\n\nThanks`;
    expect(filesOf(text)).toEqual([{ filename: 'op note.pdf', contentType: 'application/pdf', content }]);
    expect(withoutUuencoded(text).text).toBe('Please code.\n\n\nThanks');
  });

  it('may have lost the blanks at the end of its lines', () => {
    const block = uuencode('a.bin', Buffer.alloc(45)).replaceAll('`', ' ').replace(/ +$/gm, '');
    expect(filesOf(block)).toEqual([
      { filename: 'a.bin', contentType: 'application/octet-stream', content: Buffer.alloc(45) },
    ]);
  });

  it('is one of several', () => {
    const text = [uuencode('a.txt', Buffer.from('one')), uuencode('b.txt', Buffer.from('two'))].join('\n\n');
    expect(filesOf(text).map(({ content }) => content.toString())).toEqual(['one', 'two']);
  });

  it.each([
    ['without an end', uuencode('a.txt', Buffer.from('one')).replace('end', '')],
    [
      'with words between its lines',
      uuencode('a.txt', Buffer.from('one')).replace('`\n', 'the patient was prepped\n`\n'),
    ],
    ['that only speaks of one', 'begin 644 mg of acetaminophen\nend of note'],
  ])('%s stays text', (_, text) => {
    expect(withoutUuencoded(text)).toEqual({ text, files: [] });
  });
});
