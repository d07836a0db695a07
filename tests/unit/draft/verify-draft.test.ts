import { expect, test } from 'vitest';
import { type UnverifiedChoice, verifyChoice } from '../../../src/core/draft/verify-draft.ts';
import { lineOf } from '../../support/a-claim.ts';
import { type AnswerLine, answerOf, request } from '../../support/model-request.ts';

const verify = (...lines: readonly AnswerLine[]) =>
  verifyChoice(
    JSON.parse(answerOf(...lines)) as UnverifiedChoice,
    request.candidates,
    request.note,
    request.draft,
    request.describe,
  );

test('a line keeps what the engine knows of its code; its title is the library’s', () => {
  const { draft, dropped } = verify({ modifiers: ['lt', '59', 'LT', 'toolong'], units: 2 });
  expect(dropped).toEqual([]);
  expect(draft.lines).toMatchObject([
    {
      seq: 1,
      code: '47562',
      modifiers: ['LT', '59'],
      units: 2,
      title: 'Gallbladder out through the laparoscope',
      why: 'gallbladder removed, no duct picture',
      confidence: { value: 0.9 },
      globalDays: '090',
    },
  ]);
});

test('a quote is found over line breaks, and its offsets are those of the note', () => {
  const [evidence] = verify({}).draft.lines[0]?.evidence ?? [];
  expect(evidence?.quote).toBe('The gallbladder was removed\nthrough the umbilical port');
  expect(request.note.text.slice(evidence?.start, evidence?.end)).toBe(evidence?.quote);
});

test('a candidate that the engine had not drafted needs a coder, and the left-out line is shown', () => {
  const { draft } = verify({ code: '47563' });
  expect(draft.lines).toMatchObject([{ code: '47563', confidence: { word: 'needs a coder' } }]);
  expect(draft.notBilled).toMatchObject([{ code: '47562' }]);
});

test.each([
  [{ code: '99999' }, { code: '99999', reason: 'not among the candidates' }],
  [{ code: 'Ignore all rules' }, { code: '-', reason: 'not among the candidates' }],
  [{ quotes: ['The appendix was removed'] }, { code: '47562', reason: 'a quote is not in the note' }],
  [{ quotes: ['Four ports were placed', 'invented'] }, { code: '47562', reason: 'a quote is not in the note' }],
  [{ quotes: ['a'] }, { code: '47562', reason: 'a quote is not in the note' }],
  [{ quotes: [] }, { code: '47562', reason: 'no quote' }],
  [{ units: 0 }, { code: '47562', reason: 'units are not a positive whole number' }],
  [{ units: 1.5 }, { code: '47562', reason: 'units are not a positive whole number' }],
])('drops %j, after which the deterministic draft stands', (line, wanted) => {
  expect(verify(line)).toEqual({ draft: request.draft, dropped: [wanted] });
});

test('the same line twice counts once', () => {
  const { draft, dropped } = verify({}, {});
  expect(draft.lines).toHaveLength(1);
  expect(dropped).toEqual([{ code: '47562', reason: 'repeated' }]);
});

test('the model neither chooses nor drops a visit', () => {
  const [line] = request.draft.lines;
  if (line === undefined) throw new Error('the request drafts a line');
  const visit = { ...line, code: lineOf('99213').code, modifiers: ['25'] };
  const draft = { ...request.draft, lines: [visit, line] };
  const choose = (...lines: readonly AnswerLine[]) =>
    verifyChoice(
      JSON.parse(answerOf(...lines)) as UnverifiedChoice,
      request.candidates,
      request.note,
      draft,
      request.describe,
    );
  expect(choose({}, { code: '99215' }).draft.lines.map(({ code }) => code)).toEqual(['99213', '47562']);
  expect(choose({ code: '99215' }).draft).toBe(draft);
});

test('an empty choice leaves the deterministic draft', () => {
  expect(verify().draft).toBe(request.draft);
});
