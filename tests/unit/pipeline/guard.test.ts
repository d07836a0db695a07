import { describe, expect, it } from 'vitest';
import type { AnsweredMail } from '../../../src/core/mail/thread/thread.ts';
import { MAIL_VERDICTS, type MailVerdict } from '../../../src/core/model/inbound-email.ts';
import type { Counter, Identity } from '../../../src/core/model/sender.ts';
import { guard } from '../../../src/pipeline/guard.ts';
import type { SenderGate } from '../../../src/pipeline/sender-gate.ts';
import { TryAgain } from '../../../src/pipeline/try-again.ts';
import { FAILED, gateOf, RULES, UNANSWERED, UNKNOWN } from '../../support/sender-rules.ts';
import { makeEmail } from '../mail/make-email.ts';

const OWN = { addresses: ['consult@consult.example'], messageIdDomain: 'consult.example' };
const GUEST = 'chris@elsewhere.example';
const NOTE = 'PROCEDURE: Laparoscopic appendectomy.\nFINDINGS: The appendix was inflamed and was removed in a bag.';

interface Sent {
  readonly verdict?: MailVerdict;
  readonly from?: string;
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  readonly inReplyTo?: string;
  readonly text?: string;
  readonly oversizeBytes?: number;
}

/** What the guard does: `answered`, the kind of the notice, `held` or `silence`. */
async function guarded(sent: Sent, change: Partial<SenderGate> = {}): Promise<string> {
  const { verdict = 'case', from = 'dana@clinic.example', headers = {}, text = NOTE, oversizeBytes } = sent;
  const address = from === '' ? undefined : { name: undefined, address: from };
  const email = {
    ...makeEmail({ text, headers: {}, inReplyTo: sent.inReplyTo }),
    from: address,
    headers: new Map(Object.entries({ from: [from], ...headers })),
  };
  const parts = { forwarded: undefined, visibleText: text, trimmedText: '', signature: '', recipients: [] };
  const reading = { ...parts, verdict, reason: 'because' };
  const mail = { email, reading, oversizeBytes, source: new Uint8Array() };
  const outcome = await guard(mail, { gate: gateOf(change), own: OWN });
  if (outcome.goes === 'on') return 'answered';
  const { result } = outcome;
  if (result.next === 'review') return 'held';
  return result.next === 'reply' && result.answer.kind === 'notice' ? result.answer.notice : 'silence';
}

const proven = (identity: Identity): Partial<SenderGate> => ({ prove: async () => identity });
/** The counters whose text begins so are used up. */
const usedUp = (start: string) => async (counters: readonly Counter[]) =>
  counters.find(({ of }) => of.startsWith(start));

const ANSWERED = new Set<MailVerdict>(['case', 'question', 'follow_up']);
const TOLD: Partial<Record<MailVerdict, string>> = {
  encrypted: 'encrypted',
  unreadable: 'unreadable',
  empty: 'what-i-can-do',
};
const isPersons = (verdict: MailVerdict): boolean => ANSWERED.has(verdict) || verdict in TOLD;

