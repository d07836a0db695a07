import { describe, expect, it } from 'vitest';
import { toldPriorOperation } from '../../../src/core/extract/prior-operation.ts';
import type { IsoDate } from '../../../src/core/model/ids.ts';
import { codeNote } from '../../support/code-a-note.ts';
import { smallEngine } from '../../support/small-library.ts';

const library = smallEngine();
const read = (history: string) =>
  codeNote(`HISTORY: ${history}\nPROCEDURE: Lap chole.`, library).extract.priorOperation;

describe('an earlier operation in the note', () => {
  it.each([
    ['I did her right eye three weeks ago.', { daysBefore: 21, surgeon: 'own', side: 'right' }],
    ['He had a hernia repair from my partner 5 days ago.', { daysBefore: 5, surgeon: 'own' }],
    ['Bleeding after polypectomy two days earlier.', { daysBefore: 2, surgeon: undefined }],
    ['Postoperative day #6 after tracheostomy.', { daysBefore: 6 }],
    ['She underwent left knee replacement elsewhere a week ago.', { daysBefore: 7, surgeon: 'other', side: 'left' }],
    ['Three hours after his carotid endarterectomy I was called to the ward.', { daysBefore: 0, surgeon: 'own' }],
    ['Last week I performed a right colectomy.', { daysBefore: 7, surgeon: 'own', side: 'right' }],
    ['I stented his left ureter 2 wks ago.', { daysBefore: 14, surgeon: 'own', side: 'left' }],
    ['He was operated on by me 4 days ago for a perforated ulcer.', { daysBefore: 4, surgeon: 'own' }],
    ['Yesterday she underwent a cervical fusion.', { daysBefore: 1, surgeon: undefined }],
    ['He is 3 weeks out from CABG.', { daysBefore: 21, surgeon: undefined }],
    ['Two days ago he had an appendectomy at an outside hospital.', { daysBefore: 2, surgeon: 'other' }],
  ])('%s', (history, expected) => {
    expect(read(history)).toMatchObject(expected);
  });

  it.each([
    'The pain started three days ago.',
    'Heparin was stopped two hours before the procedure.',
    'He had a hip replacement ten years ago.',
    'He had a knee replacement in another state and came to the office a couple of days ago.',
    'He had his gallbladder removed four months ago after a bypass operation.',
    'Exercises will begin two weeks after the knee replacement.',
    'He did develop a fever yesterday.',
    'The wound was looked at last week and the plan was a possible debridement.',
    'Risks of the operation include bleeding three days after the resection.',
  ])('is not: %s', (history) => {
    expect(read(history)).toBeUndefined();
  });

  it('is counted from a labelled date', () => {
    const facts = { dateOfService: '2025-03-01' as IsoDate, priorOperationOn: '2025-02-09' as IsoDate };
    const text = 'HISTORY: I did his hernia repair on [DATE].\nPROCEDURE: Lap chole.';
    expect(codeNote(text, library, { facts }).settings.priorOperation).toMatchObject({
      from: 'note',
      value: { daysBefore: 20, surgeon: 'own' },
    });
  });
});

describe('an earlier operation in the words of the sender', () => {
  it.each([
    ['prior: 27447 on [date], planned', { code: '27447', surgeon: 'own', relation: 'planned' }],
    ['prior operation: 66984 right eye 21 days before, unrelated', { code: '66984', daysBefore: 21, side: 'right' }],
    ['prior surgery: 44140 by another surgeon 4 days earlier', { code: '44140', daysBefore: 4, surgeon: 'other' }],
    ['prior: g0121 on [date], complication', { code: 'G0121', relation: 'complication' }],
  ])('%s', (words, expected) => {
    expect(toldPriorOperation(words)).toMatchObject(expected);
  });

  it('can be that there was none', () => {
    expect(toldPriorOperation('prior: none')).toBe('none');
    expect(toldPriorOperation('prior authorization is needed')).toBeUndefined();
  });

  it('goes over the note, with days from the two dates', () => {
    const text = 'HISTORY: I did his hernia repair two weeks ago.\nPROCEDURE: Lap chole.';
    const facts = { dateOfService: '2025-03-01' as IsoDate, priorOperationOn: '2025-02-26' as IsoDate };
    const settled = (sender: string) => codeNote(text, library, { sender, facts }).settings.priorOperation;
    expect(settled('prior: 49505 on [DATE], unrelated')).toMatchObject({
      from: 'mail',
      value: { code: '49505', daysBefore: 3, relation: 'unrelated' },
    });
    expect(settled('prior: none')).toBeUndefined();
  });
});
