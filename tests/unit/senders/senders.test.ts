import { describe, expect, it } from 'vitest';
import type { Counter } from '../../../src/core/model/sender.ts';
import { authorOf } from '../../../src/core/senders/authors.ts';
import { copiesFor } from '../../../src/core/senders/copies.ts';
import { guestCounter, loopCounters, rateCounters, replyCounters } from '../../../src/core/senders/counters.ts';
import { stripSubject } from '../../../src/core/senders/loop-subject.ts';
import { cameByForwardingRule, isGoingInCircles } from '../../../src/core/senders/mail-loops.ts';
import { mailboxOf, standingOf } from '../../../src/core/senders/sender-rules.ts';
import { RULES } from '../../support/sender-rules.ts';

describe('the author of a mail', () => {
  const author = (address: string, ...from: string[]) =>
    authorOf({ from: { name: undefined, address }, headers: new Map([['from', from]]) });

  it('is the one address in From, whatever the name says', () => {
    expect(author('Dana@Clinic.example', 'Dana@Clinic.example')).toBe('dana@clinic.example');
    expect(author('dana@clinic.example', '"Coder, Dana" <dana@clinic.example>')).toBe('dana@clinic.example');
    expect(author('eve@evil.example', '"dana@clinic.example" <eve@evil.example>')).toBe('eve@evil.example');
  });

  it('is nobody when there are several, or none that can be written to', () => {
    expect(author('dana@clinic.example', 'dana@clinic.example, eve@evil.example')).toBe('several');
    expect(author('dana@clinic.example', 'dana@clinic.example', 'dana@clinic.example')).toBe('several');
    expect(author('', 'undisclosed')).toBe('none');
    expect(author('dana@clinic.example,eve@evil.example', 'x')).toBe('none');
    expect(authorOf({ from: undefined, headers: new Map() })).toBe('none');
  });
});

describe('the lists', () => {
  it.each([
    ['dana@clinic.example', 'registered'],
    ['DANA@CLINIC.EXAMPLE', 'registered'],
    ['dana@sub.clinic.example', 'guest'],
    ['dana@clinic.example.evil.example', 'guest'],
    ['eve@clinic.example', 'blocked'],
    ['eve+1@clinic.example', 'blocked'],
    ['anybody@spam.example', 'blocked'],
  ])('know %s as %s', (address, standing) => {
    expect(standingOf(address, RULES)).toBe(standing);
  });

  it('take an address with a tag for its mailbox', () => {
    expect(mailboxOf('Dana+Case7@Clinic.example')).toBe('dana@clinic.example');
    expect(mailboxOf('+odd@clinic.example')).toBe('+odd@clinic.example');
  });
});

describe('what is counted', () => {
  const keysOf = (counters: readonly Counter[]) => [...new Set(counters.map(({ of }) => of))];
  const mail = (sender: string, subject = 'Op note') => ({ sender, subject });

  it('meets again when a machine changes its address or the marks of its replies', () => {
    const first = keysOf(loopCounters(mail('bot+1@evil.example'), 'guest', RULES));
    const second = keysOf(loopCounters(mail('other@evil.example', 'AW: Re: Op note [CC-7F3K2AB]'), 'guest', RULES));
    expect(first.filter((key) => second.includes(key))).toEqual(['in @evil.example op note', 'in @evil.example']);
  });

  it('caps less where colleagues share a domain', () => {
    const most = (standing: 'registered' | 'guest') =>
      loopCounters(mail('dana@clinic.example'), standing, RULES)
        .filter(({ of }) => of === 'in @clinic.example op note')
        .map((counter) => [counter.most, counter.withinMs]);
    expect(most('guest')).toEqual([
      [3, 600_000],
      [6, 1_800_000],
      [9, 3_600_000],
    ]);
    expect(most('registered').map(([many]) => many)).toEqual([9, 18, 27]);
  });

  it('says what it is without naming anybody', () => {
    const all = [
      ...loopCounters(mail('dana@clinic.example'), 'guest', RULES),
      ...replyCounters({ caseKey: 'CC-7F3K2AB', to: 'dana@clinic.example' }, RULES),
      ...rateCounters('dana@clinic.example', RULES),
      guestCounter('dana@clinic.example', RULES, false),
    ];
    for (const { what } of all) expect(what).not.toMatch(/@|dana|clinic|note|CC-/i);
    expect(new Set(keysOf(all)).size).toBe(9);
  });

  it.each([
    ['Re: Re: Op note', 'op note'],
    ['AW: [EXT] Op note (Ticket 4711)', 'op note'],
    ['Re[2]: Op note', 'op note'],
    ['Re: Op note [[NAME]] [[NAME]8Z03] ...', 'op note'],
    ['[EXT] Re: Op note', 'op note'],
    ['(no subject)', 'no subject'],
    ['回复：Op note', 'op note'],
    ['Case 12', 'case 12'],
    ['', ''],
  ])('takes "%s" for the subject "%s"', (subject, stripped) => {
    expect(stripSubject(subject)).toBe(stripped);
  });

  it('strips hostile subjects quickly', () => {
    for (const part of ['re:', '[', '[(', 'a', 're [1] ', ' ', ':']) stripSubject(part.repeat(100_000));
  });
});

describe('the trace of a mail', () => {
  const own = { addresses: ['consult@own.example'], domain: 'own.example' };
  const hop = (by: string) => `from a.example (a.example [192.0.2.9]) by ${by} with ESMTP`;
  const with_ = (headers: Record<string, readonly string[]>) => ({ headers: new Map(Object.entries(headers)) });

  it('shows that a mail has been here before', () => {
    expect(isGoingInCircles(with_({ received: Array.from({ length: 5 }, () => hop('mx.own.example')) }), own)).toBe(
      true,
    );
    expect(isGoingInCircles(with_({ received: Array.from({ length: 9 }, () => hop('mx.other.example')) }), own)).toBe(
      false,
    );
    expect(
      isGoingInCircles(with_({ 'delivered-to': ['a@x.example', 'consult@own.example', 'consult@own.example'] }), own),
    ).toBe(false);
    expect(
      isGoingInCircles(with_({ 'delivered-to': Array.from({ length: 3 }, () => '<Consult@Own.example>') }), own),
    ).toBe(true);
  });

  it('shows that a rule of another mailbox sent it on', () => {
    expect(cameByForwardingRule(with_({ 'x-forwarded-to': ['consult@own.example'] }), own.addresses)).toBe(true);
    expect(cameByForwardingRule(with_({ 'auto-submitted': ['auto-forwarded'] }), own.addresses)).toBe(true);
    expect(cameByForwardingRule(with_({ 'x-forwarded-to': ['x@own.example'] }), own.addresses)).toBe(false);
  });
});

describe('who gets a copy', () => {
  const copies = (cc: readonly string[], sender = 'dana@clinic.example') =>
    copiesFor({ cc: cc.map((address) => ({ name: undefined, address })) }, sender, ['consult@clinic.example']);

  it('is a colleague in Cc, once, and neither we nor the sender', () => {
    const cc = ['Lee@Clinic.example', 'lee@clinic.example', 'dana@clinic.example', 'consult@clinic.example'];
    expect(copies([...cc, 'eve@evil.example', 'x@sub.clinic.example', 'a b@clinic.example'])).toEqual([
      'lee@clinic.example',
    ]);
  });

  it('is nobody of a department, and nobody of a public provider', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `p${at}@clinic.example`);
    expect(copies(many(5))).toHaveLength(5);
    expect(copies(many(6))).toEqual([]);
    expect(copies(['lee@gmail.com'], 'dana@gmail.com')).toEqual([]);
  });
});
