import { expect, test } from 'vitest';
import type { NoteExtract } from '../../../src/core/extract/note-extract.ts';
import { isVisit } from '../../../src/core/visits/visit-marks.ts';

const visit = (text: string): boolean => isVisit({ text: text as NoteExtract['text'] });

test.each([
  [
    'INTERVENTIONAL RADIOLOGY REPORT\n\nEXAM: TIPS revision.\n\nHISTORY: ascites is back.\n\nDETAILS: The shunt was dilated.',
  ],
  [
    'Access center\n\nExam: Fistulogram\n\nHistory: swelling.\n\nDescription: A sheath was placed.\n\nPlan: dialysis today.',
  ],
  ['Nephrology lab\nOperator: [NAME]\nPre-dx: clotted graft\nHistory: none.\nExam: no thrill.\nPlan: dialysis.'],
])('the report of a procedure under imaging is no visit: %#', (text) => {
  expect(visit(text)).toBe(false);
});

test('history, examination and plan are a visit', () => {
  expect(visit('HISTORY: cough.\n\nEXAM: lungs clear.\n\nASSESSMENT AND PLAN: rest.')).toBe(true);
});
