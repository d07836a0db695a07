import { ptpPairs } from '../../../../src/core/rules/edits/ptp-pairs.ts';
import { claimOf, lineOf, quote } from '../../../support/a-claim.ts';
import { editsOf, pairOf } from '../../../support/a-pair.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const BOWEL =
  'PROCEDURE: Push enteroscopy.\nTECHNIQUE: A polyp of the proximal jejunum was removed by snare. Further on six forceps bites were taken of the mid jejunum.';
const JAR =
  'PROCEDURE: Push enteroscopy.\nTECHNIQUE: A polyp was removed by snare. Six forceps bites were taken and went to another jar.';
const enteroscopy = (note: string) =>
  claimOf([
    lineOf('44364', { evidence: [quote('removed by snare', note)] }),
    lineOf('44361', { evidence: [quote('bites were taken', note)] }),
  ]);

ruleCases(ptpPairs, /^NCCI/, [
  {
    name: 'another part of the small bowel earns XS',
    note: BOWEL,
    claim: enteroscopy(BOWEL),
    official: editsOf(pairOf('44364', '44361', '1', { rationale: 'More extensive procedure' })),
    finds: [],
    lines: ['44364', '44361-XS'],
  },
  {
    name: 'what went to another jar came from another place',
    note: JAR,
    claim: enteroscopy(JAR),
    official: editsOf(pairOf('44364', '44361', '1', { rationale: 'More extensive procedure' })),
    finds: [],
    lines: ['44364', '44361-59'],
  },
]);
