import { describe, expect, it } from 'vitest';
import { readAuthenticationResults } from '../../../src/core/senders/authentication-results.ts';
import { topFields } from '../../../src/core/senders/header-fields.ts';
import { receiverVerdict } from '../../../src/core/senders/receiver-verdict.ts';
import { receivingSide } from '../../../src/core/senders/receiving-side.ts';

const OUTSIDE = 'Received: from mail.clinic.example (mail.clinic.example [192.0.2.25]) by mx.own.example with ESMTPS';
const INSIDE = 'Received: from mx.own.example by store.own.example with LMTP id 1';
const LOOPBACK = 'Received: from localhost (localhost [127.0.0.1]) by mx.own.example (amavis)';
const RELAY = 'Received: from mx.own.example (mx.own.example [10.0.0.2]) by store.own.example with ESMTP';
const PASS = 'Authentication-Results: mx.own.example; dmarc=pass (p=REJECT) header.from=clinic.example';
const FAIL = 'Authentication-Results: mx.own.example; dmarc=fail header.from=clinic.example';

const verdictOf = (
  lines: readonly string[],
  { ids = ['mx.own.example'], hops = 1, author = 'dana@clinic.example' } = {},
): string => {
  const source = new TextEncoder().encode([...lines, 'From: dana@clinic.example', '', 'body'].join('\r\n'));
  return receiverVerdict(receivingSide(topFields(source), hops), ids, author)?.proof ?? 'unknown';
};

