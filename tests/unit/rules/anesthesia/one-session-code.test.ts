import { oneSessionCode } from '../../../../src/core/rules/anesthesia/one-session-code.ts';
import { billed } from '../../../support/a-visit.ts';
import { record } from '../../../support/role-cases.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const NOTE = record('Procedure: Cholecystectomy and umbilical hernia repair.');

ruleCases(oneSessionCode, /chapter 12, section 50/, [
  { name: 'one code alone stands', claim: billed('00790-AA x95'), ...NOTE, finds: [] },
  {
    name: 'of two operations the one of more base units stands',
    claim: billed('00790-AA x95', '00750-AA x95'),
    ...NOTE,
    finds: ['F one-session-code'],
    lines: ['00790-AA x95'],
  },
  {
    name: 'whatever stands first on the claim',
    claim: billed('00830-AA x60', '00840-AA x60'),
    ...NOTE,
    finds: ['F one-session-code'],
    lines: ['00840-AA x60'],
  },
  {
    name: 'of three codes two fall',
    claim: billed('01400-QZ x70', '01470-QZ x70', '01402-QZ x70'),
    ...NOTE,
    finds: ['F one-session-code', 'F one-session-code'],
    lines: ['01402-QZ x70'],
  },
  {
    name: 'the add-on of a cesarean stands beside labor analgesia',
    claim: billed('01967-AA x240', '01968-AA x55'),
    ...NOTE,
    finds: [],
  },
  {
    name: 'a cesarean after labor analgesia is no second anesthetic',
    claim: billed('01967-AA x240', '01961-AA x55'),
    ...NOTE,
    finds: ['F one-session-code'],
    lines: ['01967-AA x240'],
  },
  { name: 'the burn add-on stands', claim: billed('01952-AA x90', '01953-AA x2'), ...NOTE, finds: [] },
  {
    name: 'another session of the day, told by 78, stands',
    claim: billed('00790-AA x95', '00840-AA-78 x40'),
    ...NOTE,
    finds: [],
  },
  {
    name: 'a day of catheter care stands beside an anesthetic',
    claim: billed('00790-AA x95', '01996'),
    ...NOTE,
    finds: [],
  },
]);
