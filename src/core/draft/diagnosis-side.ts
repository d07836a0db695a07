import type { Side } from '../extract/note-extract.ts';

/** Modifiers of one side: of the body, of eyelids, fingers and toes. */
const OF_SIDE: Readonly<Record<'left' | 'right', RegExp>> = {
  left: /^(LT|E[12]|[FT][A1-4])$/,
  right: /^(RT|E[34]|[FT][5-9])$/,
};

/** The side that the modifiers of a line tell. */
export function sideOfModifiers(modifiers: readonly string[]): Side | undefined {
  if (modifiers.includes('50')) return 'bilateral';
  const isLeft = modifiers.some((modifier) => OF_SIDE.left.test(modifier));
  const isRight = modifiers.some((modifier) => OF_SIDE.right.test(modifier));
  if (isLeft && isRight) return 'bilateral';
  return isLeft ? 'left' : isRight ? 'right' : undefined;
}

/** Sides that are no side of the body. */
const NO_SIDE = /\b(right|left) (ventric|atri|bundle|heart|main|anterior descending|upper quadrant|lower quadrant)/;

/** The one side that an official title tells. */
export function sideOfTitle(title: string): Side | undefined {
  const words = title.toLowerCase();
  if (NO_SIDE.test(words)) return undefined;
  const isLeft = /\bleft\b/.test(words);
  const isRight = /\bright\b/.test(words);
  if (/\bbilateral\b/.test(words) || (isLeft && isRight)) return 'bilateral';
  return isLeft ? 'left' : isRight ? 'right' : undefined;
}

/** Left against right; both sides contradict neither. */
export function isOtherSide(one: Side | undefined, other: Side | undefined): boolean {
  return one !== other && one !== undefined && other !== undefined && one !== 'bilateral' && other !== 'bilateral';
}
