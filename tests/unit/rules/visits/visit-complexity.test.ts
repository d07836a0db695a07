import { visitComplexity } from '../../../../src/core/rules/visits/visit-complexity.ts';
import { billed, told, visitNote } from '../../../support/a-visit.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const LASTING = visitNote('OFFICE VISIT, established patient, primary care', {
  assessment: 'Hypertension and diabetes.',
});
const ONCE = visitNote('OFFICE VISIT, new patient', { assessment: 'Ankle sprain.', plan: 'Brace.' });
const medicare = (day: string) => told('medicare', { day });

ruleCases(visitComplexity, /G2211/, [
  {
    name: 'beside an office visit of lasting care',
    claim: billed('99214', 'G2211'),
    note: LASTING,
    settings: medicare('2025-07-01'),
    finds: [],
  },
  {
    name: 'not beside 25',
    claim: billed('99214-25', '20610', 'G2211'),
    note: LASTING,
    settings: medicare('2025-07-01'),
    finds: ['F visit-complexity'],
    lines: ['99214-25', '20610'],
  },
  {
    name: 'from 2025 with the yearly visit',
    claim: billed('99214-25', 'G0439', 'G2211'),
    note: LASTING,
    settings: medicare('2025-02-01'),
    finds: [],
  },
  {
    name: 'and with a vaccine',
    claim: billed('99214-25', 'G0008', 'G2211'),
    note: LASTING,
    settings: medicare('2026-02-01'),
    finds: [],
  },
  {
    name: 'in 2024 not yet',
    claim: billed('99214-25', 'G0439', 'G2211'),
    note: LASTING,
    settings: medicare('2024-10-01'),
    finds: ['F visit-complexity'],
    lines: ['99214-25', 'G0439'],
  },
  {
    name: 'before 2024 it is no code',
    claim: billed('99214', 'G2211'),
    note: LASTING,
    settings: medicare('2023-10-01'),
    finds: ['F visit-complexity'],
    lines: ['99214'],
  },
  {
    name: 'at home from 2026',
    claim: billed('99349', 'G2211'),
    note: LASTING,
    settings: medicare('2026-02-01'),
    finds: [],
  },
  {
    name: 'at home in 2025 not',
    claim: billed('99349', 'G2211'),
    note: LASTING,
    settings: medicare('2025-12-31'),
    finds: ['F visit-complexity'],
    lines: ['99349'],
  },
  {
    name: 'never beside a hospital visit',
    claim: billed('99232', 'G2211'),
    note: LASTING,
    settings: medicare('2026-02-01'),
    finds: ['F visit-complexity'],
    lines: ['99232'],
  },
  {
    name: 'a sprain is no lasting care',
    claim: billed('99203', 'G2211'),
    note: ONCE,
    settings: medicare('2025-07-01'),
    finds: ['W visit-complexity'],
  },
  {
    name: 'other payers differ',
    claim: billed('99214', 'G2211'),
    note: LASTING,
    settings: told('commercial'),
    finds: ['W visit-complexity'],
  },
  { name: 'a visit without it', claim: billed('99214'), note: LASTING, settings: medicare('2025-07-01'), finds: [] },
]);
