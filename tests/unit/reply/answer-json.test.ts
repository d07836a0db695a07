import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerJson, unansweredJson } from '../../../src/core/reply/answer-json.ts';
import { noticeAnswer } from '../../support/answer-builders.ts';
import { DIFFICULT_CASE, EASY_CASE, HELD_CASE } from '../../support/sample-answers.ts';
import { AUDIT_CASE } from '../../support/sample-audit.ts';
import { CODE_QUESTION } from '../../support/sample-question.ts';

const schema = z.fromJSONSchema(
  JSON.parse(readFileSync(new URL('../../golden/answer.schema.json', import.meta.url), 'utf8')),
);

describe('answer --json', () => {
  it.each([
    ['an easy case', EASY_CASE],
    ['a difficult case', DIFFICULT_CASE],
    ['a held case without official data', HELD_CASE],
    ['an audit', AUDIT_CASE],
    ['a question', CODE_QUESTION],
    ['a notice', noticeAnswer('no-text')],
  ])('keeps to its schema for %s', (_name, answer) => {
    const printed = JSON.parse(JSON.stringify(answerJson('note.txt', answer)));
    expect(schema.safeParse(printed).error).toBeUndefined();
  });

  it('keeps to its schema for a mail that nobody is answered for', () => {
    expect(schema.safeParse(unansweredJson('mail.eml', 'auto_reply')).error).toBeUndefined();
  });

  it('is refused by the schema when a field is missing or new', () => {
    const printed = answerJson('note.txt', EASY_CASE);
    const { traceId: _, ...without } = printed;
    expect(schema.safeParse(without).success).toBe(false);
    expect(schema.safeParse({ ...printed, extra: 1 }).success).toBe(false);
  });

  it('tells of an audit what was billed, what is supported and what to do about a denial', () => {
    const { audit } = answerJson('note.txt', AUDIT_CASE);
    expect(audit?.lines.map(({ outcome }) => outcome)).toEqual(['unsupported', 'under', 'confirmed']);
    expect(audit?.denials[0]).toMatchObject({ advice: 'do-not-appeal', wording: null });
    expect(answerJson('note.txt', EASY_CASE).audit).toBeUndefined();
  });

  it('gives the claim as it is', () => {
    const [first] = answerJson('note.txt', DIFFICULT_CASE).lines;
    expect(first).toMatchObject({
      seq: 1,
      code: '22551',
      units: 1,
      dx: ['M47.12', 'M50.01', 'G82.50'],
      globalDays: '090',
    });
    expect(answerJson('note.txt', HELD_CASE).lines[0]).toMatchObject({ totalRvu: null, globalDays: null });
  });
});
