import { describe, expect, test } from 'vitest';
import { createCdaReader } from '../../../src/adapters/text/clinical/cda-document.ts';
import { RefusedXml, walkXml } from '../../../src/adapters/text/xml.ts';
import { makeCda, makeWrappingCda } from '../../support/make-clinical.ts';

function read(xml: string) {
  const reader = createCdaReader();
  walkXml(Buffer.from(xml), reader);
  return reader.result();
}

const section = (narrative: string, loinc = '29554-3') => read(makeCda([[loinc, 'A title', narrative]])).text;

describe('sections', () => {
  test.each([
    ['10219-4', 'PREOPERATIVE DIAGNOSIS'],
    ['10218-6', 'POSTOPERATIVE DIAGNOSIS'],
    ['10223-6', 'PROCEDURE PERFORMED'],
    ['29554-3', 'DESCRIPTION OF PROCEDURE'],
    ['59774-0', 'ANESTHESIA'],
    ['47519-4', 'PAST SURGICAL HISTORY'],
    ['99999-9', 'A TITLE'],
  ])('%s is headed %s', (loinc, heading) => {
    expect(section('words', loinc)).toBe(`OPERATIVE NOTE\n\n${heading}:\nwords`);
  });

  test.each([
    ['paragraphs and breaks', '<paragraph>one<br/>two</paragraph><paragraph>three</paragraph>', 'one\ntwo\nthree'],
    ['styled words stay in their line', 'a <content styleCode="Bold">bold</content> word', 'a bold word'],
    ['bullets', '<list><item>one</item><item><paragraph>two</paragraph></item></list>', '- one\n- two'],
    ['numbers', '<list listType="ordered"><item>one</item><item>two</item></list>', '1. one\n2. two'],
    [
      'tables, row by row',
      '<table><thead><tr><th>Implant</th><th>Size</th><th>Lot</th></tr></thead><tbody><tr><td>Mesh</td><td>8 cm</td><td>A1</td></tr></tbody></table>',
      'Implant | Size | Lot\nMesh | 8 cm | A1',
    ],
    ['captions', '<list><caption>Steps</caption><item>one</item></list>', 'Steps\n- one'],
    ['deleted words', 'kept <content revised="delete">gone</content>', 'kept'],
    ['white space of the file', '\n    one\n    two   three\n  ', 'one two three'],
    ['characters by number', '4 cm &#215; 2 cm &lt; 5', '4 cm × 2 cm < 5'],
  ])('%s', (_, narrative, text) => {
    expect(section(narrative)).toBe(`OPERATIVE NOTE\n\nDESCRIPTION OF PROCEDURE:\n${text}`);
  });

  test('a section inside a section has its own heading', () => {
    const inner =
      '</text><component><section><code code="59770-8"/><title>EBL</title><text>10 mL</text></section></component><text>';
    expect(section(`outer${inner}`)).toContain('outer\n\nESTIMATED BLOOD LOSS:\n10 mL');
  });
});

describe('the head', () => {
  const HEADER =
    '<effectiveTime value="20250609"/><recordTarget><patientRole><patient><name><given>Ann</given><family>Doe</family></name>' +
    '<administrativeGenderCode code="F"/><birthTime value="19620314"/></patient></patientRole></recordTarget>' +
    '<documentationOf><serviceEvent><effectiveTime><low value="202506020800-0500"/></effectiveTime></serviceEvent></documentationOf>' +
    '<componentOf><encompassingEncounter><effectiveTime value="20250531"/></encompassingEncounter></componentOf>';

  test('patient and day of service stand as a note has them; the day it was written does not', () => {
    expect(read(makeCda([['59770-8', '', '5 mL']], { header: HEADER })).text).toBe(
      'OPERATIVE NOTE\nPATIENT: Ann Doe\nDATE OF BIRTH: 1962-03-14\nSEX: female\nDATE OF SERVICE: 2025-06-02\n\n' +
        'ESTIMATED BLOOD LOSS:\n5 mL',
    );
  });

  test('without an event the visit tells the day', () => {
    const header = HEADER.replace(/<documentationOf>.*<\/documentationOf>/, '');
    expect(read(makeCda([], { header })).text).toContain('DATE OF SERVICE: 2025-05-31');
  });
});

test('a document that wraps a file gives the file', () => {
  const { file } = read(makeWrappingCda(Buffer.from('%PDF-1.4'), 'application/pdf'));
  expect(file).toEqual({ contentType: 'application/pdf', base64: Buffer.from('%PDF-1.4').toString('base64') });
});

describe('hostile XML', () => {
  test('a billion laughs are refused before the first one', () => {
    const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
    const doctype = `<!DOCTYPE lolz [<!ENTITY l0 "lol">${levels}]>`;
    expect(() => read(makeCda([['1', 'x', '&l9;']], { doctype }))).toThrow(RefusedXml);
  });

  test('nothing outside the document is loaded', () => {
    const doctype = '<!DOCTYPE a [<!ENTITY secret SYSTEM "file:///etc/passwd">]>';
    expect(() => read(makeCda([['1', 'x', '&secret;']], { doctype }))).toThrow(RefusedXml);
    const remote = '<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd">';
    expect(read(makeCda([['1', 'x', 'words']], { doctype: remote })).text).toContain('words');
  });

  test.each([
    ['an entity nobody declared', makeCda([['1', 'x', '&other;']])],
    ['a document cut off', makeCda([['1', 'x', 'words']]).slice(0, -30)],
    ['elements too deep', makeCda([['1', 'x', '<content>'.repeat(5_000)]])],
  ])('%s is refused', (_, xml) => {
    expect(() => read(xml)).toThrow(RefusedXml);
  });
});
