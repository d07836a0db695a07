import { describe, expect, it } from 'vitest';
import { noteHints, senderHints } from '../../../src/core/extract/case-hints.ts';

describe('the role that a sender tells', () => {
  it.each([
    ['DOS: 2025-03-01, assistant surgeon', 'assistant'],
    ['please code for the assistant', 'assistant'],
    ['I am the assistant', 'assistant'],
    ["I'm the assistant surgeon on this one, please code", 'assistant'],
    ['billing for Dr. [NAME] who assisted', 'assistant'],
    ['I assisted Dr. [NAME] with this case. Need my codes.', 'assistant'],
    ['assist only', 'assistant'],
    ['our doctor was the assistant', 'assistant'],
    ['This is for the assistant-at-surgery', 'assistant'],
    ['bill with modifier 80', 'assistant'],
    ['We billed 27814-80-RT, is that right?', 'assistant'],
    ['We billed 27814-RT-AS', 'assistant-npp'],
    ['We billed 22558-62', 'co-surgeon'],
    ['We billed 44140-22, 44139', undefined],
    ['role: PA assistant', 'assistant-npp'],
    ['PA assist please', 'assistant-npp'],
    ['Can you code this for our NP who first assisted?', 'assistant-npp'],
    ['Please code the attached note for the first assist (PA-C).', 'assistant-npp'],
    ['Date of surgery: March 1, 2025. Co-surgeon claim.', 'co-surgeon'],
    ['co surgeon with neurosurgery', 'co-surgeon'],
    ['General surgery exposed the spine: both bill as co-surgeons', 'co-surgeon'],
    ['as part of the transplant team', 'team'],
    ['Please code the anesthesia', 'anesthesia'],
    ['I am the CRNA', 'anesthesia'],
    ['No, we are the primary surgeon', 'surgeon'],
    ['Please code for the surgeon. Assistant was Dr. [NAME].', 'surgeon'],
    ['Please code for the primary surgeon, the assistant bills separately.', 'surgeon'],
    ['Coding for both surgeon and assistant', 'surgeon'],
    ["we're not the assistant, we are the primary surgeon", 'surgeon'],
  ])('%s', (text, role) => {
    expect(senderHints(text).role).toBe(role);
  });

  it.each([
    'hello',
    'Code this please. Assistant: [NAME], PA-C',
    'Assisted by [NAME], PA',
    'Please code for Dr. [NAME] (assisted by PA [NAME])',
    'No co-surgeon was involved.',
    'Is an assistant surgeon allowed here?',
    'Can you assist me with the modifiers?',
    'Thank you for your assistance',
    'Thanks, [NAME], surgical assistant coordinator',
  ])('is not told by: %s', (text) => {
    expect(senderHints(text).role).toBeUndefined();
  });

  it('is the label, whatever else is said', () => {
    expect(senderHints('role: surgeon, the assistant claim comes later').role).toBe('surgeon');
  });
});

describe('the place that a sender tells', () => {
  it.each([
    ['done in our ASC', 'facility', '24'],
    ['Surgery was done at St. [NAME] Surgical Center', 'facility', '24'],
    ['POS 24', 'facility', '24'],
    ['place of service: 22', 'facility', '22'],
    ['hospital outpatient, BCBS', 'facility', '22'],
    ['POS: 11 please', 'office', '11'],
    ['POS 12', 'office', '12'],
    ['done in our office', 'office', '11'],
    ['performed in-office under local', 'office', '11'],
    ['place: hospital', 'facility', undefined],
  ])('%s', (text, value, pos) => {
    expect(senderHints(text).place).toEqual({ value, pos });
  });

  it('stays unknown where nothing is said', () => {
    expect(senderHints('Please code the attached note.').place).toBeUndefined();
  });
});

describe('the payer that a sender tells', () => {
  it.each([
    ['payer: Aetna', 'commercial', 'Aetna'],
    ['payer: Wellmark', 'commercial', undefined],
    ['UHC patient', 'commercial', 'UnitedHealthcare'],
    ['Humana Medicare Advantage', 'medicare', 'Medicare Advantage'],
    ['Patient has UHC Medicare Advantage', 'medicare', 'Medicare Advantage'],
    ['Medicare primary, BCBS supplement', 'medicare', undefined],
    ['BCBS primary, Medicare secondary', 'commercial', undefined],
    ["not Medicare, it's Cigna", 'commercial', undefined],
    ['Insurance: Medi-Cal', 'medicaid', undefined],
    ['self pay', 'commercial', undefined],
  ])('%s', (text, value, plan) => {
    expect(senderHints(text).payer).toEqual({ value, plan });
  });

  it.each(['payer: unknown', 'insurance: see face sheet', 'Please code.'])('is not told by: %s', (text) => {
    expect(senderHints(text).payer).toBeUndefined();
  });
});

describe('what a sender says later', () => {
  it('is right against what was said before', () => {
    const told = senderHints('role: assistant, payer: Medicare\n\nrole: surgeon\n\npayer: commercial');
    expect(told).toMatchObject({ role: 'surgeon', payer: { value: 'commercial' }, place: undefined });
  });

  it.each([
    ['DOS: 2025-03-01', '2025-03-01'],
    ['date of service 3/1/2025', '2025-03-01'],
    ['DOS 2025-02-30', undefined],
  ])('date: %s', (text, day) => {
    expect(senderHints(text).dateOfService).toBe(day);
  });
});

describe('what a note tells of the case', () => {
  it.each([
    ["ASSISTANT SURGEON'S OPERATIVE STATEMENT", 'assistant'],
    ['Assistant at surgery: [NAME], MD (dictating).', 'assistant'],
    ['I assisted Dr. [NAME] throughout.', 'assistant'],
    ['Assistant: [NAME], PA-C (dictating)', 'assistant-npp'],
    ['Co-surgeon operative note', 'co-surgeon'],
    ['Surgeon: [NAME]. Assistant: [NAME], PA-C.', undefined],
    ['Dr. [NAME] assisted.', undefined],
  ])('role: %s', (text, role) => {
    expect(noteHints(text).role).toBe(role);
  });

  it.each([
    ['No qualified resident was available to assist.', true],
    ['In the unavailability of an appropriate level surgical resident Dr. [NAME] helped.', true],
    ['A resident was available and assisted.', false],
  ])('%s', (text, isUnavailable) => {
    expect(noteHints(text).residentUnavailable).toBe(isUnavailable);
  });

  it('reads the payer in its header only', () => {
    expect(noteHints('Medicare patient, age 67.').payer).toEqual({ value: 'medicare', plan: undefined });
    expect(noteHints('Insurance: Cigna PPO\nPROCEDURE: x').payer).toMatchObject({ plan: 'Cigna' });
    expect(noteHints('We talked about what Aetna and Medicare would cover.').payer).toBeUndefined();
  });
});
