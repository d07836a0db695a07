import { describe, expect, test } from 'vitest';
import { readVisit, visitSettings } from '../../support/visit-notes.ts';

const STABLE =
  'Follow up visit, established patient.\nHPI: Feels well.\nEXAM: BP 124/78.\nASSESSMENT: Hypertension, stable.\nPLAN: Continue lisinopril 10 mg daily.';

const NOTES = [
  STABLE,
  'SUBJECTIVE: Heel pain.\nOBJECTIVE: Tender heel.\nASSESSMENT: Plantar fasciitis.\nPLAN: Stretching.',
  'EMERGENCY DEPARTMENT NOTE\nHPI: Rolled the ankle.\nEXAM: Swelling.\nASSESSMENT: Ankle sprain.\nPLAN: Crutches.',
  'HOSPITAL PROGRESS NOTE. Hospital day 3.\nSUBJECTIVE: Better.\nOBJECTIVE: Afebrile.\nASSESSMENT: Cellulitis.\nPLAN: Go on.',
  'OFFICE CONSULTATION\nHPI: Lump.\nEXAM: Mass.\nASSESSMENT: Lump of unclear kind.\nPLAN: Return.',
  'EMERGENCY DEPARTMENT NOTE\nHPI: Found down.\nEXAM: Cold.\nASSESSMENT: Septic shock.\nCritical care time: 40 minutes.',
];

test.each(NOTES)('every quote stands in the note: %#', (note) => {
  const reading = readVisit(note);
  const quotes = [
    ...(reading?.place.evidence ?? []),
    ...(reading?.elements ?? []).flatMap(({ evidence }) => evidence),
    ...(reading?.questions ?? []).flatMap(({ quote }) => quote ?? []),
    ...(reading?.time === undefined ? [] : [reading.time.evidence]),
  ];
  expect(quotes.length).toBeGreaterThan(0);
  for (const { quote, start, end } of quotes) expect(note.slice(start, end)).toBe(quote);
});

test.each(NOTES)('questions ask openly, quote the note and hold nothing: %#', (note) => {
  const questions = readVisit(note)?.questions ?? [];
  expect(questions.length).toBeGreaterThan(0);
  for (const { text, options, quote, holds } of questions) {
    expect(`${text} ${options.join(' ')}`).not.toMatch(/\d{5}|[A-Z]\d{4}|\$|modifier|RVU|level|code|bill/i);
    expect(options.at(-1)).toBe('other / cannot be determined');
    expect(quote?.quote).toBeTruthy();
    expect(holds).toEqual([]);
  }
});

describe('what the next level would need', () => {
  test('is asked for the elements that lack it, and for the time', () => {
    expect(readVisit(STABLE)?.questions.map(({ id, ifThen }) => [id, ifThen])).toEqual([
      ['visit-problems', 'problems at moderate, with one more element there: 99214'],
      ['visit-data', 'data at moderate, with one more element there: 99214'],
      ['visit-time', '30 minutes or more: 99214'],
    ]);
  });

  test('is not asked at the highest level', () => {
    const note = `${STABLE}\nTotal time: 45 minutes.`;
    expect(readVisit(note)?.codes[0]?.code).toBe('99215');
    expect(readVisit(note)?.questions).toEqual([]);
  });

  test('time is never asked in the emergency department', () => {
    expect(readVisit(NOTES[2] ?? '')?.questions.map(({ id }) => id)).not.toContain('visit-time');
  });
});

test('new or known is asked of the sender when the note does not say it', () => {
  const reading = readVisit(NOTES[1] ?? '');
  expect(reading?.place).toMatchObject({ kind: 'office-established', isAssumed: true });
  expect(reading?.confidence.word).toBe('needs a coder');
  expect(reading?.questions[0]).toMatchObject({ id: 'visit-new-or-known', to: 'sender' });
});

test('critical care asks whether procedures are left out, unless the note says so', () => {
  const note = NOTES[5] ?? '';
  expect(readVisit(note)?.questions.map(({ id }) => id)).toEqual(['visit-critical-procedures']);
  expect(readVisit(`${note} This excludes procedures.`)?.questions).toEqual([]);
});

test.each([
  ['New patient', 74, 'commercial', undefined],
  ['New patient', 75, 'commercial', '99417 x1'],
  ['New patient', 90, 'commercial', '99417 x2'],
  ['New patient', 88, 'medicare', 'only from 89'],
  ['New patient', 89, 'medicare', 'G2212 x1'],
  ['Established patient', 54, 'commercial', undefined],
  ['Established patient', 55, 'commercial', '99417 x1'],
  ['Established patient', 68, 'medicare', 'only from 69'],
  ['Established patient', 69, 'medicare', 'G2212 x1'],
] as const)('prolonged time: %s, %i minutes, %s -> %s', (patient, minutes, payer, hint) => {
  const note = `OFFICE VISIT. ${patient}.\nHPI: Many questions.\nEXAM: Normal.\nASSESSMENT: Dry skin.\nPLAN: Talk.\nTotal time: ${minutes} minutes.`;
  const told = readVisit(note, visitSettings(payer))?.notes.find((line) => line.startsWith('Prolonged'));
  if (hint === undefined) expect(told).toBeUndefined();
  else expect(told).toContain(hint);
});

test('the mail’s word on the place stands over the note’s', () => {
  const note =
    'HPI: Came by way of the emergency department yesterday.\nEXAM: Sore.\nASSESSMENT: Ankle sprain.\nPLAN: Brace.';
  expect(readVisit(note, visitSettings('commercial', '2025-07-01', 'office'))?.place.kind).toBe('office-established');
});

test('confidence: time told, all three elements, two of three', () => {
  expect(readVisit(`${STABLE}\nTotal time: 30 minutes.`)?.confidence.word).toBe('sure');
  expect(readVisit(STABLE)?.confidence.word).toBe('likely');
});
