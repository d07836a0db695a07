import type { CaseSettings, Payer } from '../../src/core/model/consultation.ts';
import type { Draft } from '../../src/core/model/draft.ts';
import type { IsoDate } from '../../src/core/model/ids.ts';
import type { OfficialFacts } from '../../src/core/model/official.ts';
import { claimOf, EDITIONS, feeOf, type Given, lineOf } from './a-claim.ts';

/** A visit note of the usual parts, with another title, assessment or plan where a test wants it. */
export function visitNote(
  title: string,
  { exam = 'Swelling.', assessment = 'Knee osteoarthritis, worse.', plan = 'Start meloxicam 15 mg.' } = {},
): string {
  return `${title}\nHPI: As told.\nEXAM: ${exam}\nASSESSMENT: ${assessment}\nPLAN: ${plan}`;
}

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

/** Settings told by the mail: payer, day, place. */
export function told(
  payer: Payer,
  { day = '2025-07-01', place, pos }: { day?: string; place?: 'office' | 'facility'; pos?: string } = {},
): NonNullable<Given['settings']> {
  const settings: Partial<CaseSettings> = {
    payer: { value: payer, from: 'mail' },
    dateOfService: { value: day as IsoDate, from: 'mail' },
  };
  return place === undefined ? settings : { ...settings, place: { value: place, from: 'mail', pos } };
}
