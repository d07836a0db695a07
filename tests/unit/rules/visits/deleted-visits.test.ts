import { codeValid } from '../../../../src/core/rules/codes/code-valid.ts';
import { billed, told } from '../../../support/a-visit.ts';
import { REAL_LIBRARY } from '../../../support/real-library.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const given = (day: string) => ({ library: REAL_LIBRARY, settings: told('commercial', { day }) });
const gone = (code: string, day: string) => ({
  name: `${code} is gone on ${day}`,
  claim: billed(code, '99213'),
  finds: ['F code-valid'],
  lines: ['99213'],
  ...given(day),
});
const valid = (code: string, day: string) => ({
  name: `${code} is valid on ${day}`,
  claim: billed(code),
  finds: [],
  ...given(day),
});

ruleCases(codeValid, /code sets by date/, [
  gone('99201', '2021-01-01'),
  gone('99217', '2023-01-01'),
  gone('99220', '2025-07-01'),
  gone('99225', '2025-07-01'),
  gone('99241', '2023-01-01'),
  gone('99251', '2024-01-01'),
  gone('99318', '2023-01-01'),
  gone('99335', '2023-06-01'),
  gone('99343', '2023-06-01'),
  gone('99354', '2023-06-01'),
  gone('99442', '2025-01-01'),
  valid('99202', '2025-07-01'),
  valid('99239', '2025-07-01'),
  valid('99316', '2025-07-01'),
  valid('99350', '2025-07-01'),
]);
