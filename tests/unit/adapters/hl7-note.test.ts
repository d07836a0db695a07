import { describe, expect, test } from 'vitest';
import { readHl7Note } from '../../../src/adapters/text/clinical/hl7-note.ts';
import { makeMdm, obx } from '../../support/make-clinical.ts';

const textOf = (...segments: string[]) => readHl7Note(makeMdm(segments)).text;

describe('the text', () => {
  test('the lines of all OBX segments stand in order', () => {
    expect(textOf(obx('TX', 'PROCEDURE: hernia repair'), obx('TX', ''), obx('TX', 'The sac was reduced.'))).toBe(
      'PROCEDURE: hernia repair\n\nThe sac was reduced.',
    );
  });

  test.each([
    ['line breaks', 'one\\.br\\two\\.sp2\\three', 'one\ntwo\n\nthree'],
    ['bytes', 'one\\X0D\\two\\X0D0A\\three', 'one\ntwo\nthree'],
    ['delimiters', 'a \\T\\ b \\S\\ c \\R\\ d \\F\\ e \\E\\ f', 'a & b ^ c ~ d | e \\ f'],
    ['highlighting and indents, dropped', '\\H\\BOLD\\N\\ \\.in+4\\x\\.ti-2\\y', 'BOLD xy'],
    ['repetitions, a line each', 'one~two~three', 'one\ntwo\nthree'],
    ['a backslash nobody escaped', 'C:\\temp and \\T\\', 'C:\\temp and &'],
    ['an escape that never ends', 'a \\T', 'a \\T'],
  ])('%s', (_, value, text) => {
    expect(textOf(obx('FT', value))).toBe(text);
  });

  test.each(['\r', '\n', '\r\n'])('segments may end in %j', (end) => {
    const source = makeMdm([obx('TX', 'one'), obx('TX', 'two')], end);
    expect(readHl7Note(source).text).toBe('one\ntwo');
    expect(readHl7Note(`\u000b${source}\u001c\r`).text).toBe('one\ntwo');
  });

  test('a report whose line breaks nobody escaped keeps its lines', () => {
    expect(textOf(obx('TX', 'PROCEDURE: hernia\nThe sac was reduced.\n\nCLOSURE: skin').replace('||||||F', ''))).toBe(
      'PROCEDURE: hernia\nThe sac was reduced.\n\nCLOSURE: skin',
    );
  });

  test('many lines after a segment of many fields are added without a copy of it each', () => {
    const source = `${makeMdm([`OBX|1|TX|||first${'|'.repeat(100_000)}`]).trimEnd()}${'\rline'.repeat(2_000)}`;
    expect(readHl7Note(source).text.split('\n')).toHaveLength(2_001);
  });

  test('other delimiters are those the message declares', () => {
    const source = 'MSH#*!@$#A\rOBX#1#FT#x##one!two @S@ three';
    expect(readHl7Note(source).text).toBe('one\ntwo * three');
  });

  test('a measured value has its name and unit', () => {
    expect(textOf('OBX|1|NM|718-7^Hemoglobin^LN||12.3|g/dL|12-16|||F')).toBe('Hemoglobin: 12.3 g/dL');
  });

  test('every message of a batch is read', () => {
    const batch = `FHS|^~\\&|A\rBHS|^~\\&|A\r${makeMdm([obx('TX', 'one')])}${makeMdm([obx('TX', 'two')])}BTS|2\rFTS|1\r`;
    expect(readHl7Note(batch).text).toBe('one\n\ntwo');
  });
});

describe('the head of the chart', () => {
  const HEAD = ['PID|1||77^^^H^MR||DOE^ANN^Q||19620314|F', 'TXA|1|OP|TX|202506021430'];

  test('patient, birth, sex, kind of document and day of service are told as a note tells them', () => {
    expect(textOf(...HEAD, obx('TX', 'text'))).toBe(
      'OPERATIVE REPORT\nPATIENT: ANN Q DOE\nDATE OF BIRTH: 1962-03-14\nSEX: female\nDATE OF SERVICE: 2025-06-02\n\ntext',
    );
  });

  test('the time of the procedure wins over the time of the document', () => {
    expect(textOf(...HEAD, 'PR1|1||X||20250530', obx('TX', 'text'))).toContain('DATE OF SERVICE: 2025-05-30');
  });

  test('sections by their LOINC codes are headings of a note', () => {
    const text = textOf(
      obx('TX', 'Hernia.', '10219-4^Dx^LN'),
      obx('TX', 'Repair.', '10223-6^Proc^LN'),
      obx('TX', 'Well.', 'X1^Course^L'),
    );
    expect(text).toBe('PREOPERATIVE DIAGNOSIS:\nHernia.\n\nPROCEDURE PERFORMED:\nRepair.\n\nCOURSE:\nWell.');
  });
});

describe('documents inside', () => {
  test('an encapsulated file comes out with its bytes', () => {
    const base64 = Buffer.from('%PDF-1.4').toString('base64');
    const { text, files } = readHl7Note(makeMdm([obx('ED', `HOSP^AP^PDF^Base64^${base64}`)]));
    expect(text).toBe('');
    expect(files).toEqual([{ contentType: 'application/pdf', base64 }]);
  });

  test('an encapsulated text is text, a reference to another system is nothing', () => {
    expect(textOf(obx('ED', '^TEXT^plain^A^one\\.br\\two'), obx('RP', 'http://pacs/1^^^'))).toBe('one\ntwo');
  });
});
