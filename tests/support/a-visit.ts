import type { Draft } from '../../src/core/model/draft.ts';
import type { OfficialFacts } from '../../src/core/model/official.ts';
import { claimOf, EDITIONS, feeOf, lineOf } from './a-claim.ts';

/** A note of a visit; its quotes are not needed where a rule reads codes only. */
export const OFFICE_NOTE =
  'OFFICE VISIT, established patient.\nHPI: Sore knee.\nEXAM: Swelling.\nASSESSMENT: Knee osteoarthritis, worse.\nPLAN: Start meloxicam 15 mg.';

/** `99213`, `99213-25`, `99417 x2`: a claim of lines as one writes them. */
export function billed(...lines: readonly string[]): Draft {
  return claimOf(
    lines.map((line) => {
      const [, code = '', modifiers = '', units = '1'] = /^(\w{5})((?:-\w\w)*)(?: x(\d+))?$/.exec(line) ?? [];
      return lineOf(code, { modifiers: modifiers.split('-').filter((each) => each !== ''), units: Number(units) });
    }),
  );
}

/** Fee rows by code and global days, in the edition of the tests. */
export function globals(days: Readonly<Record<string, string>>): Partial<OfficialFacts> {
  return {
    editions: EDITIONS,
    fees: Object.entries(days).map(([code, globalDays]) => feeOf(code, { globalDays })),
  };
}
