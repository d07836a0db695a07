import { surgeonAnesthesia } from '../../../../src/core/rules/anesthesia/surgeon-anesthesia.ts';
import { billed, globals } from '../../../support/a-visit.ts';
import { REAL_LIBRARY } from '../../../support/real-library.ts';
import { ANESTHESIA, COMMERCIAL } from '../../../support/role-cases.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const NOTE = {
  note: 'PROCEDURE: Carpal tunnel release.\nTECHNIQUE: A Bier block was given by me.',
  library: REAL_LIBRARY,
};
const LOCAL = {
  note: 'PROCEDURE: Carpal tunnel release.\nTECHNIQUE: Lidocaine was infiltrated.',
  library: REAL_LIBRARY,
};

ruleCases(surgeonAnesthesia, /NCCI Policy Manual, chapter 2/, [
  {
    name: 'an anesthesia code beside the own operation falls',
    claim: billed('64721', '01810 x30'),
    ...NOTE,
    finds: ['F surgeon-anesthesia'],
    lines: ['64721'],
  },
  {
    name: 'a block for the own operation falls',
    claim: billed('64721', '64450'),
    ...NOTE,
    finds: ['F surgeon-anesthesia'],
    lines: ['64721'],
  },
  {
    name: 'a block for the pain afterwards falls too, whatever modifier',
    claim: billed('29827', '64415-59'),
    ...NOTE,
    finds: ['F surgeon-anesthesia'],
    lines: ['29827'],
  },
  {
    name: 'Medicare pays no 47',
    claim: billed('64721-47'),
    ...NOTE,
    finds: ['W surgeon-anesthesia'],
    lines: ['64721'],
  },
  {
    name: 'a commercial payer may, for a regional block',
    claim: billed('64721-47'),
    ...NOTE,
    settings: { payer: COMMERCIAL },
    finds: [],
  },
  {
    name: 'not for local infiltration',
    claim: billed('64721-47'),
    ...LOCAL,
    settings: { payer: COMMERCIAL },
    finds: ['F surgeon-anesthesia'],
    lines: ['64721'],
  },
  { name: 'a block alone is a treatment', claim: billed('64415'), ...NOTE, finds: [] },
  { name: 'a block beside a joint injection is a treatment', claim: billed('64450', '20610'), ...NOTE, finds: [] },
  {
    name: 'an injection of the spine beside an operation is not judged here',
    claim: billed('64721', '64483'),
    ...NOTE,
    finds: [],
  },
  {
    name: 'a test of no days is no operation',
    claim: billed('31231', '64400'),
    ...NOTE,
    official: globals({ '31231': '000', '64400': '000' }),
    finds: [],
  },
  {
    name: 'the anesthetist bills his own',
    claim: billed('00790-AA x60', '64486-59'),
    ...NOTE,
    settings: ANESTHESIA,
    finds: [],
  },
]);
