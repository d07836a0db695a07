import { qualifyingCircumstances } from '../../../../src/core/rules/anesthesia/qualifying-circumstances.ts';
import { billed } from '../../../support/a-visit.ts';
import { commercialRecord, record } from '../../../support/role-cases.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const OLD = commercialRecord('Procedure: Hernia repair in an 82-year-old man.');
const ADULT = commercialRecord('Procedure: Hernia repair in a 40-year-old man.', 'Elective case.');

ruleCases(qualifyingCircumstances, /chapter 12, section 50/, [
  { name: 'past 70 a commercial payer gets it', claim: billed('00830-AA x60', '99100'), ...OLD, finds: [] },
  {
    name: 'at 40 it falls',
    claim: billed('00830-AA x60', '99100'),
    ...ADULT,
    finds: ['F qualifying-circumstances'],
    lines: ['00830-AA x60'],
  },
  {
    name: 'Medicare has it inside',
    claim: billed('00830-AA x60', '99100'),
    ...record('Procedure: Hernia repair in an 82-year-old man.'),
    finds: ['F qualifying-circumstances'],
    lines: ['00830-AA x60'],
  },
  {
    name: 'the young age is inside the code for it',
    claim: billed('00834-AA x60', '99100'),
    ...commercialRecord('Procedure: Hernia repair in a 5-month-old boy.'),
    finds: ['F qualifying-circumstances'],
    lines: ['00834-AA x60'],
  },
  {
    name: 'an emergency that is told stands',
    claim: billed('00840-AA x60', '99140'),
    ...commercialRecord('Procedure: Appendectomy.', 'Emergency case for perforation.'),
    finds: [],
  },
  {
    name: 'E behind the status is an emergency',
    claim: billed('00840-AA x60', '99140'),
    ...commercialRecord('Procedure: Appendectomy.', 'ASA 3E.'),
    finds: [],
  },
  {
    name: 'no emergency in the record',
    claim: billed('00830-AA x60', '99140'),
    ...ADULT,
    finds: ['F qualifying-circumstances'],
    lines: ['00830-AA x60'],
  },
  {
    name: 'the emergency department is no emergency',
    claim: billed('00840-AA x60', '99140'),
    ...commercialRecord('Procedure: Appendectomy.', 'Came through the emergency department.'),
    finds: ['F qualifying-circumstances'],
    lines: ['00840-AA x60'],
  },
  {
    name: 'low pressure on purpose stands',
    claim: billed('00190-AA x60', '99135'),
    ...commercialRecord('Procedure: Le Fort osteotomy.', 'Controlled hypotension throughout.'),
    finds: [],
  },
  {
    name: 'without an anesthetic it has nothing to qualify',
    claim: billed('47562', '99140'),
    ...commercialRecord('Procedure: Cholecystectomy.', 'Emergency.'),
    finds: ['F qualifying-circumstances'],
    lines: ['47562'],
  },
]);
