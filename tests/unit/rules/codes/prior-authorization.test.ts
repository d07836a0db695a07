import type { CaseSettings } from '../../../../src/core/model/consultation.ts';
import type { IsoDate } from '../../../../src/core/model/ids.ts';
import { priorAuthorization } from '../../../../src/core/rules/codes/prior-authorization.ts';
import { claimOf, lineOf } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const on = (day: string, given: Partial<CaseSettings> = {}): Partial<CaseSettings> => ({
  dateOfService: { value: day as IsoDate, from: 'note' },
  payer: { value: 'medicare', from: 'assumed' },
  ...given,
});
const fusion = claimOf([lineOf('22551'), lineOf('22552')]);
const STATE = ['prior-authorization.state'];

ruleCases(priorAuthorization, /WISeR/, [
  { name: 'asks for the state, never guesses it', claim: fusion, settings: on('2026-02-10'), finds: [], asks: STATE },
  { name: 'from the first day of the model on', claim: fusion, settings: on('2026-01-15'), finds: [], asks: STATE },
  { name: 'not on the day before', claim: fusion, settings: on('2026-01-14'), finds: [], asks: [] },
  {
    name: 'warns in a state of the model',
    claim: fusion,
    settings: on('2026-02-10'),
    facts: { sender: 'Please code, state: TX, outpatient' },
    finds: ['W prior-authorization'],
    asks: [],
  },
  {
    name: 'warns where the state is written out',
    claim: claimOf([lineOf('64483')]),
    settings: on('2026-03-01'),
    facts: { sender: 'Our clinic is in New Jersey.' },
    finds: ['W prior-authorization'],
    asks: [],
  },
  {
    name: 'is silent in another state',
    claim: fusion,
    settings: on('2026-02-10'),
    facts: { sender: 'state: CA' },
    finds: [],
    asks: [],
  },
  {
    name: 'is silent for another payer',
    claim: fusion,
    settings: on('2026-02-10', { payer: { value: 'commercial', from: 'mail' } }),
    finds: [],
    asks: [],
  },
  {
    name: 'is silent for a Medicare Advantage plan',
    claim: fusion,
    settings: on('2026-02-10', { payer: { value: 'medicare', from: 'mail', plan: 'Medicare Advantage' } }),
    finds: [],
    asks: [],
  },
  {
    name: 'is silent for an inpatient',
    claim: fusion,
    settings: on('2026-02-10', { place: { value: 'facility', from: 'mail', pos: '21' } }),
    finds: [],
    asks: [],
  },
  {
    name: 'is silent for a gallbladder',
    claim: claimOf([lineOf('47562')]),
    settings: on('2026-02-10'),
    finds: [],
    asks: [],
  },
]);
