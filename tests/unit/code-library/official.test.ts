import { describe, expect, it } from 'vitest';
import { checkAgreement } from '../../../src/code-library/check/agreement.ts';
import { coverageOf } from '../../../src/code-library/check/coverage.ts';
import { checkCopies } from '../../../src/code-library/check/near-copy.ts';
import type {
  FeeScheduleEdition,
  OfficialCode,
  OfficialCodes,
} from '../../../src/code-library/check/official-codes.ts';
import type { CodeLibrary, CodeRecord } from '../../../src/core/model/code-record.ts';
import type { IsoDate } from '../../../src/core/model/ids.ts';
import { smallLibrary } from '../../support/small-library.ts';

const small = smallLibrary();
const row = (code: string, given: Partial<OfficialCode> = {}): OfficialCode => ({
  code,
  words: 'Made up words',
  status: 'A',
  globalDays: '090',
  bilateral: '0',
  ...given,
});
const schedule = (from: string, rows: readonly OfficialCode[]): FeeScheduleEdition => ({
  name: `PFS ${from}`,
  from: from as IsoDate,
  codes: new Map(rows.map((each) => [each.code, each])),
});
const official = (given: Partial<OfficialCodes>): OfficialCodes => ({
  feeSchedules: [],
  addOns: new Map(),
  pairs: new Map(),
  ...given,
});

/** The small library with one record changed, and nothing but that record. */
function only(code: string, change: (record: CodeRecord) => CodeRecord = (record) => record): CodeLibrary {
  return { ...small, codes: small.codes.filter((record) => record.code === code).map(change) };
}
const day = (text: string) => text as IsoDate;
const BOTH = [schedule('2025-10-01', [row('47562')]), schedule('2026-07-01', [row('47562')])];
const ENDED = [schedule('2025-10-01', [row('47562')]), schedule('2026-07-01', [])];
const NEW = [schedule('2025-10-01', []), schedule('2026-07-01', [row('47562')])];

describe('the library against the official files', () => {
  it.each<[string, CodeLibrary, Partial<OfficialCodes>, string[]]>([
    ['a code of both years', only('47562'), { feeSchedules: BOTH }, []],
    ['a code that nobody knows', only('47563'), { feeSchedules: BOTH }, ['is in no fee schedule']],
    ['a code that ended', only('47562'), { feeSchedules: ENDED }, ['is not in PFS 2026-07-01: validTo is missing']],
    [
      'a code that ended, and says so',
      only('47562', (code) => ({ ...code, validTo: day('2025-12-31') })),
      { feeSchedules: ENDED },
      [],
    ],
    ['a code that is new', only('47562'), { feeSchedules: NEW }, ['begins with PFS 2026-07-01: validFrom is missing']],
    [
      'a code that is new, and says so',
      only('47562', (code) => ({ ...code, validFrom: day('2026-01-01') })),
      { feeSchedules: NEW },
      [],
    ],
    [
      'a code ended here alone',
      only('47562', (code) => ({ ...code, validTo: day('2025-12-31') })),
      { feeSchedules: BOTH },
      ['has ended here, not there'],
    ],
    ['a code that ended long ago', only('37226'), { feeSchedules: BOTH }, []],
    [
      'sides where the record knows none',
      only('47562'),
      { feeSchedules: [schedule('2025-10-01', [row('47562', { bilateral: '1' })])] },
      ['bilateral indicator 1, but target unpaired'],
    ],
    [
      'sides of a paired record',
      only('66984'),
      { feeSchedules: [schedule('2025-10-01', [row('66984', { bilateral: '1' })])] },
      [],
    ],
    [
      'an add-on by the list',
      only('47562'),
      { addOns: new Map([['47562', ['47600']]]) },
      ['is an add-on by the NCCI list'],
    ],
    [
      'an add-on here alone',
      only('22552'),
      { addOns: new Map([['99999', []]]), feeSchedules: [schedule('2025-10-01', [row('22552')])] },
      ['add-on here, neither listed nor ZZZ there'],
    ],
    ['an add-on of the list', only('22552'), { addOns: new Map([['22552', ['22551']]]) }, []],
    [
      'an edit that is not in force',
      only('47562', citing('PTP')),
      { pairs: new Map([['1 2', '0']]) },
      ['cites an edit with 49999 that is not in force'],
    ],
    [
      'an edit with another indicator',
      only('47562', citing('PTP indicator 0')),
      { pairs: new Map([['49999 47562', '1']]) },
      ['the edit with 49999 has indicator 1, not 0'],
    ],
    ['an edit as it is', only('47562', citing('PTP indicator 0')), { pairs: new Map([['47562 49999', '0']]) }, []],
  ])('finds in %s', (_, library, given, what) => {
    expect(checkAgreement(library, official(given)).map((problem) => problem.what)).toEqual(what);
  });

  it('finds four words in a row of the official text, and not three', () => {
    const library = only('47562', (code) => ({ ...code, says: 'Here the bile bag is taken by ports.' }));
    const words = (text: string) =>
      official({ feeSchedules: [schedule('2025-10-01', [row('47562', { words: text })])] });
    expect(checkCopies(library, words('Bile bag is taken'))).toHaveLength(1);
    expect(checkCopies(library, words('Bile bag is removed'))).toEqual([]);
    expect(checkCopies(library, words('Bile bag'))).toEqual([]);
  });

  it('counts the active codes of each subsection', () => {
    const rows = [row('47562'), row('47999'), row('47001', { status: 'I' }), row('0001T'), row('99213')];
    expect(coverageOf(small, official({ feeSchedules: [schedule('2025-10-01', rows)] }))).toEqual([
      { title: 'Surgery: digestive', active: 2, missing: ['47999'] },
      { title: 'Evaluation and management', active: 1, missing: ['99213'] },
      { title: 'Category III', active: 1, missing: ['0001T'] },
    ]);
  });
});

function citing(authority: string): (code: CodeRecord) => CodeRecord {
  return (code) => ({ ...code, never: [{ code: '49999', when: 'always', why: 'made up', authority }] });
}
