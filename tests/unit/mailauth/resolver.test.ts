import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAuthenticator } from '../../../src/adapters/mailauth/authenticator.ts';
import { createResolver } from '../../../src/adapters/mailauth/resolver.ts';
import { proveSender } from '../../../src/pipeline/prove-sender.ts';
import { type DnsServer, startDnsServer, type Zone } from '../../support/dns-server.ts';
import { caseMail } from '../../support/mails.ts';
import { keyRecord, signMail } from '../../support/signed-mails.ts';

const CLIENT = '192.0.2.25';
const ZONE: Zone = {
  ...Object.fromEntries(Object.entries(keyRecord('clinic.example')).map(([name, texts]) => [`TXT ${name}`, texts])),
  'TXT _dmarc.clinic.example': ['v=DMARC1; p=reject'],
  'TXT clinic.example': ['v=spf1 mx -all', 'another text'],
  'TXT long.example': [`begin ${'x'.repeat(300)} end`],
  'MX clinic.example': ['10 mail.clinic.example', '20 spare.clinic.example'],
  'A mail.clinic.example': [CLIENT],
  'AAAA mail.clinic.example': ['2001:0db8:0000:0000:0000:0000:0000:0025'],
  'PTR 25.2.0.192.in-addr.arpa': ['mail.clinic.example'],
};

let server: DnsServer;
beforeAll(async () => {
  server = await startDnsServer(ZONE);
});
beforeEach(() => server.always(undefined));
afterAll(() => server.stop());

const ask = (name: string, type: string) => createResolver([server.address])(name, type);

describe('a name server', () => {
  it.each([
    ['TXT', 'clinic.example', [['v=spf1 mx -all'], ['another text']]],
    ['A', 'mail.clinic.example', [CLIENT]],
    ['AAAA', 'mail.clinic.example', ['2001:db8::25']],
    ['PTR', '25.2.0.192.in-addr.arpa', ['mail.clinic.example']],
  ])('answers for %s of %s', async (type, name, found) => {
    expect(await ask(name, type)).toEqual(found);
  });

  it('answers for MX with the order in which the servers are to be tried', async () => {
    const found: readonly unknown[] = await ask('clinic.example', 'MX');
    expect(found).toHaveLength(2);
    expect(found).toContainEqual(expect.objectContaining({ priority: 10, exchange: 'mail.clinic.example' }));
  });

  it('has a long text in parts', async () => {
    const [parts] = await ask('long.example', 'TXT');
    expect(parts).toHaveLength(2);
    expect([parts].flat().join('')).toBe(ZONE['TXT long.example']?.[0]);
  });

  it.each([
    ['knows no such name', 'nobody.example', undefined, 'ENOTFOUND'],
    ['knows the name, but nothing of this type', 'mail.clinic.example', undefined, 'ENODATA'],
    ['fails', 'clinic.example', 'SERVFAIL', 'ESERVFAIL'],
    ['does not answer', 'clinic.example', 'silence', 'ETIMEOUT'],
  ] as const)('that %s is told by its code', async (_what, name, trouble, code) => {
    server.always(trouble);
    const before = server.asked.length;
    await expect(ask(name, 'TXT')).rejects.toMatchObject({ code });
    expect(server.asked.length).toBeGreaterThan(before);
  });
});

describe('a sender, as real name servers tell of him', () => {
  const proof = async (mail: string, client = CLIENT) => {
    const received = `Received: from mail.clinic.example (mail.clinic.example [${client}]) by mx.own.example with ESMTPS`;
    const source = Buffer.from(`Return-Path: <dana@clinic.example>\r\n${received}\r\n${mail}`);
    const authenticator = createAuthenticator({ resolve: createResolver([server.address]), timeoutMs: 30_000 });
    const asked = { source, author: 'dana@clinic.example', isWhole: true };
    return (await proveSender(asked, { authservIds: ['mx.own.example'], hops: 1, authenticator })).proof;
  };
  const mail = caseMail({ id: 'named' });

  it('is proven by his signature, or by the mail servers of his domain', async () => {
    expect(await proof(await signMail(mail, 'clinic.example'), '192.0.2.66')).toBe('pass');
    expect(await proof(mail)).toBe('pass');
    expect(server.asked).toContain('MX clinic.example');
  });

  it('is refuted by them', async () => {
    expect(await proof(mail, '192.0.2.66')).toBe('fail');
  });

  it('is neither while they fail', async () => {
    const signed = await signMail(mail, 'clinic.example');
    server.always('SERVFAIL');
    expect(await proof(signed)).toBe('temporary');
    expect(await proof(mail)).toBe('temporary');
  });
});
