import { SESSION_MODIFIERS } from '../../check/associated-modifiers.ts';
import type { ClaimLine } from '../../model/draft.ts';

const COARSE: Readonly<Record<string, 'left' | 'right'>> = { LT: 'left', RT: 'right' };

/** A place as an anatomical modifier names it: a side, and below it one digit, lid or vessel. */
interface Place {
  readonly side: 'left' | 'right' | undefined;
  readonly part: string | undefined;
}

/** The anatomical modifiers of a line. */
export function targetModifiers({ modifiers }: Pick<ClaimLine, 'modifiers'>): string[] {
  return modifiers.filter((modifier) => placeOf(modifier) !== undefined);
}

/** True when the modifiers themselves name different places: other sides, other digits, lids or vessels. */
export function isAnotherPlace(a: ClaimLine, b: ClaimLine): boolean {
  if (a.modifiers.includes('50') || b.modifiers.includes('50')) return false;
  const [placesOfA, placesOfB] = [placesOf(a), placesOf(b)];
  return (
    placesOfA.length > 0 &&
    placesOfB.length > 0 &&
    placesOfA.every((one) => placesOfB.every((other) => isApart(one, other)))
  );
}

/** Modifiers that tell of another session than the other line; the same on both tells of one. */
export function isAnotherSession(a: ClaimLine, b: ClaimLine): boolean {
  const [one, other] = [a, b].map(({ modifiers }) => modifiers.filter((each) => SESSION_MODIFIERS.has(each)).join());
  return one !== other;
}

/** `LT` and `FA` may meet: the thumb is on the left hand; `LT` and `F5` do not. */
function isApart(one: Place, other: Place): boolean {
  if (one.side !== undefined && other.side !== undefined && one.side !== other.side) return true;
  return one.part !== undefined && other.part !== undefined && one.part !== other.part;
}

function placesOf({ code, modifiers }: ClaimLine): Place[] {
  const isGreatToe = GREAT_TOE.test(code);
  return modifiers.flatMap((modifier) => {
    const place = placeOf(modifier);
    return place !== undefined && isGreatToe ? { ...place, part: place.side === 'left' ? 'TA' : 'T5' } : (place ?? []);
  });
}

/** Bunion operations: the side is the great toe of that side. */
const GREAT_TOE = /^(28289|2829[1-9])$/;

function placeOf(modifier: string): Place | undefined {
  const coarse = COARSE[modifier];
  if (coarse !== undefined) return { side: coarse, part: undefined };
  if (/^(LC|LD|LM|RC|RI)$/.test(modifier)) return { side: undefined, part: modifier };
  if (/^E[1-4]$/.test(modifier)) return { side: modifier < 'E3' ? 'left' : 'right', part: modifier };
  if (/^[FT][A1-9]$/.test(modifier)) return { side: /[A1-4]$/.test(modifier) ? 'left' : 'right', part: modifier };
  return undefined;
}
