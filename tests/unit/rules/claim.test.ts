import { describe, expect, it } from 'vitest';
import { applyRules } from '../../../src/core/rules/apply-rules.ts';
import { sequence } from '../../../src/core/rules/payment/sequence.ts';
import { titleVsBody } from '../../../src/core/rules/proof/title-vs-body.ts';
import { claimOf, EDITIONS, feeOf, left, lineOf, ruled } from '../../support/a-claim.ts';
import { codeNote } from '../../support/code-a-note.ts';
import { smallEngine } from '../../support/small-library.ts';

const library = smallEngine();

describe('sequence', () => {
  const fees = [
    feeOf('47562', { totalFacilityRvu: 19, totalNonFacilityRvu: 19 }),
    feeOf('29881', { totalFacilityRvu: 14, totalNonFacilityRvu: 30 }),
    feeOf('22551', { totalFacilityRvu: 52 }),
    feeOf('22552', { totalFacilityRvu: 12 }),
  ];
  const official = { editions: EDITIONS, fees };

  it('stands lines by total value and add-ons under their parent', () => {
    const lines = [
      lineOf('29881'),
      lineOf('22552', { parent: lineOf('22551').code }),
      lineOf('47562'),
      lineOf('22551'),
    ];
    const ruling = ruled(sequence, claimOf(lines), { official });
    expect(left(ruling)).toEqual(['22551', '22552', '47562', '29881']);
    expect(ruling.draft.lines.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it('counts both sides at one and a half', () => {
    const lines = [lineOf('47562'), lineOf('29881', { modifiers: ['50'] })];
    expect(left(ruled(sequence, claimOf(lines), { official }))).toEqual(['29881-50', '47562']);
  });

  it('takes the value of the place', () => {
    const ruling = ruled(sequence, claimOf([lineOf('47562'), lineOf('29881')]), {
      official,
      facts: { sender: 'POS 11' },
    });
    expect(left(ruling)).toEqual(['29881', '47562']);
    expect(ruling.draft.lines[0]).toMatchObject({ totalRvu: 30, globalDays: '090' });
  });

  it('leaves the order alone without a fee schedule', () => {
    expect(left(ruled(sequence, claimOf([lineOf('29881'), lineOf('47562')])))).toEqual(['29881', '47562']);
  });
});

describe('title-vs-body', () => {
  it('says that a titled procedure is not billed', () => {
    const text =
      'PROCEDURE: 1. Lap chole.\n2. Left knee arthroscopy.\nTECHNIQUE: The knee arthroscopy was not performed.';
    const { context, draft } = codeNote(text, library);
    expect(titleVsBody(draft, context).findings[0]?.text).toMatch(/1 titled procedure/);
  });

  it('is silent when title and claim agree', () => {
    const { context, draft } = codeNote('PROCEDURE: Lap chole.', library);
    expect(titleVsBody(draft, context).findings).toEqual([]);
  });
});

describe('all rules together', () => {
  it('name rule, authority, edition and state in every finding', () => {
    const { ruled: done } = codeNote('PROCEDURE: 1. Lap chole.\n2. Right knee arthroscopy.', library);
    expect(done.findings.length).toBeGreaterThan(2);
    for (const { rule, authority, edition, state } of done.findings) {
      expect([rule, authority, edition, state].every((field) => field !== '')).toBe(true);
    }
  });

  it('say "not checked", one line each, when no official data is loaded', () => {
    const { ruled: done } = codeNote('PROCEDURE: 1. ACDF C3-C6.\n2. Right knee arthroscopy.', library);
    const open = done.findings.filter(({ state }) => state === 'not-checked').map(({ rule }) => rule);
    expect(open.toSorted()).toEqual(['add-on-parent', 'fee-schedule', 'mue', 'ptp']);
  });

  it('say once that the diagnoses were not checked for the date', () => {
    const { ruled: done } = codeNote('POSTOPERATIVE DIAGNOSIS: Gallstones.\nPROCEDURE: Lap chole.', library);
    const open = done.findings.filter(({ rule, state }) => state === 'not-checked' && rule.startsWith('dx-'));
    expect(open.map(({ rule, severity }) => [rule, severity])).toEqual([['dx-valid', 'I']]);
  });

  it('change nothing when they run twice', () => {
    const { context, ruled: once } = codeNote('PROCEDURE: 1. ACDF C3-C6.\n2. Right knee arthroscopy.', library);
    expect(applyRules(once, context)).toEqual(once);
  });
});
