import { afterAll, describe, expect, test } from 'vitest';
import { makeCda, makeMdmFile, makeWrappingCda } from '../../support/make-clinical.ts';
import { makePdf, makeZip, paragraph } from '../../support/make-files.ts';
import { makeTnef } from '../../support/make-tnef.ts';
import { makeOdt, makeWordParts, wordTable } from '../../support/make-word.ts';
import { documentReader, told } from './read-documents.ts';

const { read, close } = documentReader();
afterAll(close);

const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (inner: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`;
const item = (text: string, list: number, level = 0) =>
  p(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
const NUMBERING =
  '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>' +
  '<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>';

describe('Word', () => {
  test.each([
    [
      'a table of labels',
      wordTable([
        ['Procedure', 'Hernia repair'],
        ['Side', 'left'],
      ]),
      'Procedure: Hernia repair\nSide left',
    ],
    [
      'a table of things',
      wordTable([
        ['Implant', 'Size', 'Lot'],
        ['Mesh', '8 cm', 'A1'],
      ]),
      'Implant | Size | Lot\nMesh | 8 cm | A1',
    ],
    ['a cell of a list', wordTable([['Procedures', '1. Chole\n2. IOC']]), 'Procedures:\n1. Chole\n2. IOC'],
    [
      'a table that frames the note',
      wordTable([['OPERATIVE REPORT\nThe sac was reduced.']]),
      'OPERATIVE REPORT\nThe sac was reduced.',
    ],
    [
      'tracked changes',
      p(
        `${run('left ')}<w:del w:id="1"><w:r><w:delText>right </w:delText></w:r></w:del><w:ins w:id="2">${run('hernia')}</w:ins>`,
      ),
      'left hernia',
    ],
    ['moved text once', p(`<w:moveFrom>${run('away')}</w:moveFrom><w:moveTo>${run('here')}</w:moveTo>`), 'here'],
    [
      'hidden text',
      p(run('seen') + run(' hidden', '<w:vanish/>') + run(' again', '<w:vanish w:val="0"/>')),
      'seen again',
    ],
    [
      'tabs and breaks',
      p('<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>'),
      'a\tb\nc-d',
    ],
    [
      'a text box, once',
      p(
        `${run('note')}<mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('boxed')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('boxed')}</w:txbxContent></mc:Fallback></mc:AlternateContent>`,
      ),
      'note\nboxed',
    ],
    [
      'numbered and bulleted lists',
      [item('Chole', 1), item('IOC', 1), item('clip', 1, 1), item('Drain', 1), item('one', 2)].join(''),
      '1. Chole\n2. IOC\na. clip\n3. Drain\n- one',
    ],
  ])('%s', async (_, document, text) => {
    const bytes = makeWordParts({ document: `<w:body>${document}</w:body>`, numbering: NUMBERING });
    expect(told(await read(bytes, 'note.docx'))).toEqual({ kind: 'docx', text });
  });

  test('page headers stand first and once, notes and footers last', async () => {
    const bytes = makeWordParts({
      document: paragraph('the note'),
      header1: paragraph('County Hospital'),
      header2: paragraph('County Hospital'),
      footer1: paragraph('signed'),
      footnotes: paragraph('a footnote'),
    });
    expect((await read(bytes)).text).toBe('County Hospital\n\nthe note\n\na footnote\n\nsigned');
  });

  test('a file with macros is read without a look at them', async () => {
    const macros = { name: 'word/vbaProject.bin', content: Buffer.from('\xd0\xcf\x11\xe0 Sub AutoOpen()', 'latin1') };
    const bytes = makeWordParts({ document: paragraph('the note') }, [macros]);
    expect(told(await read(bytes, 'note.docm'))).toEqual({ kind: 'docx', text: 'the note' });
  });

  test('an old Word file is refused as what it is', async () => {
    const bytes = Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1');
    expect(told(await read(bytes, 'note.doc'))).toEqual({ kind: 'old-office', error: 'old-format' });
  });

  test('a spreadsheet is refused', async () => {
    const bytes = makeZip([
      { name: '[Content_Types].xml', content: Buffer.from('<a/>') },
      { name: 'xl/workbook.xml', content: Buffer.from('<a/>') },
    ]);
    expect(told(await read(bytes, 'a.xlsx'))).toEqual({ kind: 'unknown', error: 'unsupported' });
  });
});

describe('OpenDocument', () => {
  const cell = (text: string) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
  test.each([
    [
      'headings, spaces and tabs',
      '<text:h>PROCEDURE</text:h><text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p>',
      'PROCEDURE\na   b\tc\nd',
    ],
    [
      'a table',
      `<table:table><table:table-row>${cell('Procedure')}${cell('Hernia repair')}</table:table-row></table:table>`,
      'Procedure: Hernia repair',
    ],
    [
      'a bulleted list',
      '<text:list><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p></text:list-item></text:list>',
      '- one\n- two',
    ],
    [
      'a numbered list',
      '<text:list text:style-name="L1"><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p></text:list-item></text:list>',
      '1. one\n2. two',
    ],
    [
      'tracked deletions',
      '<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:p>kept</text:p>',
      'kept',
    ],
    [
      'comments and a text box',
      '<text:p>note<office:annotation><text:p>comment</text:p></office:annotation><draw:text-box><text:p>boxed</text:p></draw:text-box></text:p>',
      'note\nboxed',
    ],
  ])('%s', async (_, body, text) => {
    const lists = '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"/></text:list-style>';
    expect(told(await read(makeOdt(body, { lists }), 'note.odt'))).toEqual({ kind: 'odt', text });
  });

  test('page headers and footers stand around the text', async () => {
    const styles =
      '<style:header><text:p>Hospital</text:p></style:header><style:footer><text:p>Page</text:p></style:footer>';
    expect((await read(makeOdt('<text:p>note</text:p>', { styles }))).text).toBe('Hospital\n\nnote\n\nPage');
  });

  test('with a password it is encrypted', async () => {
    const manifest = '<file-entry><encryption-data/></file-entry>';
    expect(told(await read(makeOdt('', { manifest })))).toEqual({ kind: 'odt', error: 'encrypted' });
  });
});

describe('clinical documents', () => {
  test('CDA in UTF-16 is read by its byte order mark', async () => {
    const xml = makeCda([['10219-4', '', 'Hernie inguinale à droite']]).replace('UTF-8', 'UTF-16');
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]);
    expect(told(await read(bytes, 'note.xml'))).toEqual({
      kind: 'cda',
      text: 'OPERATIVE NOTE\n\nPREOPERATIVE DIAGNOSIS:\nHernie inguinale à droite',
    });
  });

  test('CDA and HL7 that wrap a PDF give the text of the PDF', async () => {
    const pdf = makePdf(['PROCEDURE: Laparoscopic appendectomy.']);
    const inner = { kind: 'pdf', text: 'PROCEDURE: Laparoscopic appendectomy.' };
    expect(told(await read(makeWrappingCda(pdf, 'application/pdf')))).toEqual({ kind: 'cda', files: [inner] });
    expect(told(await read(makeMdmFile(pdf, 'PDF')))).toEqual({ kind: 'hl7', files: [inner] });
  });

  test('HL7 that wraps an RTF text gives its words', async () => {
    const rtf = Buffer.from('{\\rtf1\\ansi PROCEDURE: hernia repair\\par done}');
    expect(told(await read(makeMdmFile(rtf, 'RTF')))).toEqual({
      kind: 'hl7',
      files: [{ kind: 'rtf', text: 'PROCEDURE: hernia repair\ndone' }],
    });
  });

  test('a winmail.dat in an archive is opened too', async () => {
    const bytes = makeTnef({ body: 'see file', attachments: [{ title: 'a.txt', bytes: Buffer.from('the note') }] });
    const zip = makeZip([{ name: 'winmail.dat', content: bytes }]);
    expect(told(await read(zip))).toEqual({
      kind: 'zip',
      files: [{ kind: 'tnef', text: 'see file', files: [{ kind: 'text', text: 'the note' }] }],
    });
  });
});

describe('plain text', () => {
  test.each([
    [
      'UTF-16, little end first',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Größe 4 cm', 'utf16le')]),
      'Größe 4 cm',
    ],
    [
      'UTF-16, big end first',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('Größe 4 cm', 'utf16le').swap16()]),
      'Größe 4 cm',
    ],
    ['ISO-2022-JP', Buffer.from('\x1b$B<j=Q\x1b(B note', 'latin1'), '手術 note'],
    ['Shift_JIS', Buffer.from('\x8e\xe8\x8f\x70\x82\xcc', 'latin1'), '手術の'],
    ['UTF-8', Buffer.from('4 cm × 2 cm'), '4 cm × 2 cm'],
    ['UTF-7, left as it is', Buffer.from('a +ADw-b'), 'a +ADw-b'],
  ])('%s', async (_, bytes, text) => {
    expect(told(await read(bytes, 'note.txt', 'text/plain'))).toEqual({ kind: 'text', text });
  });
});
