import { moderateSedation } from '../../../../src/core/rules/anesthesia/moderate-sedation.ts';
import { billed } from '../../../support/a-visit.ts';
import { REAL_LIBRARY } from '../../../support/real-library.ts';
import { COMMERCIAL, OFFICE } from '../../../support/role-cases.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const note = (...lines: readonly string[]) => ({
  note: ['PROCEDURE: Bronchoscopy.', ...lines].join('\n'),
  library: REAL_LIBRARY,
});
const FULL = note(
  'Moderate sedation for 26 minutes under my direction; an independent trained nurse watched the patient.',
);
const SHORT = note('Moderate sedation time 8 minutes; a trained observer was present.');

ruleCases(moderateSedation, /CPT moderate sedation/, [
  { name: 'time and watcher told: it stands', claim: billed('31622', '99152'), ...FULL, finds: [], asks: [] },
  {
    name: 'under ten minutes it falls',
    claim: billed('31622', '99152'),
    ...SHORT,
    finds: ['F moderate-sedation'],
    lines: ['31622'],
  },
  {
    name: 'without minutes or watcher it waits for the surgeon',
    claim: billed('31622', '99152'),
    ...note('Moderate sedation with Versed and fentanyl.'),
    finds: ['Q moderate-sedation'],
    lines: ['31622', '99152 (held)'],
    asks: ['sedation.time'],
  },
  {
    name: 'what anesthesia staff gave is not the operator’s',
    claim: billed('31622', '99152'),
    ...note('Moderate sedation given by anesthesia, 30 minutes.'),
    finds: ['F moderate-sedation'],
    lines: ['31622'],
  },
  {
    name: 'Medicare has a code of its own for gut scopes',
    claim: billed('45385', '99152'),
    ...FULL,
    finds: ['F moderate-sedation'],
    lines: ['45385', 'G0500'],
  },
  { name: 'which stands', claim: billed('45385', 'G0500'), ...FULL, finds: [] },
  {
    name: 'and is nobody else’s',
    claim: billed('45385', 'G0500'),
    ...FULL,
    settings: { payer: COMMERCIAL },
    finds: ['F moderate-sedation'],
    lines: ['45385', '99152'],
  },
  {
    name: 'further time in a facility is not the physician’s',
    claim: billed('31622', '99152', '99153'),
    ...FULL,
    finds: ['F moderate-sedation'],
    lines: ['31622', '99152'],
  },
  {
    name: 'in the office it is counted from 23 minutes on',
    claim: billed('31622', '99152', '99153 x2'),
    ...FULL,
    settings: { place: OFFICE },
    finds: ['F moderate-sedation'],
    lines: ['31622', '99152', '99153'],
  },
  { name: 'no sedation on the claim, nothing to judge', claim: billed('31622'), ...SHORT, finds: [], asks: [] },
]);
