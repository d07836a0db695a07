import type { MeasureFact, NoteExtract, Statement } from '../extract/note-extract.ts';
import { numberOf, sidesOf } from '../extract/targets.ts';

const NUMBER = '(?:\\d|one|two|three|four|five|six|seven|eight)';
const ON_A_SIDE = new RegExp(
  `\\b(${NUMBER}) (?:(?!${NUMBER} )[a-z]+ ){0,5}?(?:on|to|in) (?:the )?(?:patient s )?(left|right)\\b`,
  'g',
);
const ON_EACH_SIDE = new RegExp(`\\b(${NUMBER}) (?:[a-z]+ ){0,5}?(?:on|to|in) (?:each|either|both) sides?\\b`);

/** `Two implants on the right and three on the left`: things told side by side, in all; the most that a statement tells. */
export function onBothSides({ performed }: NoteExtract): number | undefined {
  const told = performed.flatMap(({ normal }) => {
    const flat = normal.replace(/ +/g, ' ');
    const each = ON_EACH_SIDE.exec(flat)?.[1];
    if (each !== undefined) return [2 * (numberOf(each) ?? 0)];
    const sides = [...flat.matchAll(ON_A_SIDE)];
    const isBoth = new Set(sides.map(([, , side]) => side)).size > 1;
    return isBoth ? [sides.reduce((sum, [, number = '']) => sum + (numberOf(number) ?? 0), 0)] : [];
  });
  return told.length === 0 ? undefined : Math.max(...told);
}

const IN_ALL =
  /\b(?:in total|total of|altogether|in all|all told)(?: about| of)? (\w+)\b(?! *(?:cm|mm|ml|cc|min\w*|units?|mg|sq|g)\b)/;

/** `In total 23 were removed`: a number without its noun. */
export function toldInAll(body: readonly Statement[]): number | undefined {
  const told = body.flatMap(({ normal }) => numberOf(IN_ALL.exec(normal.replace(/ +/g, ' '))?.[1] ?? '') ?? []);
  return told.length === 0 ? undefined : Math.max(...told);
}

const THING =
  '(?:lesion|site|nodule|mass|target|area|focus|cluster|group|node|biopsy|spot|tumou?r|cancer|cyst|abnormality|finding)';
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const IN_ORDER = new RegExp(`\\b(${ORDINALS.join('|')}|another) (?:[a-z]+ ){0,2}?${THING}\\b`, 'g');

/** `The second target was at 12 o'clock`: things told one after the other; the last one is their number. */
export function inOrder(body: readonly Statement[]): number | undefined {
  const told = body.flatMap(({ normal }) =>
    [...normal.replace(/ +/g, ' ').matchAll(IN_ORDER)].map(([, word = '']) => Math.max(2, ORDINALS.indexOf(word) + 1)),
  );
  const isLater = body.some(({ normal }) => /\b(?:second|third|fourth|fifth|sixth|another)\b/.test(normal));
  return told.length === 0 || !isLater ? undefined : Math.max(...told);
}

const SIDED = new RegExp(`\\b(?:left|right)(?: [a-z]+){0,4}? ${THING}s?\\b`, 'g');

/** `The right nodule ... the left nodule`: one thing a side, where none is counted. */
export function onOtherSides(body: readonly Statement[]): number | undefined {
  const sides = new Set(
    body.flatMap(({ normal }) => [...normal.replace(/ +/g, ' ').matchAll(SIDED)].flatMap(([hit]) => sidesOf(hit))),
  );
  return sides.has('left') && sides.has('right') ? 2 : undefined;
}

const OF_EACH =
  /\b(?:(?:of|from|to) (?:each|both)\b|each (?:was|were|lesion|site|one|closed)\b|both (?:were|lesions|sites)\b)/;

/** `Flank 6 mm macule and chest 5 mm papule. A punch was taken of each`: lesions told by their sizes and treated alike. */
export function measuredAlike(body: readonly Statement[], measures: readonly MeasureFact[]): number | undefined {
  if (!body.some(({ normal }) => OF_EACH.test(normal.replace(/ +/g, ' ')))) return undefined;
  const told = new Set(body.map(({ index }) => index));
  const lesions = measures.filter(({ of, statement }) => of === 'lesion' && told.has(statement));
  return lesions.length > 1 ? lesions.length : undefined;
}
