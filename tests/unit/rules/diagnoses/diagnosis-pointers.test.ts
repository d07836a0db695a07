import type { DiagnosisCode } from '../../../../src/core/model/code.ts';
import { diagnosisPointers } from '../../../../src/core/rules/diagnoses/diagnosis-pointers.ts';
import { claimOf, lineOf, quote } from '../../../support/a-claim.ts';
import { told } from '../../../support/diagnoses.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const NOTE = `DIAGNOSIS: 1. Gallstones.
2. Left meniscus tear.
3. Right meniscus tear.
4. Weeks of gestation.
PROCEDURE: Laparoscopic cholecystectomy, knee arthroscopy.`;
const DIAGNOSES = [
  told('K80.20', 'Gallstones', NOTE, 'Calculus of gallbladder'),
  told('S83.242A', 'Left meniscus tear', NOTE, 'Tear of medial meniscus, left knee'),
  told('S83.241A', 'Right meniscus tear', NOTE, 'Tear of medial meniscus, right knee'),
  told('Z3A.39', 'Weeks of gestation', NOTE, '39 weeks gestation of pregnancy'),
];
const FOURTEEN = Array.from({ length: 14 }, (_, at) => told(`K${10 + at}.0`, 'Gallstones', NOTE));
const codesOf = (list: readonly { readonly code: DiagnosisCode }[]) => list.map(({ code }) => code);
const billed = (
  name: string,
  lines: readonly (readonly [string, string, readonly DiagnosisCode[]])[],
  points: readonly string[],
  given: { readonly finds?: readonly string[]; readonly diagnoses?: typeof DIAGNOSES } = {},
): RuleCase => {
  const diagnoses = given.diagnoses ?? DIAGNOSES;
  const claim = claimOf(
    lines.map(([code, modifier, dx]) =>
      lineOf(code, {
        modifiers: modifier === '' ? [] : [modifier],
        dx,
        evidence: [quote(code === '29881' ? 'knee arthroscopy' : 'Laparoscopic cholecystectomy', NOTE)],
      }),
    ),
    diagnoses,
  );
  return { name, note: NOTE, claim, finds: given.finds ?? [], points, diagnoses: codesOf(diagnoses).slice(0, 12) };
};
const [stones, left, right, weeks] = codesOf(DIAGNOSES);
const ALL = codesOf(DIAGNOSES);
const pick = (...codes: readonly (DiagnosisCode | undefined)[]) => codes.filter((code) => code !== undefined);

ruleCases(diagnosisPointers, /ch\. 26/, [
  billed('keeps what a line points to', [['47562', '', pick(stones)]], ['47562>K80.20']),
  billed('points a line to what its record expects', [['47562', '', []]], ['47562>K80.20']),
  billed('points by the side of the line', [['29881', 'LT', pick(left, right)]], ['29881>S83.242A']),
  billed('keeps the other side where it is all there is', [['29881', 'RT', pick(left)]], ['29881>S83.242A']),
  billed(
    'takes pointers apart that all went to all',
    [
      ['47562', '', ALL],
      ['29881', 'LT', ALL],
    ],
    ['47562>K80.20', '29881>K80.20,S83.242A,Z3A.39'],
    { finds: ['W dx-pointers'] },
  ),
  billed(
    'leaves two diagnoses on all lines',
    [
      ['47562', '', pick(stones, left)],
      ['29881', 'LT', pick(stones, left)],
    ],
    ['47562>K80.20,S83.242A', '29881>K80.20,S83.242A'],
  ),
  billed('drops a pointer to nothing', [['47562', '', pick(stones, told('K81.0', '', NOTE).code)]], ['47562>K80.20']),
  billed('cuts at four a line', [['47562', '', codesOf(FOURTEEN).slice(0, 5)]], ['47562>K10.0,K11.0,K12.0,K13.0'], {
    diagnoses: FOURTEEN.slice(0, 6),
    finds: ['W dx-pointers'],
  }),
  billed('cuts at twelve a claim', [['47562', '', codesOf(FOURTEEN).slice(0, 1)]], ['47562>K10.0'], {
    diagnoses: FOURTEEN,
    finds: ['W dx-pointers'],
  }),
  billed('points to no status alone', [['47562', '', []]], ['47562>S83.242A,Z3A.39'], {
    diagnoses: DIAGNOSES.filter(({ code }) => code === left || code === weeks),
  }),
]);
