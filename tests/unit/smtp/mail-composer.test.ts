import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { boundedReferences, createMailComposer } from '../../../src/adapters/smtp/mail-composer.ts';
import type { CaseKey, ConsultationId } from '../../../src/core/model/ids.ts';
import type { ReplyEnvelope } from '../../../src/pipeline/sending-port.ts';

const KEY = 'CC-7F3K2' as CaseKey;
const ID = '0a1b2c3d' as ConsultationId;
const REPLY = {
  subject: 'Re: Op note [CC-7F3K2]',
  html: '<p>Line “one” ≥ 2 cm</p>',
  text: 'Line "one"\n\n.\n.. dots\n',
};
const composer = createMailComposer({
  fromAddress: 'consult@clinic.example',
  fromName: 'CaseConsultant',
  messageIdDomain: 'clinic.example',
});
const compose = (over: Partial<ReplyEnvelope> = {}, reply = REPLY) =>
  composer.compose(
    reply,
    { to: 'coder@billing.example', copies: [], inReplyTo: '<b@x>', references: ['<a@x>', '<b@x>'], ...over },
    KEY,
    ID,
  );
const headersOf = (mime: Uint8Array) => Buffer.from(mime).toString('latin1').split('\r\n\r\n')[0] ?? '';

describe('the composed reply', () => {
  it('threads, is marked as automatic, and carries both bodies unchanged', async () => {
    const mail = await compose();
    const parsed = await simpleParser(Buffer.from(mail.mime));
    expect(parsed.messageId).toBe('<cc.CC-7F3K2.0a1b2c3d@clinic.example>');
    expect(mail.messageId).toBe(parsed.messageId);
    expect(parsed.inReplyTo).toBe('<b@x>');
    expect(parsed.references).toEqual(['<a@x>', '<b@x>']);
    expect(parsed.headers.get('auto-submitted')).toBe('auto-replied');
    expect(parsed.headers.get('x-auto-response-suppress')).toBe('All');
    expect(parsed.headers.get('x-loop')).toBe('consult@clinic.example');
    expect(parsed.headers.has('reply-to')).toBe(false);
    expect(parsed.text?.trimEnd()).toBe(REPLY.text.trimEnd());
    expect(parsed.html).toContain('Line “one” ≥ 2 cm');
    expect(headersOf(mail.mime)).toMatch(/^Content-Type: multipart\/alternative/m);
  });

  it('names the colleagues who get it too, and nobody whose address could name another', async () => {
    const mail = await compose({ copies: ['lee@billing.example', 'a@b.example, eve@evil.example', 'x@y\r\nBcc: e@v'] });
    expect(mail.copies).toEqual(['lee@billing.example']);
    expect(headersOf(mail.mime)).toMatch(/^Cc: lee@billing\.example\r$/m);
    expect(headersOf(mail.mime)).not.toMatch(/evil|bcc/i);
    expect(headersOf((await compose()).mime)).not.toMatch(/^Cc:/m);
  });

  it('goes to the given address alone', async () => {
    const mail = await compose();
    expect(mail.to).toBe('coder@billing.example');
    expect(mail.envelopeFrom).toBe('consult@clinic.example');
    expect(headersOf(mail.mime)).toMatch(/^To: coder@billing\.example$/m);
    expect(headersOf(mail.mime)).not.toMatch(/^(Cc|Bcc|Reply-To):/im);
  });

  it.each([
    'a@x.example, b@y.example',
    'a@x.example\r\nBcc: b@y.example',
    '<a@x.example>',
    'a b@x.example',
    '',
    'nobody',
  ])('does not write to %j', async (to) => {
    await expect(compose({ to })).rejects.toThrow('no single, plain address');
  });

  it('lets neither subject nor ids add a header', async () => {
    const mail = await compose(
      {
        inReplyTo: '<a@x>\r\nBcc: evil@x.example',
        references: ['<c@x>\nBcc: evil@x.example', 'no brackets', '<ok@x>'],
      },
      { ...REPLY, subject: 'Re: note\r\nBcc: evil@x.example' },
    );
    expect(headersOf(mail.mime)).not.toMatch(/^Bcc:/im);
    expect(headersOf(mail.mime)).toMatch(/^References: <ok@x>$/m);
    expect(headersOf(mail.mime)).not.toMatch(/^In-Reply-To:/im);
  });

  it('keeps the root and the newest of a long thread, on lines of legal length', async () => {
    const references = Array.from({ length: 300 }, (_, at) => `<${'m'.repeat(60)}${at}@host.example>`);
    const kept = boundedReferences(references);
    expect(kept).toEqual([references[0], ...references.slice(-19)]);
    const mail = await compose({ references });
    for (const line of headersOf(mail.mime).split('\r\n')) expect(line.length).toBeLessThan(998);
  });
});
