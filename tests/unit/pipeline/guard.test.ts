import { describe, expect, it } from 'vitest';
import { MAIL_VERDICTS, type MailVerdict } from '../../../src/core/model/inbound-email.ts';
import { guard } from '../../../src/pipeline/guard.ts';
import type { ReadMail } from '../../../src/pipeline/parse.ts';

function mail(verdict: MailVerdict, change: { from?: string | undefined; oversizeBytes?: number } = {}): ReadMail {
  const from = 'from' in change ? change.from : 'dana@clinic.example';
  return {
    email: {
      messageId: '<m@clinic.example>',
      inReplyTo: undefined,
      references: [],
      from: from === undefined ? undefined : { name: undefined, address: from },
      to: [],
      cc: [],
      subject: '',
      date: undefined,
      headers: new Map(),
      text: '',
      html: undefined,
      attachments: [],
      embedded: [],
      sizeBytes: 0,
    },
    reading: {
      verdict,
      reason: 'because',
      forwarded: undefined,
      visibleText: '',
      trimmedText: '',
      signature: '',
      recipients: [],
    },
    oversizeBytes: change.oversizeBytes,
  } as ReadMail;
}

async function guarded(one: ReadMail, notified = true): Promise<string> {
  const gate = { allows: (address: string) => address.endsWith('@clinic.example'), mayNotify: async () => notified };
  const outcome = await guard(one, { gate });
  if (outcome.goes === 'on') return 'answered';
  const { result } = outcome;
  return result.next === 'reply' && result.answer.kind === 'notice' ? result.answer.notice : 'silence';
}

const ANSWERED = new Set<MailVerdict>(['case', 'question', 'follow_up']);
const TOLD: Partial<Record<MailVerdict, string>> = {
  encrypted: 'encrypted',
  unreadable: 'unreadable',
  empty: 'what-i-can-do',
};

describe('the guard', () => {
  it.each(MAIL_VERDICTS)('decides about %s of a known sender', async (verdict) => {
    const expected = ANSWERED.has(verdict) ? 'answered' : (TOLD[verdict] ?? 'silence');
    expect(await guarded(mail(verdict))).toBe(expected);
  });

  it.each(MAIL_VERDICTS)('gives a stranger with %s a notice, and a machine nothing', async (verdict) => {
    const isPerson = ANSWERED.has(verdict) || verdict in TOLD;
    expect(await guarded(mail(verdict, { from: 'chris@elsewhere.example' }))).toBe(isPerson ? 'stranger' : 'silence');
  });

  it('stays silent when the notice of today is used up', async () => {
    expect(await guarded(mail('case', { from: 'chris@elsewhere.example' }), false)).toBe('silence');
  });

  it('stays silent without a sender', async () => {
    expect(await guarded(mail('case', { from: undefined }))).toBe('silence');
  });

  it('tells a known sender that his mail is too large, and a stranger only that he is one', async () => {
    expect(await guarded(mail('case', { oversizeBytes: 30_000_000 }))).toBe('too-large');
    expect(await guarded(mail('case', { oversizeBytes: 30_000_000, from: 'a@elsewhere.example' }))).toBe('stranger');
  });
});