describe('the word of the receiving server', () => {
  it('counts above the line with which the mail came in', () => {
    expect(verdictOf([PASS, OUTSIDE])).toBe('pass');
    expect(verdictOf([FAIL, OUTSIDE])).toBe('fail');
    expect(verdictOf(['Return-Path: <dana@clinic.example>', INSIDE, LOOPBACK, PASS, OUTSIDE])).toBe('pass');
  });

  it('does not count below it, whatever id it claims', () => {
    expect(verdictOf([OUTSIDE, PASS])).toBe('unknown');
    expect(verdictOf([OUTSIDE, OUTSIDE, PASS])).toBe('unknown');
    expect(verdictOf([FAIL, OUTSIDE, PASS])).toBe('fail');
    expect(verdictOf([PASS])).toBe('unknown');
    expect(verdictOf([INSIDE, PASS])).toBe('unknown');
  });

  it('is looked for as many of our own servers down as are configured', () => {
    expect(verdictOf([RELAY, PASS, OUTSIDE])).toBe('unknown');
    expect(verdictOf([RELAY, PASS, OUTSIDE], { hops: 2 })).toBe('pass');
    expect(verdictOf([RELAY, OUTSIDE, PASS], { hops: 2 })).toBe('unknown');
    expect(verdictOf([OUTSIDE, PASS], { hops: 2 })).toBe('unknown');
  });

  it('counts of configured servers only', () => {
    expect(verdictOf([PASS, OUTSIDE], { ids: ['mx.other.example'] })).toBe('unknown');
    expect(verdictOf([PASS, OUTSIDE], { ids: [] })).toBe('unknown');
    expect(verdictOf([PASS.replace('mx.own.example', 'mx.own.example.evil.example'), OUTSIDE])).toBe('unknown');
  });

  it('is read where Gmail writes it, and only its first', () => {
    const google = (result: string) =>
      `Authentication-Results: mx.google.com; dmarc=${result} (p=NONE sp=NONE dis=NONE) header.from=clinic.example`;
    const hop = 'Received: by 2002:a05:6a10:1 with SMTP id x; Mon, 2 Jun 2025 07:12:44 -0700 (PDT)';
    const edge = 'Received: from mail.clinic.example (mail.clinic.example. [192.0.2.25]) by mx.google.com with ESMTPS';
    const ids = { ids: ['mx.google.com'] };
    expect(verdictOf([hop, edge, 'Received-SPF: pass', google('pass')], ids)).toBe('pass');
    expect(verdictOf([hop, edge, google('fail'), google('pass')], ids)).toBe('fail');
    expect(verdictOf([hop, edge, 'Received: from a', google('pass')], ids)).toBe('unknown');
  });

  it('is read without an id where Microsoft 365 writes none', () => {
    const line =
      'Authentication-Results: spf=pass (sender IP is 192.0.2.25)\r\n smtp.mailfrom=clinic.example; dkim=pass (signature was verified)\r\n header.d=clinic.example;dmarc=pass action=none\r\n header.from=clinic.example;compauth=pass reason=100';
    expect(verdictOf([line, OUTSIDE], { ids: ['unnamed'] })).toBe('pass');
    expect(verdictOf([line, OUTSIDE])).toBe('unknown');
    expect(verdictOf([PASS, OUTSIDE], { ids: ['unnamed'] })).toBe('unknown');
  });

  it('must be of the author that we read', () => {
    expect(verdictOf([PASS, OUTSIDE], { author: 'dana@evil.example' })).toBe('fail');
    expect(verdictOf(['Authentication-Results: mx.own.example; dmarc=pass', OUTSIDE])).toBe('fail');
  });

  it.each([
    ['dkim=pass header.d=clinic.example', 'pass'],
    ['dmarc=none header.from=clinic.example; dkim=pass header.i=@clinic.example', 'pass'],
    ['spf=pass smtp.mailfrom=bounce@clinic.example', 'pass'],
    ['dmarc=none; spf=pass smtp.mailfrom=clinic.example', 'pass'],
    ['dkim=pass header.d=evil.example; spf=pass smtp.mailfrom=evil.example', 'unknown'],
    ['dkim=pass header.d=notclinic.example', 'unknown'],
    ['dkim=pass header.d=example', 'unknown'],
    ['dmarc=none; dkim=fail header.d=clinic.example', 'none'],
    ['dmarc=temperror header.from=clinic.example', 'unknown'],
    ['dmarc=fail; dkim=pass header.d=clinic.example', 'fail'],
    ['none', 'unknown'],
  ])('weighs "%s": %s', (results, expected) => {
    expect(verdictOf([`Authentication-Results: mx.own.example; ${results}`, OUTSIDE])).toBe(expected);
  });

  it('takes nothing from comments and quotes', () => {
    expect(
      verdictOf([
        'Authentication-Results: mx.own.example; dkim=fail (; dmarc=pass header.from=clinic.example)',
        OUTSIDE,
      ]),
    ).toBe('unknown');
    expect(
      verdictOf([
        'Authentication-Results: mx.own.example; spf=fail smtp.helo="x; dmarc=pass header.from=clinic.example"',
        OUTSIDE,
      ]),
    ).toBe('unknown');
    expect(
      readAuthenticationResults(
        '(a (nested) comment) "mx.own.example" 1; dkim/1 = pass (good) header.d = Clinic.Example',
      ),
    ).toEqual({
      authservId: 'mx.own.example',
      results: [{ method: 'dkim', result: 'pass', properties: new Map([['header.d', 'clinic.example']]) }],
    });
  });

  it('reads hostile headers in time that grows with their length only', () => {
    for (const part of ['(', '"', '\\', '=', ';', 'a=', ' ', '((((a']) {
      expect(readAuthenticationResults(part.repeat(100_000)).results.length).toBeLessThan(10_000);
      expect(verdictOf([`Received: from ${part.repeat(50_000)}`, PASS, OUTSIDE])).not.toBe('fail');
    }
  });
});

describe('the client that a mail came from', () => {
  const clientOf = (line: string) => receivingSide(topFields(new TextEncoder().encode(`${line}\r\n\r\n`)), 1).client;

  it.each([
    [OUTSIDE, '192.0.2.25', 'mail.clinic.example'],
    [
      'Received: from helo.example (rdns.example. [IPv6:2001:db8::25])\r\n\tby mx.own.example (Postfix)',
      '2001:db8::25',
      'helo.example',
    ],
    [
      'Received: from BN8.example (40.107.1.2) by mx.own.example (10.1.2.3) with Microsoft SMTP Server',
      '40.107.1.2',
      'BN8.example',
    ],
    ['Received: from [203.0.113.9] (evil.example [192.0.2.66]) by mx.own.example', '192.0.2.66', '[203.0.113.9]'],
  ])('is read from "%s"', (line, ip, helo) => {
    expect(clientOf(line)).toEqual({ ip, helo, receivedBy: 'mx.own.example' });
  });

  it('is not taken from the words of the client itself', () => {
    expect(clientOf('Received: from [192.0.2.25] by mx.own.example')).toBeUndefined();
    expect(clientOf('Received: by mx.own.example')).toBeUndefined();
  });
});
