import { describe, expect, it } from 'vitest';
import { createAuthenticator } from '../../../src/adapters/mailauth/authenticator.ts';
import { proveSender } from '../../../src/pipeline/prove-sender.ts';
import { caseMail } from '../../support/mails.ts';
import { keyRecord, type NameServer, nameServer, signMail } from '../../support/signed-mails.ts';

const RECEIVED = 'Received: from mail.clinic.example (mail.clinic.example [192.0.2.25]) by mx.own.example with ESMTPS';
const REJECT = { '_dmarc.clinic.example': ['v=DMARC1; p=reject'] };
const SPF = { 'clinic.example': ['v=spf1 ip4:192.0.2.25 -all'] };
const MAIL = caseMail({ id: 'signed' });

interface Asked {
  readonly author?: string;
  readonly isWhole?: boolean;
  readonly ids?: readonly string[];
  readonly timeoutMs?: number;
}

async function proof(source: string, names: NameServer, asked: Asked = {}): Promise<string> {
  const { author = 'dana@clinic.example', isWhole = true, ids = ['mx.own.example'], timeoutMs = 10_000 } = asked;
  const authenticator = createAuthenticator({ resolve: names.resolve, timeoutMs });
  const mail = { source: Buffer.from(source), author, isWhole };
  return (await proveSender(mail, { authservIds: ids, hops: 1, authenticator })).proof;
}

describe('a sender whose receiving server says nothing', () => {
  it('is proven by a signature of his domain, whether it publishes a policy or not', async () => {
    const signed = await signMail(MAIL, 'clinic.example');
    expect(await proof(signed, nameServer({ ...keyRecord('clinic.example'), ...REJECT }))).toBe('pass');
    expect(await proof(signed, nameServer(keyRecord('clinic.example')))).toBe('pass');
  });

  it('is refuted by a changed text, a changed sender or a signature of another domain', async () => {
    const names = () => nameServer({ ...keyRecord('clinic.example'), ...keyRecord('evil.example'), ...REJECT });
    const signed = await signMail(MAIL, 'clinic.example');
    expect(await proof(signed.replace('appendix', 'gallbladder'), names())).toBe('fail');
    expect(await proof(signed.replace('dana@', 'lee@'), names())).toBe('fail');
    expect(await proof(await signMail(MAIL, 'evil.example'), names())).toBe('fail');
    expect(await proof(MAIL, names())).toBe('fail');
  });

  it('is refuted by a signature below which others can write', async () => {
    const records = { ...keyRecord('clinic.example'), ...REJECT };
    const half = await signMail(MAIL, 'clinic.example', 60);
    expect(await proof(`${half}PROCEDURE: Total hip arthroplasty.\r\n`, nameServer(records))).toBe('fail');
    expect(await proof(half, nameServer(keyRecord('clinic.example')))).toBe('fail');
  });

  it('is unknown when his domain publishes nothing', async () => {
    expect(await proof(MAIL, nameServer({}))).toBe('none');
    expect(await proof(await signMail(MAIL, 'clinic.example'), nameServer({}))).toBe('none');
  });

  it('is asked for again when the name servers do not answer', async () => {
    const signed = await signMail(MAIL, 'clinic.example');
    const key = 'case._domainkey.clinic.example';
    expect(await proof(MAIL, nameServer({}, { broken: ['_dmarc.clinic.example'] }))).toBe('temporary');
    expect(await proof(signed, nameServer(REJECT, { broken: [key] }))).toBe('temporary');
    const never = { resolve: () => new Promise<never>(() => undefined), asked: [] };
    expect(await proof(signed, never, { timeoutMs: 50 })).toBe('temporary');
  });

  it('is proven by SPF when a configured server names the client', async () => {
    const mail = `Return-Path: <bounce@clinic.example>\r\n${RECEIVED}\r\n${MAIL}`;
    const records = { ...REJECT, ...SPF };
    expect(await proof(mail, nameServer(records))).toBe('pass');
    expect(await proof(mail.replace('192.0.2.25', '192.0.2.66'), nameServer(records))).toBe('fail');
    // Of a server that is not ours, or a line that the sender wrote: nobody's word.
    expect(await proof(mail, nameServer(records), { ids: [] })).toBe('fail');
    expect(await proof(mail.replace('mx.own.example', 'store.own.example'), nameServer(records))).toBe('fail');
    const forged = `${RECEIVED.replace('192.0.2.25', '192.0.2.66')}\r\nReturn-Path: <bounce@clinic.example>\r\n${RECEIVED}\r\n${MAIL}`;
    expect(await proof(forged, nameServer(records))).toBe('fail');
  });

  it('costs no look-up when the receiving server has spoken', async () => {
    const names = nameServer({});
    const told = `Authentication-Results: mx.own.example; dmarc=fail header.from=clinic.example\r\n${RECEIVED}\r\n`;
    expect(await proof(`${told}${await signMail(MAIL, 'clinic.example')}`, names)).toBe('fail');
    expect(names.asked).toEqual([]);
  });

  it('costs few look-ups however many signatures there are', async () => {
    const names = nameServer({});
    const one = 'DKIM-Signature: v=1; a=rsa-sha256; d=clinic.example; s=k; h=from; bh=x; b=y\r\n';
    expect(await proof(`${one.repeat(11)}${MAIL}`, names)).toBe('fail');
    expect(names.asked).toEqual([]);
  });

  it('is unknown when the body was not fetched', async () => {
    expect(await proof(MAIL, nameServer(REJECT), { isWhole: false })).toBe('none');
  });

  it('does not break on what is no mail', async () => {
    for (const source of ['', '\r\n', 'From: \r\n\r\n', `From: ${'<'.repeat(5_000)}\r\n\r\n`, '\u0000\u0001']) {
      expect(await proof(source, nameServer({}))).not.toBe('pass');
    }
  });
});
