import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../../src/app/library.ts';
import { deidentify as mask } from '../../../src/core/deidentify/deidentify.ts';
import { caseText } from '../../../src/core/mail/case-text/case-text.ts';
import { readMail } from '../../../src/core/mail/read-mail.ts';
import type { Answer } from '../../../src/core/model/consultation.ts';
import type { IsoDate } from '../../../src/core/model/ids.ts';
import { labelOf } from '../../../src/core/model/line-label.ts';
import { coding } from '../../../src/pipeline/consult.ts';
import { deidentify } from '../../../src/pipeline/deidentify.ts';
import type { CaseInput } from '../../../src/pipeline/ports.ts';
import { readExcerpt } from '../../support/official-excerpt.ts';
import { makeEmail, OWN } from '../mail/make-email.ts';
import { NOTES } from './audit-notes.ts';

const library = await openLibrary();
const official = readExcerpt(new URL('official.jsonl', import.meta.url));
const DAY = '2026-02-20' as IsoDate;

/** What the thread was coded from before: a note without a word about a claim. */
function codedNote(note: keyof typeof NOTES): CaseInput {
  return {
    kind: 'case',
    note: mask(NOTES[note]),
    senderText: mask('Please code this.').text,
    limits: [],
    mailedOn: DAY,
  };
}

async function answerTo(reply: string, earlier: CaseInput): Promise<{ answer: Answer; input: CaseInput }> {
  const email = makeEmail({ text: reply, inReplyTo: '<cc.CC-7F3K2.0b9d@own.test>', headers: {} });
  const reading = readMail(email, OWN);
  expect(reading.verdict).toBe('follow_up');
  const result = deidentify({ email, reading, oversizeBytes: undefined, earlier, text: caseText(reading, []) }, DAY);
  if (result.next !== 'coding' || result.input.kind !== 'case') throw new Error('expected a case');
  const clock = { now: () => new Date(0) };
  const { answer } = await coding(result.input, 'test', { library, official, model: undefined, clock });
  return { answer, input: result.input };
}

function rowsOf(answer: Answer): string[] {
  if (answer.kind !== 'case') return [];
  return (answer.audit?.lines ?? []).map(({ outcome, billed }) => [outcome, ...billed.map(labelOf)].join(' '));
}

describe('a reply that tells what was billed', () => {
  it('is held against the note of its thread', async () => {
    const { answer, input } = await answerTo(
      'we billed 47562 and 44180-59, is that right?\n\nThanks,\nDana',
      codedNote('gallbladder'),
    );
    expect(rowsOf(answer)).toEqual(['unsupported 44180-59', 'confirmed 47562']);
    expect(answer.verdict).toMatch(/^1 of 2 lines stands; 44180-59 must come off\./);
    expect(input.note.text).toBe(NOTES.gallbladder);
  });

  it('stays with the case: a later fact is held against the same claim', async () => {
    const first = await answerTo('We billed 47563. Right?', codedNote('gallbladder'));
    expect(rowsOf(first.answer)).toEqual(['over 47563']);
    const second = await answerTo(
      'A cholangiogram was obtained through the cystic duct with contrast and showed no filling defect.',
      first.input,
    );
    expect(rowsOf(second.answer)).toEqual(['confirmed 47563']);
  });

  it('takes the place of the claim before when it corrects it', async () => {
    const first = await answerTo('We billed 47562, 44180-59', codedNote('gallbladder'));
    const second = await answerTo('We changed it to 47562. Right?', first.input);
    expect(rowsOf(second.answer)).toEqual(['confirmed 47562']);
  });

  it('tells what to do about a denial that comes later', async () => {
    const first = await answerTo('We billed 47562, 44180-59', codedNote('gallbladder'));
    const { answer } = await answerTo('44180 was denied, CO-97. Should we appeal?', first.input);
    expect(rowsOf(answer)).toEqual(['unsupported 44180-59', 'confirmed 47562']);
    expect(answer).toMatchObject({ audit: { denials: [{ code: '44180', reason: 'CO-97', advice: 'do-not-appeal' }] } });
  });
});
