import type { ClaimLine, Draft } from '../../../../src/core/model/draft.ts';
import { sideOfDiagnosis } from '../../../../src/core/rules/diagnoses/side-of-diagnosis.ts';
import { lineOf } from '../../../support/a-claim.ts';
import { diagnosed, orderFile } from '../../../support/diagnoses.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const KNEES = orderFile(`
  M17.1* Unilateral primary osteoarthritis of knee
  M17.10 Unilateral primary osteoarthritis, unspecified knee
  M17.11 Unilateral primary osteoarthritis, right knee
  M17.12 Unilateral primary osteoarthritis, left knee
  I70.211 Atherosclerosis of native arteries of extremities with intermittent claudication, right leg
  I70.212 Atherosclerosis of native arteries of extremities with intermittent claudication, left leg
  I70.213 Atherosclerosis of native arteries of extremities with intermittent claudication, bilateral legs
  I70.219 Atherosclerosis of native arteries of extremities with intermittent claudication, unspecified extremity
  S83.249A Other tear of medial meniscus, current injury, unspecified knee, initial encounter
  S83.242A Other tear of medial meniscus, current injury, left knee, initial encounter
  S83.242D Other tear of medial meniscus, current injury, left knee, subsequent encounter`);
const noteOf = (words: string, title = 'Knee arthroscopy') => `DIAGNOSIS: ${words}.\nPROCEDURE: ${title}.`;
const pointing = (claim: Draft, code: string, modifiers: readonly string[]): Draft => {
  const line: ClaimLine = lineOf(code, { modifiers, dx: claim.diagnoses.map((each) => each.code) });
  return { ...claim, lines: [line] };
};
const LEFT = noteOf('Arthritis of the left knee');
const SILENT = noteOf('Arthritis of the knee');
const BOTH = noteOf('Claudication of both legs');
const TEAR = noteOf('Medial meniscus tear, left knee');
const TITLED = noteOf('Arthritis of the knee', 'Left knee arthroscopy');

ruleCases(sideOfDiagnosis, /I\.B\.13/, [
  {
    name: 'names the side the words name',
    note: LEFT,
    claim: diagnosed(LEFT, { 'M17.10': 'Arthritis of the left knee' }),
    official: KNEES,
    finds: ['W dx-side'],
    diagnoses: ['M17.12'],
  },
  {
    name: 'names both sides where the titles name another part',
    note: BOTH,
    claim: diagnosed(BOTH, { 'I70.219': 'Claudication of both legs' }),
    official: KNEES,
    finds: ['W dx-side'],
    diagnoses: ['I70.213'],
  },
  {
    name: 'keeps the 7th character',
    note: TEAR,
    claim: diagnosed(TEAR, { 'S83.249A': 'Medial meniscus tear, left knee' }),
    official: KNEES,
    finds: ['W dx-side'],
    diagnoses: ['S83.242A'],
  },
  {
    name: 'takes the side of the operation where the words name none',
    note: TITLED,
    claim: pointing(diagnosed(TITLED, { 'M17.11': 'Arthritis of the knee' }), '29881', ['LT']),
    official: KNEES,
    finds: ['W dx-side'],
    diagnoses: ['M17.12'],
  },
  {
    name: 'takes back a side that nobody told',
    note: SILENT,
    claim: diagnosed(SILENT, { 'M17.11': 'Arthritis of the knee' }),
    official: KNEES,
    finds: ['W dx-side'],
    diagnoses: ['M17.10'],
  },
  {
    name: 'fails a diagnosis of the other side',
    note: LEFT,
    claim: pointing(diagnosed(LEFT, { 'M17.12': 'Arthritis of the left knee' }), '27447', ['RT']),
    official: KNEES,
    finds: ['F dx-side'],
  },
  {
    name: 'fails it on a claim without quotes, by the finger too',
    note: SILENT,
    claim: pointing(diagnosed(SILENT, { 'M17.12': '' }), '26055', ['F6']),
    official: KNEES,
    finds: ['F dx-side'],
  },
  {
    name: 'is content with one diagnosis of the side among others',
    note: LEFT,
    claim: pointing(diagnosed(LEFT, { 'M17.12': 'Arthritis of the left knee', 'M17.11': '' }), '27447', ['LT']),
    official: KNEES,
    finds: [],
  },
  {
    name: 'is content with both sides',
    note: BOTH,
    claim: pointing(diagnosed(BOTH, { 'I70.213': 'Claudication of both legs' }), '37220', ['LT']),
    official: KNEES,
    finds: [],
  },
  {
    name: 'leaves an unspecified side that nobody tells',
    note: SILENT,
    claim: diagnosed(SILENT, { 'M17.10': 'Arthritis of the knee' }),
    official: KNEES,
    finds: [],
  },
  {
    name: 'leaves a side that is told',
    note: LEFT,
    claim: diagnosed(LEFT, { 'M17.12': 'Arthritis of the left knee' }),
    official: KNEES,
    finds: [],
  },
  {
    name: 'knows the sides of the library without an order file',
    note: LEFT,
    claim: diagnosed(LEFT, { 'C34.10': 'Arthritis of the left knee' }),
    finds: ['W dx-side'],
    diagnoses: ['C34.12'],
  },
]);
