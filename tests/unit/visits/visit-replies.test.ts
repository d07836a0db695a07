import { describe, expect, test } from 'vitest';
import { createReplyRenderer } from '../../../src/adapters/handlebars/reply-renderer.ts';
import { deidentify } from '../../../src/core/deidentify/deidentify.ts';
import type { CaseAnswer } from '../../../src/core/model/consultation.ts';
import { coding } from '../../../src/pipeline/consult.ts';
import { SAMPLE_KEY } from '../../support/answer-builders.ts';
import { DAY } from '../../support/code-a-note.ts';
import { OFFICIAL_ROWS } from '../../support/official-rows.ts';
import { REAL_LIBRARY } from '../../support/real-library.ts';
import { DICTATED_CASES } from '../../support/visit-cases/dictated-cases.ts';
import { EMERGENCY_CASES } from '../../support/visit-cases/emergency-cases.ts';
import { HOSPITAL_CASES } from '../../support/visit-cases/hospital-cases.ts';
import { OFFICE_CASES } from '../../support/visit-cases/office-cases.ts';
import { OTHER_CASES } from '../../support/visit-cases/other-cases.ts';
import type { VisitCase } from '../../support/visit-cases/visit-case.ts';

const CASES = [...OFFICE_CASES, ...HOSPITAL_CASES, ...EMERGENCY_CASES, ...OTHER_CASES, ...DICTATED_CASES];
const renderer = createReplyRenderer();
const clock = { now: () => new Date(0) };
const ports = { library: REAL_LIBRARY, official: OFFICIAL_ROWS, model: undefined, clock };

/** The whole engine and the renderer over one note, as the coding and the reply process run them. */
async function reply({ note, mail = '' }: VisitCase): Promise<{ answer: CaseAnswer; text: string }> {
  const input = {
    kind: 'case' as const,
    note: deidentify(note),
    senderText: deidentify(mail).text,
    limits: [],
    mailedOn: DAY,
  };
  const { answer } = await coding(input, 'trace', ports);
  if (answer.kind !== 'case') throw new Error('a visit note is a case');
  return { answer, text: renderer.render({ answer, caseKey: SAMPLE_KEY, subject: 'visit' }).text };
}

function linesOf({ lines }: CaseAnswer): string {
  return lines
    .map(({ code, modifiers, units }) => `${[code, ...modifiers].join('-')}${units > 1 ? ` x${units}` : ''}`)
    .join(' ');
}

test('there are at least forty notes over every place', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(40);
});

describe.each(CASES.map((one) => [`${one.name}: ${one.lines}`, one] as const))('%s', (_, one) => {
  test('is billed as a coder would', async () => {
    const { answer } = await reply(one);
    expect(linesOf(answer)).toBe(one.lines);
    if (one.elements !== undefined)
      expect(answer.visit?.elements.map(({ level }) => level).join(' ')).toBe(one.elements);
    if (one.by !== undefined) expect(answer.visit?.decidedBy).toBe(one.by);
    for (const code of one.notBilled ?? []) expect(answer.notBilled.map((each) => each.code)).toContain(code);
  });

  test('shows each element with its quotes', async () => {
    const { answer, text } = await reply(one);
    const flat = text.replace(/\s+/g, ' ');
    for (const code of linesOf(answer).match(/\b[\dG]\d{4}\b/g) ?? []) expect(flat).toContain(code);
    for (const { name, level, because, evidence } of answer.visit?.elements ?? []) {
      expect(flat.toLowerCase()).toContain(`${level}, ${because}`.toLowerCase());
      expect(flat).toMatch(new RegExp(`\\b${name.charAt(0).toUpperCase()}${name.slice(1)} `));
      for (const { quote } of evidence) expect(deidentify(one.note).text).toContain(quote);
      if (level !== 'straightforward') expect(evidence.length).toBeGreaterThan(0);
    }
    if (one.by === 'time') expect(flat).toMatch(/\d+ minutes/);
  });

  test('asks the clinician nothing that names a code or money', async () => {
    const { answer } = await reply(one);
    for (const { to, text, options, quote } of answer.questions) {
      if (to !== 'surgeon') continue;
      expect(`${text} ${options.join(' ')}`).not.toMatch(/\b\d{5}\b|\b[A-Z]\d{4}\b|\$|modifier|RVU|\bbill/i);
      expect(options.at(-1)).toMatch(/other \/ cannot be determined/);
      expect(quote?.quote).toBeTruthy();
    }
  });
});
