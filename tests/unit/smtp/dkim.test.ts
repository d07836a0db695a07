import { generateKeyPairSync } from 'node:crypto';
import { dkimVerify } from 'mailauth';
import { describe, expect, it } from 'vitest';
import { findPublishedKey } from '../../../src/adapters/smtp/dkim-record.ts';
import { createMailComposer } from '../../../src/adapters/smtp/mail-composer.ts';
import type { CaseKey, ConsultationId } from '../../../src/core/model/ids.ts';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const KEY = { domain: 'clinic.example', selector: 'cc2026', privateKey };

/** DNS in this process: the one record of the key. */
async function resolver(name: string, type: string): Promise<string[][]> {
  if (name !== 'cc2026._domainkey.clinic.example' || type !== 'TXT') {
    throw Object.assign(new Error('no such record'), { code: 'ENOTFOUND' });
  }
  return [[`v=DKIM1; k=rsa; p=${publicKey}`]];
}

async function compose(dkim: typeof KEY | undefined) {
  const composer = createMailComposer({
    fromAddress: 'consult@clinic.example',
    fromName: 'Case “Consultant”',
    messageIdDomain: 'clinic.example',
    dkim,
  });
  const reply = {
    subject: 'Re: note — 47562 ≥ 2 cm',
    html: '<p>Line “one”</p>',
    text: 'Line “one”\n\n.\n.. dots \n\n\n',
  };
  const envelope = { to: 'coder@billing.example', inReplyTo: '<b@x>', references: ['<a@x>', '<b@x>'], copies: [] };
  const { mime } = await composer.compose(reply, envelope, 'CC-7F3K2' as CaseKey, '0a1b2c3d' as ConsultationId);
  return Buffer.from(mime);
}

async function verdictOn(mime: Buffer) {
  const { results } = await dkimVerify(mime, { resolver });
  return results.map(({ signingDomain, selector, status }) => ({ signingDomain, selector, result: status?.result }));
}

describe('the DKIM signature of a reply', () => {
  it('is good in the eyes of a verifier, for the domain of its From', async () => {
    const mime = await compose(KEY);
    expect(await verdictOn(mime)).toEqual([{ signingDomain: 'clinic.example', selector: 'cc2026', result: 'pass' }]);
  });

  it('covers what a reader sees and what threads it', async () => {
    const [head = ''] = (await compose(KEY)).toString('latin1').split('\r\n\r\n');
    const signed =
      /; ?h=([^;]+);/
        .exec(head.replace(/\r\n\s+/g, ''))?.[1]
        ?.toLowerCase()
        .split(':') ?? [];
    expect(signed).toEqual(
      expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id', 'in-reply-to', 'references']),
    );
  });

  it.each([
    ['the subject', 'Subject:', 'Subject: now'],
    ['the body', 'Line', 'Lime'],
  ])('does not outlive a change of %s', async (_what, from, to) => {
    const changed = (await compose(KEY)).toString('latin1').replaceAll(from, to);
    const [verdict] = await verdictOn(Buffer.from(changed, 'latin1'));
    expect(verdict?.result).not.toBe('pass');
  });

  it('is absent without a key', async () => {
    expect((await compose(undefined)).toString('latin1')).not.toMatch(/^DKIM-Signature/im);
  });

  it('keeps a reply back that could not be signed', async () => {
    await expect(compose({ ...KEY, privateKey: 'no key' })).rejects.toThrow('could not be signed');
  });
});

describe('the public key in DNS', () => {
  const otherKey = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({
    type: 'spki',
    format: 'der',
  });
  const failing = (code: string) => async () => Promise.reject(Object.assign(new Error('dns'), { code }));

  it.each([
    ['published', (name: string) => resolver(name, 'TXT')],
    ['published', async () => [['v=DKIM1; ', `p=${publicKey.slice(0, 100)} `, publicKey.slice(100)]]],
    ['other', async () => [[`v=DKIM1; p=${otherKey.toString('base64')}`]]],
    ['absent', async () => [['v=DKIM1; p=']]],
    ['absent', failing('ENOTFOUND')],
    ['unreachable', failing('ETIMEOUT')],
  ] as const)('is found %s', async (found, resolveTxt) => {
    expect(await findPublishedKey(KEY, resolveTxt)).toBe(found);
  });
});
