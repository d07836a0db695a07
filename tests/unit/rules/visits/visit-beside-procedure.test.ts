import { expect, test } from 'vitest';
import { visitBesideProcedure } from '../../../../src/core/rules/visits/visit-beside-procedure.ts';
import { lineOf } from '../../../support/a-claim.ts';
import { billed, globals, visitNote } from '../../../support/a-visit.ts';
import { codeNote } from '../../../support/code-a-note.ts';
import { REAL_LIBRARY } from '../../../support/real-library.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const DAYS = globals({
  '20610': '000',
  '11042': '000',
  '27447': '090',
  '11402': '010',
  '93000': 'XXX',
  '99213': 'XXX',
});
const PAIRED = {
  ...DAYS,
  pairs: [{ column1: '93000', column2: '99213', indicator: '1' as const, deletedOn: undefined }],
};
const ADDED = billed('99215', '20610');

ruleCases(visitBesideProcedure, /NCCI Policy Manual ch\. I/, [
  {
    name: 'an office visit beside a joint injection is not billed without 25',
    claim: billed('99213', '20610'),
    official: DAYS,
    finds: ['F visit-beside-procedure'],
    lines: ['20610'],
  },
  {
    name: 'with 25 it stands',
    claim: billed('99213-25', '20610'),
    official: DAYS,
    finds: [],
  },
  {
    name: 'beside a procedure of 10 days the same',
    claim: billed('11402', '99203'),
    official: DAYS,
    finds: ['F visit-beside-procedure'],
    lines: ['11402'],
  },
  {
    name: 'the day before a major operation needs 57',
    claim: billed('99222', '27447'),
    official: DAYS,
    finds: ['F visit-beside-procedure'],
    lines: ['27447'],
  },
  {
    name: 'with 57 it stands',
    claim: billed('99222-57', '27447'),
    official: DAYS,
    finds: [],
  },
  {
    name: 'a test without global days and without an edit is billed beside a visit',
    claim: billed('99213', '93000'),
    official: DAYS,
    finds: [],
  },
  {
    name: 'a test with an edit to the visit is not',
    claim: billed('99213', '93000'),
    official: PAIRED,
    finds: ['F visit-beside-procedure'],
    lines: ['93000'],
  },
  {
    name: 'without a fee schedule surgery counts as a procedure',
    claim: billed('99283', '12001'),
    finds: ['F visit-beside-procedure'],
    lines: ['12001'],
  },
  {
    name: 'without a fee schedule a laboratory test does not',
    claim: billed('99213', '81003'),
    finds: [],
  },
  {
    name: 'two E/M codes are not its matter',
    claim: billed('99205', 'G2212'),
    official: DAYS,
    finds: [],
  },
  {
    name: 'prolonged time goes with its visit',
    claim: {
      ...ADDED,
      lines: [...ADDED.lines, lineOf('G2212', { parent: ADDED.lines[0]?.code })],
    },
    official: DAYS,
    finds: ['F visit-beside-procedure'],
    lines: ['20610'],
  },
  {
    name: 'a visit inside the global period is reported beside anything',
    claim: billed('99024', '20610'),
    official: DAYS,
    finds: [],
  },
]);

test('a visit that we drafted ourselves is told among what is not billed, not as a fault', () => {
  const { ruled } = codeNote(
    `${visitNote('OFFICE VISIT, established patient')}\nPROCEDURE: Right knee joint injection. The right knee was injected with lidocaine.`,
    REAL_LIBRARY,
  );
  expect(ruled.notBilled.map(({ code }) => code)).toContain('99214');
  expect(ruled.findings.map(({ rule }) => rule)).not.toContain('visit-beside-procedure');
});
