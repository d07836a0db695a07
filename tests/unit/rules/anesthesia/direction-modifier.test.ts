import { directionModifier } from '../../../../src/core/rules/anesthesia/direction-modifier.ts';
import { billed } from '../../../support/a-visit.ts';
import { record } from '../../../support/role-cases.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const ALONE = record('Procedure: Hernia repair.', 'Anesthesiologist personally performed the anesthetic.');
const DIRECTED = record('Procedure: Hernia repair.', 'Anesthesiologist medically directing 3 CRNAs. CRNA in the room.');
const SILENT = record('Procedure: Hernia repair.', 'Uneventful course.');

ruleCases(directionModifier, /chapter 12, section 50/, [
  { name: 'AA alone stands', claim: billed('00830-AA x60'), ...ALONE, finds: [], asks: [] },
  {
    name: 'what the record tells is put first',
    claim: billed('00830-QS x60'),
    ...ALONE,
    finds: [],
    lines: ['00830-AA-QS x60'],
  },
  { name: 'QK of three at a time stands', claim: billed('00830-QK x60'), ...DIRECTED, finds: [] },
  { name: 'the nurse anesthetist of a directed case bills QX', claim: billed('00830-QX x60'), ...DIRECTED, finds: [] },
  {
    name: 'AA is not what a directing physician bills',
    claim: billed('00830-AA x60'),
    ...DIRECTED,
    finds: ['F direction-modifier'],
    lines: ['00830-QK x60'],
  },
  {
    name: 'QK is not what a physician alone bills',
    claim: billed('00830-QK x60'),
    ...ALONE,
    finds: ['F direction-modifier'],
    lines: ['00830-AA x60'],
  },
  {
    name: 'five at a time is supervision',
    claim: billed('00830-QK x60'),
    ...record('Procedure: Hernia repair.', 'Anesthesiologist supervising 5 concurrent cases. CRNA in the room.'),
    finds: ['F direction-modifier'],
    lines: ['00830-AD x60'],
  },
  {
    name: 'one nurse anesthetist directed is QY',
    claim: billed('00830 x60'),
    ...record('Procedure: Hernia repair.', 'Anesthesiologist medically directing 1 CRNA. CRNA in the room.'),
    finds: [],
    lines: ['00830-QY x60'],
  },
  {
    name: 'a nurse anesthetist without direction is QZ',
    claim: billed('00830-QX x60'),
    ...record('Procedure: Hernia repair.', 'CRNA without medical direction.'),
    finds: ['F direction-modifier'],
    lines: ['00830-QZ x60'],
  },
  {
    name: 'where the record is silent the line waits',
    claim: billed('00830 x60'),
    ...SILENT,
    finds: [],
    lines: ['00830 x60 (held)'],
    asks: ['anesthesia.direction'],
  },
  {
    name: 'two that contradict each other wait',
    claim: billed('00830-AA-QZ x60'),
    ...SILENT,
    finds: ['F direction-modifier'],
    lines: ['00830 x60 (held)'],
    asks: ['anesthesia.direction'],
  },
  {
    name: 'sides and 51 do not belong',
    claim: billed('01402-AA-RT-51 x90'),
    ...ALONE,
    finds: ['W direction-modifier'],
    lines: ['01402-AA x90'],
  },
  {
    name: 'AA on a block is taken off',
    claim: billed('00830-AA x60', '64447-AA-59'),
    ...ALONE,
    finds: ['W direction-modifier'],
    lines: ['00830-AA x60', '64447-59'],
  },
  { name: 'G9 stands for QS', claim: billed('00812-AA-QS-G9 x25'), ...ALONE, finds: [], lines: ['00812-AA-G9 x25'] },
]);
