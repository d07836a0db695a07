import type { IsoDate } from '../../../../src/core/model/ids.ts';
import { narrativePolicy } from '../../../../src/core/rules/edits/narrative-policy.ts';
import { claimOf, lineOf } from '../../../support/a-claim.ts';
import { editsOf } from '../../../support/a-pair.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const NEAR = [
  { kind: 'ptp', name: 'NCCI 2024Q3', effectiveFrom: '2024-07-01' as IsoDate, effectiveTo: '2024-09-30' as IsoDate },
] as const;
const claim = (...codes: string[]) => claimOf(codes.map((code) => lineOf(code)));
const fell = (lines: string[]) => ({ finds: ['F ncci-policy'], lines });

ruleCases(narrativePolicy, /^NCCI Policy Manual ch\. \d/, [
  { name: 'a look into the belly beside a laparoscopic operation', claim: claim('49320', '44970'), ...fell(['44970']) },
  { name: 'a look into the knee beside an arthroscopic one', claim: claim('29881', '29870'), ...fell(['29881']) },
  {
    name: 'a look into the bladder beside a treatment through the scope',
    claim: claim('52000', '52332'),
    ...fell(['52332']),
  },
  { name: 'exploring the belly beside an open resection', claim: claim('44140', '49000'), ...fell(['44140']) },
  { name: 'freeing adhesions beside an open resection', claim: claim('44005', '44140'), ...fell(['44140']) },
  { name: 'exploring the chest beside a resection of the lung', claim: claim('32100', '32480'), ...fell(['32480']) },
  { name: 'closing the dura beside a decompression', claim: claim('63047', '63707'), ...fell(['63047']) },
  { name: 'exploring a fusion beside a new one', claim: claim('22830', '22612'), ...fell(['22612']) },
  { name: 'a look alone', claim: claim('49320'), finds: [] },
  { name: 'a look elsewhere', claim: claim('29870', '44970'), finds: [] },
  {
    name: 'a look into the other knee',
    claim: claimOf([lineOf('29870', { modifiers: ['LT'] }), lineOf('29881', { modifiers: ['RT'] })]),
    finds: [],
  },
  {
    name: 'a look in another session',
    claim: claimOf([lineOf('49320'), lineOf('44970', { modifiers: ['58'] })]),
    finds: [],
  },
  {
    name: 'an edition that knows both codes has decided',
    claim: claim('49320', '44970'),
    official: editsOf(),
    finds: [],
  },
  {
    name: 'a code younger than the edition was not decided',
    claim: claim('49320', '44970'),
    official: { editions: NEAR, unpaired: ['44970'] },
    ...fell(['44970']),
  },
]);
