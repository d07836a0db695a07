import { describe, expect, test } from 'vitest';
import { readVisit, visitLabel, visitSettings } from '../../support/visit-notes.ts';

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

test('questions are asked of most notes', () => {
  expect(NOTES.filter((note) => (readVisit(note)?.questions.length ?? 0) > 0).length).toBeGreaterThan(3);
});

test.each(NOTES)('questions ask openly, quote the note and hold nothing: %#', (note) => {
  const questions = readVisit(note)?.questions ?? [];
  for (const { text, options, quote, holds } of questions) {
    expect(`${text} ${options.join(' ')}`).not.toMatch(/\d{5}|[A-Z]\d{4}|\$|modifier|RVU|level|code|bill/i);
    expect(options.at(-1)).toBe('other / cannot be determined');
    expect(quote?.quote).toBeTruthy();
    expect(holds).toEqual([]);
  }
});

describe('what the next level would need', () => {
  test('is told, and asked for the elements that would reach it by themselves', () => {
    expect(readVisit(STABLE)?.next).toBe('99214 would need problems or data at moderate beside risk, or 30 minutes');
    expect(readVisit(STABLE)?.questions.map(({ id, ifThen }) => [id, ifThen])).toEqual([
      ['visit-problems', 'problems at moderate: 99214'],
      ['visit-data', 'data at moderate: 99214'],
    ]);
  });

  test('is not asked where it would take two answers', () => {
    expect(readVisit(NOTES[2] ?? '')?.next).toBe('99284 would need two of problems, data and risk at moderate');
    expect(readVisit(NOTES[2] ?? '')?.questions).toEqual([]);
  });

  test('asks for the minutes where time is told without them', () => {
    const note = `OFFICE VISIT, established patient.\nHPI: Itch.\nEXAM: Dry.\nASSESSMENT: Dry skin.\nPLAN: Talk. More than half of the time spent was counseling.`;
    expect(readVisit(note)?.questions.map(({ id, ifThen }) => [id, ifThen])).toContainEqual([
      'visit-time',
      '20 minutes or more: 99213',
    ]);
  });

  test('is not asked at the highest level', () => {
    const note = `${STABLE}\nTotal time: 45 minutes.`;
    expect(readVisit(note)?.codes[0]?.code).toBe('99215');
    expect(readVisit(note)?.questions).toEqual([]);
    expect(readVisit(note)?.next).toBeUndefined();
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
  ['New patient', 74, 'commercial', '99205'],
  ['New patient', 75, 'commercial', '99205 99417'],
  ['New patient', 90, 'commercial', '99205 99417 x2'],
  ['New patient', 88, 'medicare', '99205'],
  ['New patient', 89, 'medicare', '99205 G2212'],
  ['Established patient', 54, 'commercial', '99215'],
  ['Established patient', 55, 'commercial', '99215 99417'],
  ['Established patient', 68, 'medicare', '99215'],
  ['Established patient', 69, 'medicare', '99215 G2212'],
  ['Established patient', 99, 'medicare', '99215 G2212 x3'],
] as const)('prolonged time: %s, %i minutes, %s -> %s', (patient, minutes, payer, codes) => {
  const note = `OFFICE VISIT. ${patient}.\nHPI: Many questions.\nEXAM: Normal.\nASSESSMENT: Dry skin.\nPLAN: Talk.\nTotal time: ${minutes} minutes.`;
  expect(visitLabel(readVisit(note, visitSettings(payer))).split(' | ')[0]).toBe(codes);
});

test('prolonged time that Medicare does not count yet is told', () => {
  const note =
    'OFFICE VISIT. New patient.\nHPI: Many questions.\nEXAM: Normal.\nASSESSMENT: Dry skin.\nPLAN: Talk.\nTotal time: 80 minutes.';
  expect(readVisit(note, visitSettings('medicare'))?.notes.join(' ')).toContain('G2212 only from 89');
  expect(readVisit(note)?.notes.join(' ')).not.toContain('Prolonged');
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
