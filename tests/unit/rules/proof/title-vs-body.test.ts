import { describe, expect, it } from 'vitest';
import { titleVsBody } from '../../../../src/core/rules/proof/title-vs-body.ts';
import { claimOf, lineOf, quote } from '../../../support/a-claim.ts';
import { codeNote } from '../../../support/code-a-note.ts';
import { ruleCases } from '../../../support/rule-cases.ts';
import { smallEngine } from '../../../support/small-library.ts';

const BOTH = 'PROCEDURE: 1. Lap chole.\n2. Left knee arthroscopy.\nTECHNIQUE:';
const DENIED = `${BOTH} The gallbladder was removed. The knee arthroscopy was not performed.`;
const BY_ANOTHER = `${BOTH} The gallbladder was removed. The knee arthroscopy was performed by Dr. Jones.`;
const DONE = `${BOTH} The gallbladder was removed. Knee arthroscopy followed through two portals.`;
const BODY_ONLY =
  'PROCEDURE: Lap chole.\nTECHNIQUE: The gallbladder was removed. A knee arthroscopy was performed as well.';

const of = (note: string, code: string, words: string) => lineOf(code, { evidence: [quote(words, note)] });

ruleCases(titleVsBody, /NCCI Policy Manual ch. 1/, [
  {
    name: 'a titled act that the body denies is not billed',
    note: DENIED,
    claim: claimOf([of(DENIED, '47562', 'Lap chole'), of(DENIED, '29881', 'Left knee arthroscopy')]),
    finds: ['F title-vs-body'],
    lines: ['47562'],
  },
  {
    name: 'nor is one that the body gives to another',
    note: BY_ANOTHER,
    claim: claimOf([of(BY_ANOTHER, '47562', 'Lap chole'), of(BY_ANOTHER, '29881', 'Left knee arthroscopy')]),
    finds: ['F title-vs-body'],
    lines: ['47562'],
  },
  {
    name: 'one that was done stays',
    note: DONE,
    claim: claimOf([of(DONE, '47562', 'Lap chole'), of(DONE, '29881', 'Left knee arthroscopy')]),
    finds: [],
  },
  {
    name: 'a titled act without a line is named',
    note: DONE,
    claim: claimOf([of(DONE, '47562', 'Lap chole')]),
    finds: ['W title-vs-body'],
  },
  {
    name: 'unless "not billed" says whose part it is',
    note: DONE,
    claim: {
      ...claimOf([of(DONE, '47562', 'Lap chole')]),
      notBilled: [{ code: lineOf('29881').code, title: 'Knee', reason: 'the look is part of it', evidence: [] }],
    },
    finds: [],
  },
  {
    name: 'what only the body tells is named',
    note: BODY_ONLY,
    claim: claimOf([
      of(BODY_ONLY, '47562', 'Lap chole'),
      of(BODY_ONLY, '29881', 'A knee arthroscopy was performed as well'),
    ]),
    finds: ['W title-vs-body'],
  },
  {
    name: 'a companion of a titled code is expected',
    note: 'PROCEDURE: ACDF C5-C6.\nTECHNIQUE: An allograft was seated.',
    claim: claimOf([lineOf('22551', { evidence: [] }), lineOf('20931', { evidence: [] })]),
    finds: [],
  },
  {
    name: 'a note without a title is not compared',
    note: 'The gallbladder was removed with the laparoscope today in full.',
    claim: claimOf([lineOf('47562', { evidence: [] })]),
    finds: [],
  },
  {
    name: 'a code that the library does not know is not compared',
    note: DONE,
    claim: claimOf([of(DONE, '47562', 'Lap chole'), of(DONE, '29881', 'Left knee'), of(DONE, '99999', 'Lap chole')]),
    finds: [],
  },
]);

describe('what title-vs-body says', () => {
  it('names the titled act and the reason', () => {
    const { context, draft } = codeNote(DENIED, smallEngine());
    const texts = titleVsBody(draft, context).findings.map(({ text }) => text);
    expect(texts).toEqual(['"Left knee arthroscopy" is titled and not billed: the note says that it was not done']);
  });

  it('names a titled line of which the body tells nothing', () => {
    const steps =
      'The trocars were put in place. The artery was clipped. The duct was cut. The bag was filled. The liver was dry. The ports were taken out. The cuts were sewn. The gallbladder was removed.';
    const { context, draft } = codeNote(
      `PROCEDURE: 1. Lap chole.\n2. Left knee arthroscopy.\nTECHNIQUE: ${steps}`,
      smallEngine(),
    );
    const { findings } = titleVsBody(draft, context);
    expect(findings.map(({ severity, codes }) => [severity, ...codes])).toEqual([['W', '29881']]);
  });
});
