import { expect, test } from 'vitest';
import { bodyText } from '../../../src/adapters/mime/body-text.ts';
import { stripTags } from '../../../src/adapters/text/html-text.ts';

test.each([
  ['<p>Left <b>knee</b></p>', 'Left knee'],
  ['a<script>var x = "<p>";</script>b<STYLE>p{}</STYLE>c', 'a b c'],
  ['5 < 7 and <i>done</i>', '5 < 7 and done'],
  ['a<script>never closed', 'a'],
])('markup is no text: %s', (html, text) => {
  expect(stripTags(html)).toBe(text);
});

test.each(['<', '<script ', '<!--'])('a mail of %s over and over is read without hanging', (piece) => {
  expect(bodyText('See the attached note.', piece.repeat(100_000))).toContain('attached note');
});
