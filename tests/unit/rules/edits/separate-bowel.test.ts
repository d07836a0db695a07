import { ptpPairs } from '../../../../src/core/rules/edits/ptp-pairs.ts';
import { claimOf, lineOf, quote } from '../../../support/a-claim.ts';
import { editsOf, pairOf } from '../../../support/a-pair.ts';
import { OPEN, polyps, SAME_PLACE, SCOPE, scope } from '../../../support/bowel-claims.ts';
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

const PIECES =
  'PROCEDURE: Colonoscopy.\nTECHNIQUE: A flat growth of the ascending colon was lifted and snared in pieces. A polyp of the rectum was taken with the cold snare.';
const lifted = (resection: readonly string[], snare: readonly string[]) =>
  claimOf([
    lineOf('45390', {
      modifiers: resection,
      evidence: [quote('flat growth of the ascending colon was lifted and snared in pieces', PIECES)],
    }),
    lineOf('45385', {
      modifiers: snare,
      evidence: [quote('polyp of the rectum was taken with the cold snare', PIECES)],
    }),
  ]);
const resections = editsOf(pairOf('45385', '45390', '1'));

ruleCases(ptpPairs, /^NCCI/, [
  {
    name: 'the passage of the resection is no place of the snare, though it tells one',
    note: PIECES,
    claim: lifted(['59'], []),
    official: resections,
    finds: [],
    lines: ['45390-59', '45385'],
  },
  {
    name: '59 on column 1 goes to column 2, which earns it',
    note: PIECES,
    claim: lifted([], ['59']),
    official: resections,
    finds: [],
    lines: ['45390-59', '45385'],
  },
  {
    name: 'an X modifier of another kind on column 1 does not stay there',
    note: PIECES,
    claim: lifted([], ['XE']),
    official: resections,
    finds: ['W ptp'],
    lines: ['45390-XS', '45385'],
  },
  {
    name: 'another segment of the bowel earns XS',
    note: SCOPE,
    claim: scope(SCOPE),
    official: polyps,
    finds: [],
    lines: ['45385', '45380-XS'],
  },
  {
    name: '59 that is earned stays 59',
    note: SCOPE,
    claim: scope(SCOPE, ['59']),
    official: polyps,
    finds: [],
    lines: ['45385', '45380-59'],
  },
  {
    name: 'an X modifier of another kind is put right',
    note: SCOPE,
    claim: scope(SCOPE, ['XE']),
    official: polyps,
    finds: ['W ptp'],
    lines: ['45385', '45380-XS'],
  },
  {
    name: 'a payer other than Medicare gets 59',
    note: SCOPE,
    claim: scope(SCOPE),
    official: polyps,
    settings: { payer: { value: 'commercial', from: 'mail' } },
    finds: [],
    lines: ['45385', '45380-59'],
  },
  {
    name: 'the same segment: column 2 falls',
    note: SAME_PLACE,
    claim: scope(SAME_PLACE, ['59']),
    official: polyps,
    finds: ['F ptp'],
    lines: ['45385'],
  },
  {
    name: 'a segment not told: the surgeon is asked, column 2 waits without 59',
    note: OPEN,
    claim: scope(OPEN, ['59']),
    official: polyps,
    finds: ['Q ptp'],
    lines: ['45385', '45380 (held)'],
    asks: ['separate.45380.45385'],
  },
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
