import { describe, expect, test } from 'vitest';
import { htmlToText } from '../../../src/adapters/text/html-text.ts';
import { createTextLayout, rowText } from '../../../src/adapters/text/text-layout.ts';

describe('a row', () => {
  test.each([
    [['Procedure', 'Hernia repair'], 'Procedure: Hernia repair'],
    [['Preoperative Diagnosis:', 'Hernia'], 'Preoperative Diagnosis: Hernia'],
    [['Side', 'left'], 'Side left'],
    [['Lesion', 'back', '2 cm'], 'Lesion | back | 2 cm'],
    [['Patient:', 'A', 'DOB:', 'B'], 'Patient: A | DOB: B'],
    [['', ' only one ', ''], 'only one'],
    [[], ''],
    [['Procedures', '1. Chole\n\n2. IOC'], 'Procedures:\n1. Chole\n2. IOC'],
    [['a\nb', 'c'], 'a b c'],
  ])('%j is %j', (cells, line) => {
    expect(rowText(cells)).toBe(line);
  });

  test('cells that are parts of the page stand below each other', () => {
    const story = 'The abdomen was entered.\nThe bowel was run.\nA leak was found.\nIt was closed.';
    expect(rowText([story, 'Seen by me'])).toBe(`${story}\nSeen by me`);
  });
});

describe('a table of HTML', () => {
  test('pasted from a chart keeps its rows, paragraphs in cells or not', () => {
    const html =
      '<table><tr><td><p>Preoperative Diagnosis:</p></td><td><p>Acute cholecystitis</p></td></tr>' +
      '<tr><td><div>Procedure</div></td><td><p>1. Lap chole</p><p>2. IOC</p></td></tr></table><p>after</p>';
    expect(htmlToText(html)).toBe(
      'Preoperative Diagnosis: Acute cholecystitis\nProcedure:\n1. Lap chole\n2. IOC\n\nafter',
    );
  });

  test('that only frames a note leaves the note as it is', () => {
    const html =
      '<table><tr><td><p>OPERATIVE REPORT</p><table><tr><td>Surgeon</td><td>Dr A</td></tr></table>' +
      '<p>DESCRIPTION:<br>The gallbladder was removed.</p></td></tr></table>';
    expect(htmlToText(html)).toMatch(
      /^OPERATIVE REPORT\n+Surgeon: Dr A\n+DESCRIPTION:\nThe gallbladder was removed\.\n?$/,
    );
  });

  test('in a quoted mail keeps the marks of the quote', () => {
    const html =
      '<blockquote>hi<table><tr><td>Procedure</td><td><p>1. a</p><p>2. b</p></td></tr></table>end</blockquote>';
    expect(htmlToText(html)).toBe('> hi\n> Procedure:\n> 1. a\n> 2. b\n> end');
  });

  test.each(['<tr><td>a<td>b', '<td>a', '<table><table><tr><td>a', 'a\ue0f0\ue0f2b'])(
    'broken as %j still has its words',
    (html) => {
      expect(htmlToText(html)).toContain('a');
    },
  );
});

test('a box is told after the line it hangs on', () => {
  const layout = createTextLayout();
  layout.text('first');
  layout.openBox();
  layout.text('boxed');
  layout.closeBox();
  layout.text(' line');
  layout.newLine();
  layout.text('second');
  expect(layout.toString()).toBe('first line\nboxed\nsecond\n');
});

test('what was left open is closed at the end', () => {
  const layout = createTextLayout();
  layout.openRow();
  layout.openCell();
  layout.text('a');
  layout.openBox();
  layout.text('b');
  expect(layout.toString()).toBe('a\nb\n');
});
