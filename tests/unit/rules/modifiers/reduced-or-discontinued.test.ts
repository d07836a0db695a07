import { describe, expect, it } from 'vitest';
import { reducedOrDiscontinued } from '../../../../src/core/rules/modifiers/reduced-or-discontinued.ts';
import { claimOf, lineOf, quote, ruled } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const CRISIS =
  'PROCEDURE: Laparoscopic cholecystectomy, not completed.\nTECHNIQUE: Ports were placed. The blood pressure fell and the patient was unstable, so the gas was let out and the ports were closed.';
const SILENT = 'PROCEDURE: Laparoscopic cholecystectomy, discontinued.\nTECHNIQUE: Ports were placed and removed.';
const CHOSEN =
  'PROCEDURE: Laparoscopic cholecystectomy.\nTECHNIQUE: At the request of his family it was elected to stop; at the patient’s request the procedure was discontinued after the first port.';
const POOR_PREP =
  'PROCEDURE: Colonoscopy.\nTECHNIQUE: The scope was advanced to the hepatic flexure. Solid stool filled the lumen. The cecum was not reached.';
const ENDED = 'PROCEDURE: Laparoscopic cholecystectomy.\nTECHNIQUE: The skin was closed. The procedure was terminated.';
const TWO_TITLES =
  'PROCEDURES:\n1. Laparoscopic cholecystectomy.\n2. Repair of laceration of the arm.\nTECHNIQUE: The procedure was aborted for bradycardia.';

const billed = (code: string, note: string, words: string, modifiers: readonly string[] = []) =>
  claimOf([lineOf(code, { modifiers, evidence: [quote(words, note)] })]);

ruleCases(reducedOrDiscontinued, /modifiers 52, 53, 73, 74/, [
  {
    name: 'stopped for the danger of the patient: 53',
    note: CRISIS,
    claim: billed('47562', CRISIS, 'Laparoscopic cholecystectomy, not completed.'),
    finds: [],
    lines: ['47562-53'],
  },
  {
    name: 'stopped, nobody knows why: 53 for now, the line waits and the surgeon is asked',
    note: SILENT,
    claim: billed('47562', SILENT, 'Laparoscopic cholecystectomy, discontinued.'),
    finds: ['Q discontinued'],
    lines: ['47562-53 (held)'],
    asks: ['stopped.47562'],
  },
  {
    name: 'stopped by choice: 52, and 53 comes off',
    note: CHOSEN,
    claim: billed('47562', CHOSEN, 'Laparoscopic cholecystectomy', ['53']),
    finds: ['F discontinued'],
    lines: ['47562-52'],
  },
  {
    name: 'a diagnostic colonoscopy short of the cecum has a price of its own with 53',
    note: POOR_PREP,
    claim: billed('45378', POOR_PREP, 'Colonoscopy'),
    finds: [],
    lines: ['45378-53'],
  },
  {
    name: 'a screening short of the cecum too',
    note: POOR_PREP,
    claim: billed('G0121', POOR_PREP, 'Colonoscopy'),
    finds: [],
    lines: ['G0121-53'],
  },
  {
    name: 'a colonoscopy with treatment short of the cecum is reduced',
    note: POOR_PREP,
    claim: billed('45385', POOR_PREP, 'Colonoscopy', ['53']),
    finds: ['F discontinued'],
    lines: ['45385-52'],
  },
  {
    name: 'words for the usual end of an operation stop nothing',
    note: ENDED,
    claim: billed('47562', ENDED, 'Laparoscopic cholecystectomy'),
    finds: [],
  },
  {
    name: 'of two titled operations nobody knows which was stopped',
    note: TWO_TITLES,
    claim: claimOf([lineOf('47562'), lineOf('12002')]),
    finds: [],
  },
  {
    name: '74 is for the surgery center',
    note: CRISIS,
    claim: billed('47562', CRISIS, 'Laparoscopic cholecystectomy, not completed.', ['74']),
    finds: ['F facility-modifier'],
    lines: ['47562-53'],
  },
  {
    name: '73 is for the hospital',
    claim: claimOf([lineOf('47562', { modifiers: ['73'] })]),
    finds: ['F facility-modifier'],
    lines: ['47562'],
  },
  {
    name: '53 for which the note gives no word is asked',
    claim: claimOf([lineOf('47562', { modifiers: ['53'] })]),
    finds: ['Q discontinued'],
    asks: ['stopped.47562'],
  },
  {
    name: '52 on a visit says nothing',
    claim: claimOf([lineOf('99213', { modifiers: ['52'] })]),
    finds: ['W reduced'],
    lines: ['99213'],
  },
  { name: 'a finished operation', claim: claimOf([lineOf('47562')]), finds: [] },
]);

describe('the rubric of a broken-off operation', () => {
  it('quotes the stop and its reason', () => {
    const { draft } = ruled(
      reducedOrDiscontinued,
      billed('47562', CRISIS, 'Laparoscopic cholecystectomy, not completed.'),
      {
        note: CRISIS,
      },
    );
    expect(draft.rubrics).toMatchObject([
      {
        modifier: '53',
        verdict: 'earned',
        criteria: [
          { state: 'met', quote: { quote: 'Laparoscopic cholecystectomy, not completed.' } },
          { state: 'met', quote: { quote: expect.stringMatching(/blood pressure fell/) } },
        ],
      },
    ]);
  });
});
