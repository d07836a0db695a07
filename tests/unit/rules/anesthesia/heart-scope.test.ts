import { heartScope } from '../../../../src/core/rules/anesthesia/heart-scope.ts';
import { billed } from '../../../support/a-visit.ts';
import { record } from '../../../support/role-cases.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const TITLE = 'Procedure: Mitral valve replacement.';
const FULL = record(TITLE, 'Diagnostic TEE performed with separate interpretation and report.');
const WATCH = record(TITLE, 'TEE was used to monitor the ventricle.');
const NO_REPORT = record(TITLE, 'Diagnostic TEE performed.');

ruleCases(heartScope, /NCCI Policy Manual, chapter 2/, [
  {
    name: 'to find out, with a report: 59',
    claim: billed('00562-AA x300', '93312'),
    ...FULL,
    finds: [],
    lines: ['00562-AA x300', '93312-59'],
  },
  { name: 'the 59 it has stands', claim: billed('00562-AA x300', '93312-59'), ...FULL, finds: [] },
  {
    name: 'to watch by it is inside',
    claim: billed('00562-AA x300', '93312-59'),
    ...WATCH,
    finds: ['F heart-scope'],
    lines: ['00562-AA x300'],
  },
  {
    name: 'to watch by, without 59, it falls silently',
    claim: billed('00562-AA x300', '93312'),
    ...WATCH,
    finds: [],
    lines: ['00562-AA x300'],
  },
  {
    name: 'without a report it is not billed',
    claim: billed('00562-AA x300', '93312'),
    ...NO_REPORT,
    finds: ['Q heart-scope'],
    lines: ['00562-AA x300'],
  },
  { name: 'for a heart doctor it is not judged here', claim: billed('93312'), ...FULL, finds: [] },
  { name: 'an artery line is no scope', claim: billed('00562-AA x300', '36620'), ...WATCH, finds: [] },
  { name: 'an anesthetic alone', claim: billed('00562-AA x300'), ...FULL, finds: [] },
]);
