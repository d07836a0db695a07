import { afterAll, describe, expect, test } from 'vitest';
import { makeCda } from '../../support/make-clinical.ts';
import { makeDocx, makeLockedPdf, makePdf, makeZip, paragraph } from '../../support/make-files.ts';
import { makeWordParts } from '../../support/make-word.ts';
import { documentReader, told } from './read-documents.ts';

const { read, close } = documentReader();
afterAll(close);

const text = (content: string) => ({ kind: 'text', text: content });
const entry = (name: string, content: Buffer | string) => ({ name, content: Buffer.from(content) });

describe('an archive', () => {
  test('gives its files one by one, each by what it is', async () => {
    const zip = makeZip([
      entry('case/note.docx', makeDocx(paragraph('the note'))),
      entry('case/path.pdf', makePdf(['DIAGNOSIS: chronic cholecystitis.'])),
      entry('case/implants.txt', 'one plate'),
    ]);
    expect(told(await read(zip))).toEqual({
      kind: 'zip',
      files: [
        { kind: 'docx', text: 'the note' },
        { kind: 'pdf', text: 'DIAGNOSIS: chronic cholecystitis.' },
        text('one plate'),
      ],
    });
  });

  test('leaves out what systems put beside files, and folders', async () => {
    const zip = makeZip([
      entry('case/', ''),
      entry('__MACOSX/case/._note.txt', 'x'),
      entry('case/.DS_Store', 'x'),
      entry('case/Thumbs.db', 'x'),
      entry('case/note.txt', 'the note'),
    ]);
    expect(told(await read(zip))).toEqual({ kind: 'zip', files: [text('the note')] });
  });

  test('of an IHE XDM package gives the document, not what stands around it', async () => {
    const zip = makeZip([
      entry('README.TXT', 'about'),
      entry('INDEX.HTM', '<p>index</p>'),
      entry('IHE_XDM/SUBSET01/METADATA.XML', '<a/>'),
      entry('IHE_XDM/SUBSET01/CDA.XSL', '<a/>'),
      entry('IHE_XDM/SUBSET01/DOC0001.XML', makeCda([['59770-8', '', '5 mL']])),
    ]);
    expect(told(await read(zip))).toEqual({
      kind: 'zip',
      files: [{ kind: 'cda', text: 'OPERATIVE NOTE\n\nESTIMATED BLOOD LOSS:\n5 mL' }],
    });
  });

  test('with paths out of its folder is read all the same: no path is ever used', async () => {
    const zip = makeZip([
      entry('../../../etc/note.txt', 'one'),
      entry('/abs.txt', 'two'),
      entry('C:\\Users\\three.txt', 'three'),
    ]);
    const { files = [] } = await read(zip);
    expect(files.map(({ filename, text }) => [filename, text])).toEqual([
      ['note.txt', 'one'],
      ['abs.txt', 'two'],
      ['three.txt', 'three'],
    ]);
  });

  test('in an archive is opened, deeper ones are not', async () => {
    let zip = makeZip([entry('note.txt', 'the note')]);
    expect(told(await read(makeZip([entry('a.zip', zip)])))).toEqual({
      kind: 'zip',
      files: [{ kind: 'zip', files: [text('the note')] }],
    });
    for (let depth = 0; depth < 6; depth += 1) zip = makeZip([entry('a.zip', zip)]);
    expect(JSON.stringify(told(await read(zip)))).toContain('nested-too-deep');
  });

  test('without a file has no text', async () => {
    expect(told(await read(makeZip([])))).toEqual({ kind: 'zip', error: 'no-text' });
  });

  test('with more files than anybody sends is read in part and says so', async () => {
    const zip = makeZip(Array.from({ length: 40 }, (_, at) => entry(`${at}.txt`, `file ${at}`)));
    const { files, error } = await read(zip);
    expect(files).toHaveLength(25);
    expect(error).toBe('too-many-files');
  });
});

describe('a bad file in an archive hurts only itself', () => {
  test('broken, locked, of no kind, or exploding', async () => {
    const zip = makeZip([
      entry('broken.pdf', '%PDF-1.4 cut off'),
      entry('locked.pdf', makeLockedPdf(['x'])),
      entry('broken.docx', 'PK\x03\x04 cut off'),
      entry('tool.exe', 'MZ\0\0\x01\x02\x03'),
      entry('bomb.zip', makeZip([entry('a.txt', Buffer.alloc(120 * 1024 * 1024))])),
      entry('note.txt', 'the note'),
    ]);
    expect(told(await read(zip))).toEqual({
      kind: 'zip',
      files: [
        { kind: 'pdf', error: 'broken' },
        { kind: 'pdf', error: 'encrypted' },
        { kind: 'zip', error: 'broken' },
        { kind: 'unknown', error: 'unsupported' },
        { kind: 'zip', files: [{ error: 'expands-too-far' }] },
        text('the note'),
      ],
    });
  });

  test('encrypted entries are said one by one', async () => {
    const zip = makeZip([{ ...entry('a.txt', 'a'), isLocked: true }, entry('b.txt', 'open')]);
    expect(told(await read(zip))).toEqual({ kind: 'zip', files: [{ error: 'encrypted' }, text('open')] });
  });
});

describe('bombs', () => {
  const LAUGHS = `<!DOCTYPE a [<!ENTITY l0 "lol">${Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')}]>`;

  test.each([
    [
      'a zip of zips of zips',
      () =>
        [1, 2, 3, 4, 5].reduce(
          (inner) => makeZip(Array.from({ length: 12 }, (_, at) => entry(`${at}.zip`, inner))),
          makeZip([entry('a', Buffer.alloc(2_000_000))]),
        ),
    ],
    [
      'a Word document of one huge paragraph file',
      () => makeWordParts({ document: `<w:p/>${' '.repeat(30_000_000)}` }),
    ],
    [
      'a Word document that laughs a billion times',
      () => makeZip([entry('word/document.xml', `${LAUGHS}<w:document>&l9;</w:document>`)]),
    ],
    [
      'a CDA document that laughs a billion times',
      () => Buffer.from(makeCda([['1', '', '&l9;']], { doctype: LAUGHS })),
    ],
    ['an RTF file of groups in groups', () => Buffer.from(`{\\rtf1${'{'.repeat(5_000_000)}`)],
    ['a Word document of tables in tables', () => makeWordParts({ document: '<w:tbl><w:tr><w:tc>'.repeat(100_000) })],
  ])('%s is refused', async (_, make) => {
    const result = await read(make());
    expect(JSON.stringify(told(result))).toMatch(/expands-too-far|broken|nested-too-deep|too-many-files/);
    expect((await read('the next file', 'a.txt')).text).toBe('the next file');
  });

  test('an HTML page of elements in elements keeps its words', async () => {
    const { text } = await read(`<html>${'<div><table><tr><td>'.repeat(50_000)}the note`, 'a.html');
    expect(text).toContain('the note');
  });
});
