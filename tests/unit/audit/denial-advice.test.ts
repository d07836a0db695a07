import { describe, expect, it } from 'vitest';
import { auditClaim } from '../../../src/core/audit/audit-claim.ts';
import type { BilledLine } from '../../../src/core/audit/billed-claim.ts';
import type { ClaimLine } from '../../../src/core/model/draft.ts';
import type { MueRow, OfficialFacts, PtpRow } from '../../../src/core/model/official.ts';
import { NO_OFFICIAL_FACTS } from '../../../src/core/model/official.ts';
import { claimOf, EDITIONS, lineOf, quote } from '../../support/a-claim.ts';
import { codeNote } from '../../support/code-a-note.ts';
import { smallEngine } from '../../support/small-library.ts';

const NOTE =
  'PROCEDURE: Several procedures.\nTECHNIQUE: The first lesion was removed from the left arm. A second lesion was taken from the back. Each of six levels was injected.';
const { context } = codeNote(NOTE, smallEngine());

const billed = (code: string, given: Partial<BilledLine> = {}): BilledLine => {
  return { code, modifiers: [], units: 1, denial: undefined, ...given };
};
const denied = (code: string, given: Partial<BilledLine> = {}): BilledLine => billed(code, { denial: '', ...given });
const ours = (code: string, words: string, given: Partial<ClaimLine> = {}): ClaimLine =>
  lineOf(code, { evidence: [quote(words, NOTE)], ...given });
const pair = (column1: string, column2: string, indicator: PtpRow['indicator']): PtpRow => {
  return { column1, column2, indicator, deletedOn: undefined };
};
const limit = (code: string, units: number, mai: MueRow['mai']): MueRow => ({ code, units, mai });

interface Denial {
  readonly name: string;
  readonly billed: readonly BilledLine[];
  readonly claim: readonly ClaimLine[];
  readonly official?: Partial<OfficialFacts>;
  readonly advice: string;
  /** In the wording for the payer, else in the reason for the coder. */
  readonly says: RegExp;
}

const LEFT = 'The first lesion was removed from the left arm';
const BACK = 'A second lesion was taken from the back';
const LEVELS = 'Each of six levels was injected';
const CASES: readonly Denial[] = [
  {
    name: 'a pair of indicator 0, whatever modifier was sent',
    billed: [billed('11100'), denied('11200', { modifiers: ['59'] })],
    claim: [ours('11100', LEFT), ours('11200', BACK, { modifiers: ['59'] })],
    official: { pairs: [pair('11100', '11200', '0')] },
    advice: 'do-not-appeal',
    says: /indicator 0: neither a modifier nor a record opens it/,
  },
  {
    name: 'a pair of indicator 1 that the note opens, sent with its modifier',
    billed: [billed('11100'), denied('11200', { modifiers: ['59'] })],
    claim: [ours('11100', LEFT), ours('11200', BACK, { modifiers: ['XS'] })],
    official: { pairs: [pair('11100', '11200', '1')] },
    advice: 'appeal',
    says: /"A second lesion was taken from the back".*Modifier 59/,
  },
  {
    name: 'a pair of indicator 1 that the note opens, sent without a modifier',
    billed: [billed('11100'), denied('11200')],
    claim: [ours('11100', LEFT), ours('11200', BACK, { modifiers: ['59'] })],
    official: { pairs: [pair('11100', '11200', '1')] },
    advice: 'resubmit',
    says: /corrected claim with 59 on 11200/,
  },
  {
    name: 'a pair of indicator 1 with one and the same quote for both lines',
    billed: [billed('11100'), denied('11200', { modifiers: ['59'] })],
    claim: [ours('11100', LEFT), ours('11200', LEFT, { modifiers: ['59'] })],
    official: { pairs: [pair('11100', '11200', '1')] },
    advice: 'do-not-appeal',
    says: /shows nothing that opens it/,
  },
  {
    name: 'a code that the note does not support',
    billed: [billed('11100'), denied('11200', { modifiers: ['59'] })],
    claim: [ours('11100', LEFT)],
    official: { pairs: [pair('11100', '11200', '1')] },
    advice: 'do-not-appeal',
    says: /the denial is right: NCCI pair 11100 \/ 11200, indicator 1/,
  },
  {
    name: 'units above MAI 2',
    billed: [denied('64480', { units: 6 })],
    claim: [ours('64480', LEVELS, { units: 6 })],
    official: { mues: [limit('64480', 4, '2')] },
    advice: 'do-not-appeal',
    says: /MAI 2 .*absolute for the day/,
  },
  {
    name: 'units above MAI 3 that the note tells',
    billed: [denied('64480', { units: 6 })],
    claim: [ours('64480', LEVELS, { units: 6 })],
    official: { mues: [limit('64480', 4, '3')] },
    advice: 'appeal',
    says: /6 units of 64480 .*MAI 3.*documents 6: "Each of six levels was injected"/,
  },
  {
    name: 'units above MAI 3 that the note does not tell',
    billed: [denied('64480', { units: 6 })],
    claim: [ours('64480', LEVELS, { units: 3 })],
    official: { mues: [limit('64480', 4, '3')] },
    advice: 'do-not-appeal',
    says: /the note supports 3 only/,
  },
  {
    name: 'units above MAI 1 that the note tells',
    billed: [denied('64480', { units: 6 })],
    claim: [ours('64480', LEVELS, { units: 6 })],
    official: { mues: [limit('64480', 4, '1')] },
    advice: 'appeal',
    says: /MAI 1.*documents 6/,
  },
  {
    name: 'a limit of zero',
    billed: [denied('64480')],
    claim: [ours('64480', LEVELS)],
    official: { mues: [limit('64480', 0, '3')] },
    advice: 'do-not-appeal',
    says: /Medicare does not pay it/,
  },
  {
    name: 'a line that stands and that no edit speaks against',
    billed: [denied('11100')],
    claim: [ours('11100', LEFT)],
    advice: 'ask-the-payer',
    says: /no edit that is loaded explains this denial/,
  },
  {
    name: 'a line that was billed with too many units',
    billed: [denied('11100', { units: 2 })],
    claim: [ours('11100', LEFT)],
    advice: 'resubmit',
    says: /send a corrected claim: 2 units billed, the note supports 1/,
  },
];

describe('the advice about a denial', () => {
  it.each(CASES)('$name: $advice', ({ billed: lines, claim, official, advice, says }) => {
    const facts = { ...NO_OFFICIAL_FACTS, editions: EDITIONS, ...official };
    const audit = auditClaim({ lines, diagnoses: [] }, claimOf(claim), { ...context, official: facts });
    expect(audit.denials).toHaveLength(1);
    const [denial] = audit.denials;
    expect(denial?.advice).toBe(advice);
    expect(denial?.wording ?? denial?.text).toMatch(says);
    expect(denial?.wording !== undefined).toBe(advice === 'appeal');
  });
});
