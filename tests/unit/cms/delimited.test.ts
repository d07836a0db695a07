import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRecords } from '../../../src/adapters/cms/delimited.ts';

async function* chunks(text: string, size: number): AsyncIterable<Uint8Array> {
  const bytes = Buffer.from(text, 'latin1');
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function split(text: string, separator: ',' | '\t' | 'none' = ',', size = 7) {
  const all: (readonly [number, readonly string[]])[] = [];
  for await (const batch of splitRecords(chunks(text, size), separator === 'none' ? undefined : separator, 'x.csv')) {
    all.push(...batch.map(({ line, cells }) => [line, cells] as const));
  }
  return all;
}

describe('records of a text file', () => {
  it('have quoted cells over several lines, doubled quotes and either line end', async () => {
    expect(await split('a,"b\n""c"", d",e\r\n,,\n"","x",\n')).toEqual([
      [1, ['a', 'b\n"c", d', 'e']],
      [3, ['', '', '']],
      [4, ['', 'x', '']],
    ]);
  });

  it('are split at tabs without quoting, or not at all', async () => {
    expect(await split('a\t"b\t6"\n', '\t')).toEqual([[1, ['a', '"b', '6"']]]);
    expect(await split('a,b\tc\n', 'none')).toEqual([[1, ['a,b\tc']]]);
  });

  it('are the same however the bytes arrive', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\t', '\u00e9', ' '), maxLength: 6 });
    const written = (value: string) => `"${value.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        async (rows, size) => {
          const text = rows.map((cells) => `${cells.map(written).join(',')}\n`).join('');
          expect((await split(text, ',', size)).map(([, cells]) => cells)).toEqual(rows);
        },
      ),
    );
  });

  it('are refused with their line when the text is cut', async () => {
    await expect(split('a,b\nc,d')).rejects.toThrow('x.csv, line 2: the last line has no end');
    await expect(split('a,b\n"c,d\ne,f\n')).rejects.toThrow('x.csv, line 2: a quote is opened and never closed');
  });
});
