import { comparable } from '../eval/claim-lines.ts';
import type { ClaimLine } from '../model/draft.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { BilledLine } from './billed-claim.ts';
import { isSide } from './modifier-words.ts';

/** How the billed lines of one code differ from the supported ones. */
export interface Difference {
  readonly billedUnits: number;
  readonly supportedUnits: number;
  /** Billed and not supported. */
  readonly extra: readonly string[];
  /** Supported and not billed. */
  readonly lacking: readonly string[];
}

/**
 * Compares as payers read: RT and LT lines are one line with 50, an X modifier says what 59 says, 51 and payers' flags
 * say nothing. A side counts where the code has sides, or where the two claims name different ones; nothing can be said
 * against a side that the note was not found to tell.
 */
export function differenceOf(
  billed: readonly BilledLine[],
  supported: readonly ClaimLine[],
  { official }: Pick<RuleContext, 'official'>,
): Difference {
  const [sent] = comparable(billed, official);
  const [ours] = comparable(supported, official);
  const [sides, ownSides] = [sidesOf(billed), sidesOf(supported)];
  const bilateral = official.fees.find((fee) => fee.code === billed[0]?.code)?.bilateral ?? '1';
  const isTold = bilateral === '1' || sides.length > 0;
  const sentModifiers = new Set([
    ...(sent?.modifiers ?? []).values().filter((modifier) => !isSide(modifier)),
    ...sides.filter((side) => ownSides.length > 0 || side === '50'),
  ]);
  const ownModifiers = new Set([
    ...(ours?.modifiers ?? []).values().filter((modifier) => !isSide(modifier)),
    ...(isTold ? ownSides : []),
  ]);
  return {
    billedUnits: sent?.units ?? 0,
    supportedUnits: ours?.units ?? 0,
    extra: [...sentModifiers].filter((modifier) => !ownModifiers.has(modifier)),
    lacking: [...ownModifiers].filter((modifier) => !sentModifiers.has(modifier)),
  };
}

/** Sides as one line tells them: two lines of RT and LT are 50. */
function sidesOf(lines: readonly { readonly modifiers: readonly string[] }[]): string[] {
  const sides = [...new Set(lines.flatMap(({ modifiers }) => modifiers.filter(isSide)))];
  return sides.includes('RT') && sides.includes('LT')
    ? [...new Set([...sides.filter((side) => side !== 'RT' && side !== 'LT'), '50'])]
    : sides;
}
