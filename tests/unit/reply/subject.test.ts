import { describe, expect, it } from 'vitest';
import type { CaseKey } from '../../../src/core/model/ids.ts';
import { replySubject } from '../../../src/core/reply/subject.ts';

const KEY = 'CC-7F3K2' as CaseKey;

describe('the subject of a reply', () => {
  it.each([
    ['Op note for coding', 'Re: Op note for coding [CC-7F3K2]'],
    ['Re: Op note for coding', 'Re: Op note for coding [CC-7F3K2]'],
    ['RE: AW: Re[2]: Op note', 'Re: Op note [CC-7F3K2]'],
    ['Fwd: Op note', 'Re: Fwd: Op note [CC-7F3K2]'],
    ['Re: Op note [CC-7F3K2]', 'Re: Op note [CC-7F3K2]'],
    ['Re: Op note [CC-AAAAA]', 'Re: Op note [CC-7F3K2]'],
    ['', 'Re: your mail [CC-7F3K2]'],
    ['Re:', 'Re: your mail [CC-7F3K2]'],
    ['Removal of a lipoma', 'Re: Removal of a lipoma [CC-7F3K2]'],
  ])('%j becomes %j', (subject, reply) => {
    expect(replySubject(subject, KEY)).toBe(reply);
  });

  it('stays one short line whatever the mail carried', () => {
    const subject = replySubject(`note\r\nBcc: evil@x.example\u202e\u0000 ${'word '.repeat(80)}`, KEY);
    expect(subject).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(subject.length).toBeLessThanOrEqual(80);
    expect(subject).toMatch(/^Re: note Bcc: .*\.\.\. \[CC-7F3K2\]$/);
  });
});