describe('the guard', () => {
  it.each(MAIL_VERDICTS)('decides about %s of a registered sender', async (verdict) => {
    const expected = ANSWERED.has(verdict) ? 'answered' : (TOLD[verdict] ?? 'silence');
    expect(await guarded({ verdict })).toBe(expected);
  });

  it.each(MAIL_VERDICTS)('answers no machine with %s, whoever releases it', async (verdict) => {
    const released = await guarded({ verdict }, { released: true, ...proven(FAILED) });
    expect(released === 'silence').toBe(!isPersons(verdict));
    expect(await guarded({ verdict, from: 'eve@clinic.example' })).toBe('silence');
    expect(await guarded({ verdict, from: 'a@spam.example' }, { released: true })).toBe('silence');
  });

  it.each(MAIL_VERDICTS)('holds %s of a sender who is not who he says, and answers nothing', async (verdict) => {
    const expected = isPersons(verdict) ? 'held' : 'silence';
    expect(await guarded({ verdict }, proven(FAILED))).toBe(expected);
    expect(await guarded({ verdict, from: GUEST }, proven(FAILED))).toBe(expected);
    expect(await guarded({ verdict, oversizeBytes: 30_000_000 }, proven(FAILED))).toBe(expected);
  });

  it('holds whom nobody vouches for, or answers the registered of them when told to', async () => {
    expect(await guarded({}, proven(UNKNOWN))).toBe('held');
    const open = { ...proven(UNKNOWN), rules: { ...RULES, unproven: 'answer' as const } };
    expect(await guarded({}, open)).toBe('answered');
    expect(await guarded({ from: GUEST }, open)).toBe('stranger');
  });

  it('comes again when the name servers do not answer', async () => {
    await expect(guarded({}, proven(UNANSWERED))).rejects.toThrow(TryAgain);
  });

  it('lets a released mail through without proof, count or allowance', async () => {
    const strict = { ...proven(FAILED), arrive: usedUp(''), grant: usedUp(''), released: true };
    expect(await guarded({}, strict)).toBe('answered');
    expect(await guarded({ from: GUEST }, strict)).toBe('answered');
    expect(await guarded({ oversizeBytes: 30_000_000 }, strict)).toBe('too-large');
  });

  it('stays silent without a sender, and holds a mail of several', async () => {
    expect(await guarded({ from: '' })).toBe('silence');
    expect(await guarded({ headers: { from: ['dana@clinic.example, eve@evil.example'] } })).toBe('held');
    expect(await guarded({ headers: { from: ['dana@clinic.example', 'eve@evil.example'] } }, { released: true })).toBe(
      'held',
    );
  });

  it('holds what comes too fast, and drops what has been here before', async () => {
    for (const start of ['in dana@clinic.example', 'in @clinic.example op note']) {
      expect(await guarded({}, { arrive: usedUp(start) })).toBe('held');
    }
    const received = Array.from({ length: 5 }, () => 'from a.example (a.example [192.0.2.9]) by mx.consult.example');
    expect(await guarded({ headers: { received } })).toBe('silence');
    expect(await guarded({ headers: { received: received.slice(1) } })).toBe('answered');
  });

  it('tells a registered sender once that the limit is reached, and holds what comes after', async () => {
    expect(await guarded({}, { grant: usedUp('answer') })).toBe('limit-reached');
    expect(await guarded({}, { grant: usedUp('answer'), mayNotify: async () => false })).toBe('held');
  });

  it('stays silent when the notice of today is used up', async () => {
    expect(await guarded({ verdict: 'encrypted' }, { mayNotify: async () => false })).toBe('silence');
  });
});

describe('a guest', () => {
  const sent = { from: GUEST };

  it('is answered while the allowance lasts, then asked to confirm, then told of the limit', async () => {
    expect(await guarded(sent)).toBe('answered');
    expect(await guarded(sent, { grant: usedUp('guest') })).toBe('confirm');
    expect(await guarded(sent, { grant: usedUp('guest'), confirm: async () => 'before' })).toBe('limit-reached');
    expect(await guarded(sent, { grant: usedUp('answer @elsewhere.example') })).toBe('limit-reached');
    expect(await guarded(sent, { grant: usedUp('guest'), mayNotify: async () => false })).toBe('silence');
  });

  it('confirms with a reply, which may hold the case', async () => {
    const confirm = async () => 'now' as const;
    const headers = { 'in-reply-to': ['<cc.CC-7F3K2AB.8a@consult.example>'] };
    expect(await guarded({ ...sent, headers, verdict: 'follow_up', text: 'Yes, it is me.' }, { confirm })).toBe(
      'confirmed',
    );
    expect(await guarded({ ...sent, headers, verdict: 'follow_up' }, { confirm })).toBe('answered');
  });

  it('gets the answer to the mail that waited, and no notice beside it, when he confirms', async () => {
    const opened: string[] = [];
    const gate = {
      confirm: async () => 'now' as const,
      openConfirmed: async ({ caseKey }: AnsweredMail) => opened.push(caseKey) > 0,
    };
    const inReplyTo = '<cc.CC-7F3K2AB.8a@consult.example>';
    expect(await guarded({ ...sent, inReplyTo, verdict: 'follow_up', text: 'Yes, it is me.' }, gate)).toBe('silence');
    expect(opened).toEqual(['CC-7F3K2AB']);
    expect(await guarded({ ...sent, inReplyTo, verdict: 'follow_up' }, gate)).toBe('answered');
    expect(opened).toHaveLength(1);
  });

  it('has more answers once confirmed', async () => {
    const allowed: number[] = [];
    const grant = async ([guest]: readonly Counter[]) => {
      allowed.push(guest?.most ?? 0);
      return undefined;
    };
    await guarded(sent, { grant });
    await guarded(sent, { grant, confirm: async () => 'before' });
    expect(allowed).toEqual([1, 3]);
  });

  it('is a stranger where no guests are wanted, or no address can be confirmed', async () => {
    const without = (answers: number) => ({ ...RULES, guest: { answers, confirmedAnswers: 0 } });
    expect(await guarded(sent, { rules: without(0) })).toBe('stranger');
    expect(await guarded(sent, { rules: without(1), grant: usedUp('guest') })).toBe('limit-reached');
  });

  it('uses up nothing with a mail that cannot be read', async () => {
    const grant = async () => Promise.reject(new Error('counted'));
    expect(await guarded({ ...sent, verdict: 'encrypted' }, { grant })).toBe('encrypted');
    expect(await guarded({ ...sent, oversizeBytes: 30_000_000 }, { grant })).toBe('too-large');
  });
});
