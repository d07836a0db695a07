import { describe, expect, test } from 'vitest';
import { cleanUp, isBlank } from '../../../src/adapters/ocr/clean-up.ts';
import { componentsOf, letterHeights } from '../../../src/adapters/ocr/components.ts';
import { type GreyImage, greyOf, resized, toPgm, turned } from '../../../src/adapters/ocr/grey-image.ts';
import { inkOf } from '../../../src/adapters/ocr/ink.ts';
import { lieOf } from '../../../src/adapters/ocr/upright.ts';

function paper(width: number, height: number, isInk: (x: number, y: number) => boolean): GreyImage {
  const data = Uint8Array.from({ length: width * height }, (_, at) =>
    isInk(at % width, Math.floor(at / width)) ? 0 : 255,
  );
  return { width, height, data };
}

const SIZE = 400;
/** Lines of letters: boxes of 8 by 10 pixels, a line every 24, going down to the right by `slope`. */
function letters(slope = 0): GreyImage {
  return paper(SIZE, SIZE, (x, y) => {
    const row = y - slope * x;
    return x > 30 && x < 370 && row > 30 && row < 370 && row % 24 < 10 && (x + Math.floor(row / 24) * 7) % 12 < 8;
  });
}

describe('pictures', () => {
  test('a quarter turn clockwise brings the left edge to the top, four of them nothing', () => {
    const image: GreyImage = { width: 3, height: 2, data: Uint8Array.from([1, 2, 3, 4, 5, 6]) };
    expect(turned(image, 1)).toEqual({ width: 2, height: 3, data: Uint8Array.from([4, 1, 5, 2, 6, 3]) });
    expect(turned(image, 2).data).toEqual(Uint8Array.from([6, 5, 4, 3, 2, 1]));
    expect(turned(image, 3)).toEqual({ width: 2, height: 3, data: Uint8Array.from([3, 6, 2, 5, 1, 4]) });
    expect(turned(turned(image, 3), 1)).toEqual(image);
  });

  test('shrinking keeps the mean of what it covers, growing the values between', () => {
    const row: GreyImage = { width: 4, height: 1, data: Uint8Array.from([0, 0, 200, 200]) };
    expect([...resized(row, 2, 1).data]).toEqual([29, 171]);
    expect([...resized({ width: 2, height: 1, data: Uint8Array.from([0, 100]) }, 4, 1).data]).toEqual([0, 25, 75, 100]);
    expect(resized(row, 4, 3)).toMatchObject({ width: 4, height: 3 });
  });

  test('what is transparent is white paper', () => {
    const rgba = Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255]);
    expect([...greyOf(rgba, 3, 1).data]).toEqual([255, 0, 255]);
  });

  test('the form that Tesseract is given tells its size', () => {
    expect(toPgm({ width: 2, height: 1, data: Uint8Array.from([7, 9]) }).toString('latin1')).toBe(
      'P5\n2 1\n255\n\u0007\t',
    );
  });
});

describe('what a page is like', () => {
  test.each([0, 1, -2, 4])('lines that go down by %d degrees are measured', (degrees) => {
    const lie = lieOf(letters(Math.tan((degrees * Math.PI) / 180)));
    expect(lie).toMatchObject({ isSideways: false });
    expect(lie.skew).toBeCloseTo(degrees, 0);
  });

  test('lines that run up and down the page are seen, both ways', () => {
    expect(lieOf(turned(letters(), 1))).toMatchObject({ isSideways: true });
    expect(lieOf(turned(letters(), 3))).toMatchObject({ isSideways: true });
  });

  test('ink that touches, also by a corner, is one piece', () => {
    const drawn = ['#..#....', '.##..##.', '.....##.', '#.......'];
    const image = paper(8, 4, (x, y) => drawn[y]?.[x] === '#');
    const pixels = componentsOf(inkOf(image)).pieces.map((piece) => piece.pixels);
    expect(pixels.toSorted()).toEqual([1, 4, 4]);
  });

  test('the height of letters is measured, and not made up from a few specks', () => {
    const heights = letterHeights(componentsOf(inkOf(letters())));
    expect(new Set(heights)).toEqual(new Set([10]));
    expect(letterHeights(componentsOf(inkOf(paper(50, 50, (x, y) => x === y && x % 9 === 0))))).toEqual([]);
  });

  test('paper with nothing on it is blank, grey paper too', () => {
    expect(isBlank(paper(50, 50, () => false))).toBe(true);
    expect(isBlank({ width: 2, height: 2, data: Uint8Array.from([200, 204, 198, 201]) })).toBe(true);
    expect(isBlank(letters())).toBe(false);
  });
});

describe('what is put right before reading', () => {
  test('a standard fax gets as many rows as it has columns an inch', () => {
    const { width, height } = cleanUp({ image: letters(), dpi: { x: 204, y: 98 } }).image;
    expect(height / width).toBeCloseTo(204 / 98, 1);
  });

  test('small letters grow, letters of a good size stay', () => {
    const small = letters();
    expect(cleanUp({ image: small }).image.width).toBe(SIZE * 2);
    const good = resized(small, SIZE * 2, SIZE * 2);
    expect(cleanUp({ image: good }).image).toEqual(good);
  });

  test('specks go where there are many, a dot of the text stays', () => {
    const isSpeck = (x: number, y: number) => x % 12 === 10 && y % 5 === 0;
    const good = resized(letters(), SIZE * 2, SIZE * 2);
    const noisy = paper(SIZE * 2, SIZE * 2, (x, y) => (good.data[y * SIZE * 2 + x] ?? 255) < 128 || isSpeck(x, y));
    const clean = cleanUp({ image: noisy }).image;
    const left = clean.data.filter(
      (value, at) => value === 0 && isSpeck(at % clean.width, Math.floor(at / clean.width)),
    );
    expect(clean.data.filter((value) => value === 0).length).toBeLessThan(
      noisy.data.filter((value) => value === 0).length,
    );
    expect(left.length).toBeLessThan(
      noisy.data.filter((_, at) => isSpeck(at % (SIZE * 2), Math.floor(at / (SIZE * 2)))).length,
    );
    const dotted = paper(
      SIZE * 2,
      SIZE * 2,
      (x, y) => (good.data[y * SIZE * 2 + x] ?? 255) < 128 || (x === 5 && y === 5),
    );
    expect(cleanUp({ image: dotted }).image.data[5 * SIZE * 2 + 5]).toBe(0);
  });

  test('a page on a dark desk stays as it is', () => {
    const page = letters();
    const isPage = (x: number, y: number) => x < SIZE && y < SIZE;
    const desk = paper(SIZE * 2, SIZE * 2, (x, y) => !isPage(x, y) || page.data[y * SIZE + x] === 0);
    const { image, letters: found } = cleanUp({ image: desk });
    expect(found).toBeGreaterThan(200);
    expect(image.data.at(-1)).toBe(0);
  });

  test('light writing on a dark screen is turned into ink', () => {
    const dark = { ...letters(), data: letters().data.map((value) => 255 - value) };
    const { data } = cleanUp({ image: dark }).image;
    expect(data.reduce((sum, value) => sum + value, 0) / data.length).toBeGreaterThan(128);
  });
});
