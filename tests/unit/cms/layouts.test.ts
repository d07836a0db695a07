import { describe, expect, it } from 'vitest';
import { cpt } from '../../../src/adapters/cms/kinds/cpt.ts';
import { hcpcs } from '../../../src/adapters/cms/kinds/hcpcs.ts';
import { aoc } from '../../../src/adapters/cms/kinds/ncci.ts';
import type { FileKind } from '../../../src/adapters/cms/official-file.ts';
import type { SourceRecord } from '../../../src/adapters/cms/source-record.ts';

/** The rows that the first fitting layout of the kind makes. */
function rowsOf(kind: FileKind, file: string, lines: readonly string[], separator?: ',' | '\t'): unknown[] {
  const records = lines.map((text, at): SourceRecord => {
    return { line: at + 1, cells: separator === undefined ? [text] : text.split(separator) };
  });
  for (const layout of kind.layouts) {
    if ((layout.form === 'fixed') !== (separator === undefined)) continue;
    const match = layout.match(records, file);
    if (match.fits === 'yes') return [...records.map(match.read), match.end?.()].filter((row) => row !== undefined);
  }
  throw new Error('no layout fits');
}

const hcpcsLine = (code: string, record: string, title: string, short = ''): string =>
  `${code.padStart(5)}00100${record}${title.padEnd(80)}${short.padEnd(28)}${''.padEnd(149)}2020010120210101${''.padEnd(36)}`;

describe('layouts of official files', () => {
  it('join the lines of a long HCPCS title, of codes and of modifiers', () => {
    const lines = [
      'A disclaimer above the table',
      hcpcsLine('A1', '7', 'Made up modifier', 'short one'),
      hcpcsLine('A1', '8', 'and more of it'),
      hcpcsLine('A0001', '3', 'Made up code', 'short two'),
      hcpcsLine('A0001', '4', 'with a second'),
      hcpcsLine('A0001', '4', 'and a third line'),
    ];
    const made = rowsOf(hcpcs, 'HCPC2026_ANWEB.txt', lines) as string[][];
    expect(made.map((row) => row.slice(0, 3))).toEqual([
      ['A1', 'Made up modifier and more of it', 'short one'],
      ['A0001', 'Made up code with a second and a third line', 'short two'],
    ]);
  });

  it('know the add-on file of CMS by its own headings', () => {
    const lines = [
      'Add-On Code,AOC Del Dt,AOC Edit Type,Primary Code,Primary Code Del Dt,AOC Edit Eff Dt,AOC Edit Del Dt,Special Instruction Notes',
      '22552,,1,22551,,20130401,,',
      '0054T,,2,CCCCC,,20130401,20251231,note',
    ];
    expect(rowsOf(aoc, 'AOC_V2026Q1-MCR.csv', lines, ',')).toEqual([
      ['22552', '22551', '1', '2013-04-01', undefined],
      ['0054T', 'CCCCC', '2', '2013-04-01', '2025-12-31'],
    ]);
  });

  it('read the CPT files of one length, tabbed or fixed, and the consolidated list', () => {
    const notice = ['Copyright notice of the owner', ''];
    expect(rowsOf(cpt, 'LONGULT.txt', [...notice, '47562\tMade up, "long"', '0001U\tMade up'], '\t')).toEqual([
      ['47562', 'Made up, "long"', undefined, undefined],
      ['0001U', 'Made up', undefined, undefined],
    ]);
    expect(rowsOf(cpt, 'cpt.zip/MEDU.txt', [...notice, '47562 MADE UP', '0001U MADE UP TOO'])).toEqual([
      ['47562', undefined, 'MADE UP', undefined],
      ['0001U', undefined, 'MADE UP TOO', undefined],
    ]);
    const consolidated = ['Concept Id\tCPT Code\tLong\tMedium\tShort', '1\t47562\tlong one\tmedium one\tshort one'];
    expect(rowsOf(cpt, 'Consolidated_Code_List.txt', consolidated, '\t')).toEqual([
      ['47562', 'long one', 'medium one', 'short one'],
    ]);
  });

  it('say what is missing when only some headings are there', () => {
    const [layout] = aoc.layouts;
    const head = [{ line: 3, cells: ['primary_code', 'add_on_code', 'kind'] }];
    expect(layout?.match(head, 'x.csv')).toEqual({ fits: 'partly', line: 3, missing: ['edit type'] });
    expect(layout?.match([{ line: 1, cells: ['a', 'b'] }], 'x.csv')).toEqual({ fits: 'no' });
  });
});
