import { telehealthCodes } from '../../../../src/core/rules/visits/telehealth-codes.ts';
import { EDITIONS, feeOf } from '../../../support/a-claim.ts';
import { billed, told } from '../../../support/a-visit.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const on = (payer: 'medicare' | 'commercial', day: string) => told(payer, { day });

ruleCases(telehealthCodes, /telemedicine visits/, [
  {
    name: 'a video visit of 2025 is not for Medicare',
    claim: billed('98006'),
    settings: on('medicare', '2025-07-01'),
    official: { editions: EDITIONS, fees: [feeOf('98006', { status: 'I' })] },
    finds: ['F telehealth-codes'],
    lines: [],
  },
  {
    name: 'nor one by sound only',
    claim: billed('98013'),
    settings: on('medicare', '2026-03-01'),
    finds: ['F telehealth-codes'],
    lines: [],
  },
  {
    name: 'the check-in is',
    claim: billed('98016'),
    settings: on('medicare', '2025-07-01'),
    finds: [],
  },
  {
    name: 'another payer may take them',
    claim: billed('98006'),
    settings: on('commercial', '2025-07-01'),
    finds: [],
  },
  {
    name: 'none of them before 2025',
    claim: billed('98006', '98016'),
    settings: on('commercial', '2024-12-31'),
    finds: ['F telehealth-codes', 'F telehealth-codes'],
    lines: [],
  },
  {
    name: 'the telephone codes ended with 2024',
    claim: billed('99442'),
    settings: on('commercial', '2025-01-01'),
    finds: ['F telehealth-codes'],
    lines: [],
  },
  {
    name: 'for Medicare too',
    claim: billed('99443', '93010'),
    settings: on('medicare', '2026-01-01'),
    finds: ['F telehealth-codes'],
    lines: ['93010'],
  },
  {
    name: 'and were valid until then',
    claim: billed('99442'),
    settings: on('medicare', '2024-12-31'),
    finds: [],
  },
  {
    name: 'an office code is none of them',
    claim: billed('99214-95'),
    settings: on('medicare', '2025-07-01'),
    finds: [],
  },
]);
