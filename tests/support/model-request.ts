import { deidentify } from '../../src/core/deidentify/deidentify.ts';
import type { ProcedureCode } from '../../src/core/model/code.ts';
import type { Candidate, ClaimLine, Draft } from '../../src/core/model/draft.ts';
import type { ModelRequest } from '../../src/pipeline/model-port.ts';

/** A small case of our own with planted identifiers, for the model port and the verification of its answers. */
export const PLANTED = [
  'Marigold',
  'Quillfeather',
  'Brandywell',
  '555-867-5309',
  '84-77731',
  'zzyzx@example.com',
] as const;

const NOTE = `PATIENT: Marigold Quillfeather   MRN: 84-77731
DATE OF SURGERY: 03/14/2025
SURGEON: Tamsin Brandywell, MD
PREOPERATIVE DIAGNOSIS: Symptomatic gallstones.
PROCEDURE: Laparoscopic cholecystectomy.
DESCRIPTION OF PROCEDURE: This 57-year-old woman was placed supine. Four ports were placed.
The cystic duct and artery were clipped and divided. The gallbladder was removed
through the umbilical port. Call 555-867-5309 or zzyzx@example.com with questions, Ms. Quillfeather agreed.`;

const code = (value: string) => value as ProcedureCode;

const candidate = (value: string): Candidate => ({
  code: code(value),
  family: 'gallbladder-removal',
  instance: 0,
  score: 1,
  why: ['the gallbladder came out through ports'],
});

const line: ClaimLine = {
  seq: 1,
  code: code('47562'),
  modifiers: [],
  units: 1,
  title: 'from the draft',
  evidence: [],
  why: 'gallbladder removed, no duct picture',
  confidence: { value: 0.9, word: 'sure', because: 'body and title agree' },
  dx: [],
  parent: undefined,
  held: undefined,
  totalRvu: 19,
  globalDays: '090',
};

const draft: Draft = { lines: [line], diagnoses: [], notBilled: [], questions: [], rubrics: [], findings: [] };

export const request: ModelRequest = {
  note: deidentify(NOTE),
  candidates: [candidate('47562'), candidate('47563')],
  describe: new Map([
    ['47562', { title: 'Gallbladder out through the laparoscope', says: 'Removed through ports.' }],
    ['47563', { title: 'Gallbladder out through the laparoscope, duct x-ray', says: 'With a picture of the ducts.' }],
  ]),
  findings: [],
  draft,
};

export interface AnswerLine {
  readonly code?: string;
  readonly quotes?: readonly string[];
  readonly units?: number;
  readonly modifiers?: readonly string[];
}

/** A model's answer as JSON text. */
export function answerOf(...lines: readonly AnswerLine[]): string {
  return JSON.stringify({
    lines: lines.map((one) => ({
      code: '47562',
      modifiers: [],
      units: 1,
      quotes: ['The gallbladder was removed through the umbilical port'],
      why: 'removed',
      ...one,
    })),
    notBilled: [],
  });
}
