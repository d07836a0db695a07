import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFile } from '../../../src/adapters/attachments/read-file.ts';
import { readTnef } from '../../../src/adapters/tnef/read-tnef.ts';
import { makeCda, makeMdm, obx } from '../../support/make-clinical.ts';
import { makeZip } from '../../support/make-files.ts';
import { makeTnef, storedRtf } from '../../support/make-tnef.ts';
import { makeOdt, makeWordParts, wordTable } from '../../support/make-word.ts';

const RUNS = { numRuns: 60 };
const MOST = 20_000;

const SAMPLES: Readonly<Record<string, Buffer>> = {
  rtf: Buffer.from(
    "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset204 A;}}\\trowd\\intbl a\\cell{\\f0 \\'cf}\\u8211?\\cell\\row{\\pict\\bin3 abc}\\par end}",
  ),
  cda: Buffer.from(makeCda([['29554-3', 'T', '<list><item>a</item></list><table><tr><td>b</td></tr></table>']])),
  hl7: Buffer.from(
    makeMdm([
      'PID|1||7||DOE^ANN||19620314|F',
      obx('FT', 'a\\.br\\b~c \\T\\ d\\X0D\\'),
      obx('ED', '^^PDF^Base64^JVBERg=='),
    ]),
  ),
  docx: makeWordParts({ document: wordTable([['a', 'b']]), numbering: '<w:num w:numId="1"/>' }),
  odt: makeOdt('<text:list><text:list-item><text:p>a<text:s text:c="9"/></text:p></text:list-item></text:list>'),
  zip: makeZip([{ name: 'a.txt', content: Buffer.from('note') }]),
  tnef: makeTnef({
    body: 'a',
    properties: [[0x1009, storedRtf('{\\rtf1 a}')]],
    attachments: [{ title: 'b', bytes: Buffer.from('c') }],
  }),
  html: Buffer.from('<html><table><tr><td>a<blockquote><td>b</table>c'),
};

/** Some bytes of a sample changed, a stretch of it repeated, and its end cut off. */
const damaged = (sample: Buffer) =>
  fc
    .record({
      changes: fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), { maxLength: 12 }),
      from: fc.nat(sample.length),
      length: fc.nat(60),
      times: fc.nat(4),
      end: fc.nat(sample.length),
    })
    .map(({ changes, from, length, times, end }) => {
      const bytes = Buffer.from(sample);
      for (const [at, value] of changes) bytes[at] = value;
      const again = bytes.subarray(from, from + length);
      const repeated = Buffer.concat([
        bytes.subarray(0, from),
        ...Array.from({ length: times }, () => again),
        bytes.subarray(from),
      ]);
      return end % 3 === 0 ? repeated.subarray(0, end) : repeated;
    });

async function expectAnswer(bytes: Uint8Array, filename: string): Promise<void> {
  // No page is read by OCR here: tests/integration/attachments has damaged scans.
  const ocr = { maxPages: 0, timeoutMs: 1, pageMs: 1 };
  const task = { filename, contentType: 'application/octet-stream', bytes, maxChars: MOST, timeoutMs: 30_000, ocr };
  const { text, error, files } = await readFile(task, () => undefined);
  expect(text.length).toBeLessThanOrEqual(MOST);
  expect(text !== '' || error !== undefined || (files ?? []).length > 0).toBe(true);
}

test.each(Object.entries(SAMPLES))('a damaged %s file is read or refused, never thrown', async (kind, sample) => {
  await fc.assert(
    fc.asyncProperty(damaged(sample), (bytes) => expectAnswer(bytes, `file.${kind}`)),
    RUNS,
  );
});

test.each(['{\\rtf1', '<ClinicalDocument>', 'MSH|^~\\&|', '\x78\x9f\x3e\x22', 'PK\x03\x04', '<html>'])(
  'random bytes after %j are read or refused, never thrown',
  async (start) => {
    const head = Buffer.from(start, 'latin1');
    const file = fc.uint8Array({ maxLength: 400 }).map((rest) => Buffer.concat([head, rest]));
    await fc.assert(
      fc.asyncProperty(file, (bytes) => expectAnswer(bytes, 'file')),
      RUNS,
    );
  },
);

test('a damaged winmail.dat never throws', () => {
  const sample = SAMPLES['tnef'] ?? Buffer.alloc(0);
  fc.assert(
    fc.property(damaged(sample), (bytes) => void readTnef(bytes)),
    { numRuns: 500 },
  );
});
