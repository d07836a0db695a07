import { describe, expect, it } from 'vitest';
import type { ProcedureCode } from '../../../src/core/model/code.ts';
import type { Rubric } from '../../../src/core/model/draft.ts';
import { answerJson } from '../../../src/core/reply/answer-json.ts';
import { caseAnswer, claimLine, evidence } from '../../support/answer-builders.ts';
import { caseViewOf as viewOf } from '../../support/case-view-of.ts';
import { DIFFICULT_CASE, EASY_CASE } from '../../support/sample-answers.ts';

const rubric = (modifier: string, code: string, given: Partial<Rubric> = {}): Rubric => ({
  modifier,
  code: code as ProcedureCode,
  verdict: 'earned',
  criteria: [{ text: 'unrelated to it', state: 'met', quote: evidence('the other eye') }],
  authority: 'CPT',
  ...given,
});
const lines = [
  claimLine({ code: '66984', modifiers: ['79', 'LT'] }),
  claimLine({ code: '66174', seq: 2, modifiers: ['79', 'LT'] }),
];

describe('modifiers in a reply', () => {
  it('are one entry for all lines judged alike', () => {
    const { rubrics } = viewOf(caseAnswer({ lines, rubrics: [rubric('79', '66984'), rubric('79', '66174')] }));
    expect(rubrics).toMatchObject([{ modifier: '79', verdict: 'Lines 1-2, earned' }]);
  });

  it('tell what is met, what is not and what is not documented, each quote once', () => {
    const quote = evidence('I did her right eye three weeks ago');
    const criteria = [
      { text: 'by the same surgeon', state: 'met', quote },
      { text: 'not planned', state: 'not documented', quote: undefined },
      { text: 'within 90 days', state: 'met', quote },
      { text: 'in an operating room', state: 'not met', quote: undefined },
    ] as const;
    const { rubrics } = viewOf(
      caseAnswer({ lines, rubrics: [rubric('78', '66984', { verdict: 'not earned', criteria })] }),
    );
    expect(rubrics).toEqual([
      {
        modifier: '78',
        verdict: 'Line 1, not earned',
        parts: [
          {
            label: 'Met',
            items: [
              { text: 'by the same surgeon', quote: quote.quote },
              { text: 'within 90 days', quote: undefined },
            ],
          },
          { label: 'Not met', items: [{ text: 'in an operating room', quote: undefined }] },
          { label: 'Not documented', items: [{ text: 'not planned', quote: undefined }] },
        ],
      },
    ]);
  });

  it('say nothing of an earned side, but of one that is open', () => {
    expect(viewOf(caseAnswer({ lines, rubrics: [rubric('LT', '66984'), rubric('50', '66174')] })).rubrics).toEqual([]);
    expect(viewOf(caseAnswer({ lines, rubrics: [rubric('LT', '66984', { verdict: 'open' })] })).rubrics).toHaveLength(
      1,
    );
  });

  it('name the code where no line of it is left', () => {
    expect(viewOf(caseAnswer({ lines, rubrics: [rubric('59', '45380', { verdict: 'open' })] })).rubrics).toMatchObject([
      { verdict: '45380, open' },
    ]);
  });

  it('make a plain case longer, and are not there in one', () => {
    if (EASY_CASE.kind !== 'case') throw new Error('not a case');
    expect(viewOf(EASY_CASE)).toMatchObject({ template: 'case-short', rubrics: [] });
    expect(viewOf({ ...EASY_CASE, rubrics: [rubric('79', '44970')] }).template).toBe('case');
  });

  it('stand in the machine-readable answer with their quotes', () => {
    expect(answerJson('n.txt', DIFFICULT_CASE).rubrics).toMatchObject([
      {
        modifier: '22',
        code: '22551',
        verdict: 'open',
        criteria: [
          { state: 'met', quote: { start: 0 } },
          { state: 'not documented', quote: null },
        ],
      },
    ]);
    expect(answerJson('n.txt', EASY_CASE).rubrics).toEqual([]);
  });
});
