import { physicalStatus } from '../../../../src/core/rules/anesthesia/physical-status.ts';
import { billed } from '../../../support/a-visit.ts';
import { commercialRecord, record } from '../../../support/role-cases.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const LINES = ['Procedure: Hernia repair.', 'ASA III.'];

ruleCases(physicalStatus, /chapter 12, section 50/, [
  {
    name: 'Medicare gets none',
    claim: billed('00830-AA-P3 x60'),
    ...record(...LINES),
    finds: [],
    lines: ['00830-AA x60'],
  },
  {
    name: 'Medicare is not asked for one',
    claim: billed('00830-AA x60'),
    ...record('Procedure: Hernia repair.'),
    finds: [],
    asks: [],
  },
  {
    name: 'a commercial payer gets the one of the record',
    claim: billed('00830-AA x60'),
    ...commercialRecord(...LINES),
    finds: [],
    lines: ['00830-AA-P3 x60'],
    asks: [],
  },
  {
    name: 'the right one stands',
    claim: billed('00830-AA-P3 x60'),
    ...commercialRecord(...LINES),
    finds: [],
    asks: [],
  },
  {
    name: 'a higher one than the record tells is replaced',
    claim: billed('00830-AA-P4 x60'),
    ...commercialRecord(...LINES),
    finds: ['F physical-status'],
    lines: ['00830-AA-P3 x60'],
  },
  {
    name: 'two of them are one',
    claim: billed('00830-AA-P2-P3 x60'),
    ...commercialRecord(...LINES),
    finds: ['F physical-status'],
    lines: ['00830-AA-P3 x60'],
  },
  {
    name: 'where the record is silent the sender is asked, and nothing waits',
    claim: billed('00830-AA x60'),
    ...commercialRecord('Procedure: Hernia repair.'),
    finds: [],
    asks: ['anesthesia.status'],
  },
  {
    name: 'the billed one stands where the record is silent',
    claim: billed('00830-AA-P2 x60'),
    ...commercialRecord('Procedure: Hernia repair.'),
    finds: [],
    asks: [],
  },
  {
    name: 'written in digits with an E',
    claim: billed('00840-AA x60'),
    ...commercialRecord('Procedure: Appendectomy.', 'ASA physical status: 2E'),
    finds: [],
    lines: ['00840-AA-P2 x60'],
  },
  { name: 'an operation has none', claim: billed('47562'), ...commercialRecord(...LINES), finds: [], asks: [] },
]);
