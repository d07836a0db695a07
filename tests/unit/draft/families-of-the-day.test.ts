import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../../src/app/library.ts';
import type { IsoDate } from '../../../src/core/model/ids.ts';
import { codeNote, labels } from '../../support/code-a-note.ts';

const engine = await openLibrary();

function lines(text: string, day = '2025-07-01'): string[] {
  return labels(codeNote(text, engine, { facts: { dateOfService: day as IsoDate } }).draft);
}

describe('families of which one took the place of the other', () => {
  it.each([
    ['2025-03-10', ['37221-LT']],
    ['2026-03-10', ['37258-LT']],
  ])('on %s: %j', (day, expected) => {
    expect(lines('PROCEDURE: Stent of the left common iliac artery for a 90 percent stenosis.', day)).toEqual(expected);
  });
});

describe('services of E/M that have a name', () => {
  it('are picked by it', () => {
    expect(lines('PROCEDURE: Advance care planning discussion, 30 minutes.')).toEqual(['99497']);
  });

  it('do not stand beside the visit of the note', () => {
    const visit = 'Office visit, new patient. Exam: one papule. Assessment: insect bite. Plan: reassured.';
    expect(lines(`${visit} Advance care planning discussion, 30 minutes.`)).toEqual(['99202']);
  });
});
