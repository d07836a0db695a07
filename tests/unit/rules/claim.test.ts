import { describe, expect, it } from 'vitest';
import { applyRules } from '../../../src/core/rules/apply-rules.ts';
import { codeNote } from '../../support/code-a-note.ts';
import { smallEngine } from '../../support/small-library.ts';

const library = smallEngine();

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
    expect(open.toSorted()).toEqual(['add-on-parent', 'fee-status', 'mue', 'ptp']);
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
