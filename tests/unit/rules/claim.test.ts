import { describe, expect, it } from 'vitest';
import { applyRules } from '../../../src/core/rules/apply-rules.ts';
import { diagnosesValid } from '../../../src/core/rules/diagnoses/diagnoses-valid.ts';
import { sequence } from '../../../src/core/rules/payment/sequence.ts';
import { titleVsBody } from '../../../src/core/rules/proof/title-vs-body.ts';
import { claimOf, diagnosisOf, EDITIONS, feeOf, left, lineOf, ruled } from '../../support/a-claim.ts';
import { codeNote } from '../../support/code-a-note.ts';
import { smallEngine } from '../../support/small-library.ts';

const library = smallEngine();

describe('diagnoses-valid', () => {
  const many = ['K80.20', 'K81.0', 'S83.241A', 'H25.11', 'H25.12'];

  it('keeps known diagnoses and drops unknown ones', () => {
    const { draft, findings } = ruled(
      diagnosesValid,
      claimOf([lineOf('47562')], [diagnosisOf('K80.20'), diagnosisOf('Z99.9')]),
    );
    expect(draft.diagnoses.map(({ code }) => code)).toEqual(['K80.20']);
    expect(findings).toMatchObject([{ rule: 'dx-valid', severity: 'F', codes: ['Z99.9'] }]);
  });

  it('points every line to at most four diagnoses of the claim', () => {
    const { draft } = ruled(
      diagnosesValid,
      claimOf(
        [lineOf('47562')],
        many.map((code) => diagnosisOf(code)),
      ),
    );
    expect(draft.lines[0]?.dx).toEqual(many.slice(0, 4));
  });

  it('takes pointers to dropped diagnoses away', () => {
    const dx = [diagnosisOf('K80.20').code, diagnosisOf('Z99.9').code];
    const { draft } = ruled(
      diagnosesValid,
      claimOf([lineOf('47562', { dx })], [diagnosisOf('K80.20'), diagnosisOf('Z99.9')]),
    );
    expect(draft.lines[0]?.dx).toEqual(['K80.20']);
  });

  it.each([
    ['probable gallstones'],
    ['suspected gallstones'],
    ['working diagnosis: gallstones'],
    ['compatible with gallstones'],
    ['concern for gallstones'],
    ['gallstones versus sludge'],
    ['rule out gallstones'],
    ['likely gallstones'],
  ])('drops a diagnosis documented as "%s"', (words) => {
    const uncertain = { ...diagnosisOf('K80.20'), evidence: [{ quote: words, start: 0, end: words.length }] };
    const { draft, findings } = ruled(diagnosesValid, claimOf([lineOf('47562')], [uncertain]));
    expect(draft.diagnoses).toEqual([]);
    expect(findings).toMatchObject([{ authority: 'ICD-10-CM Guidelines IV.H' }]);
  });
});

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

  it('change nothing when they run twice', () => {
    const { context, ruled: once } = codeNote('PROCEDURE: 1. ACDF C3-C6.\n2. Right knee arthroscopy.', library);
    expect(applyRules(once, context)).toEqual(once);
  });
});
