import { describe, expect, test } from 'vitest';
import { RtfTooDeep, rtfToText } from '../../../src/adapters/text/rtf/rtf-text.ts';

const MOST = 1_000_000;

function read(body: string, head = '\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}}'): string {
  return rtfToText(`{\\rtf1${head}${body}}`, MOST);
}

describe('characters', () => {
  test.each([
    ['bytes of the code page', "4 cm \\'d7 2 cm, 38 \\'b0C", '4 cm × 2 cm, 38 °C'],
    ['a \\uN with its one fallback character', '\\u8211?done', '–done'],
    ['a \\uN whose fallback is a byte', "\\u8211\\'96done", '–done'],
    ['two fallback characters after \\uc2', '\\uc2\\u25163xyz', '手z'],
    ['no fallback after \\uc0', '\\uc0\\u169 c', '©c'],
    ['a negative \\uN', '\\u-4051?', String.fromCharCode(65536 - 4051)],
    ['a surrogate pair', '\\u-10179?\\u-8704?', '😀'],
    ['named characters', 'a\\emdash b\\rquote s\\~c\\_d\\-e', 'a—b’s c-de'],
    ['escaped braces and backslashes', '\\{a\\}\\\\b', '{a}\\b'],
    ['\\uc counts end with their group', '{\\uc2 a}\\u8211?b', 'a–b'],
  ])('%s', (_, body, text) => {
    expect(read(body)).toBe(text);
  });

  test('a font says its code page, two bytes make one character', () => {
    const fonts = '\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset128 C;}}';
    expect(read("{\\f1\\'cf\\'f0\\'e8} caf\\'e9 {\\f2\\'8e\\'e8\\'8f\\'70}", fonts)).toBe('При café 手術');
  });
});

describe('layout', () => {
  test('paragraphs, lines, pages and tabs', () => {
    expect(read('PROCEDURE\\tab hernia\\par one\\line two\\page three')).toBe('PROCEDURE\thernia\none\ntwo\nthree');
  });

  test('a table row is one line, a label and its value a heading', () => {
    const row = (...cells: string[]) =>
      `\\trowd\\cellx1\\pard\\intbl ${cells.map((c) => `${c}\\cell `).join('')}\\row `;
    expect(read(`${row('Procedure', 'Hernia repair')}${row('A', 'B', 'C')}after`)).toBe(
      'Procedure: Hernia repair\nA | B | C\nafter',
    );
  });

  test('numbers of a list are read as written', () => {
    expect(read('{\\listtext\\tab 1.\\tab}Lap chole\\par{\\listtext\\tab 2.\\tab}IOC')).toBe('1. Lap chole\n2. IOC');
  });

  test('page headers stand first, footers last', () => {
    expect(read('{\\footer Page 1}{\\header Hospital}the note')).toBe('Hospital\n\nthe note\n\nPage 1');
  });
});

describe('what is no text', () => {
  test.each([
    [
      'tables of fonts, colours and styles',
      '{\\colortbl;\\red0;}{\\stylesheet{\\s1 Normal;}}{\\info{\\author Me}}x',
      'x',
    ],
    ['pictures, as hex and as bytes', '{\\pict\\pngblip 89504e47}{\\pict\\bin5 }{}}\\}x', 'x'],
    ['unknown starred groups', '{\\*\\generator Word;}{\\*\\datastore 0105}x', 'x'],
    ['hidden and deleted text', '{\\v secret}{\\deleted gone}x', 'x'],
    ['comments', 'x{\\*\\annotation note to self}', 'x'],
    ['the instructions of a field', '{\\field{\\*\\fldinst HYPERLINK "http://a"}{\\fldrslt the link}}', 'the link'],
    ['the twin of a text box', '{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt box}}{\\shprslt box}}', 'box'],
    [
      'HTML tags of an encapsulated mail',
      '{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 hello}\\htmlrtf\\par\\htmlrtf0',
      'hello',
    ],
  ])('%s', (_, body, text) => {
    expect(read(body)).toBe(text);
  });
});

describe('hostile files', () => {
  test('a file too deep is refused', () => {
    expect(() => read('{'.repeat(100_000))).toThrow(RtfTooDeep);
  });

  test('reading stops soon after the most text that is wanted', () => {
    expect(rtfToText(`{\\rtf1 ${'a\\par '.repeat(100_000)}}`, 50).length).toBeLessThan(100);
  });

  test.each(['', '}', '}}}}text', '\\', "\\'", "\\'zz", '\\u', '\\bin99999999 abc', '\\bin-5 abc', '\\ansicpg99999 a'])(
    'damage is read over: %j',
    (body) => {
      expect(typeof read(body)).toBe('string');
    },
  );
});
