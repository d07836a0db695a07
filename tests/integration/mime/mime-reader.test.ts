import { afterAll, describe, expect, test } from 'vitest';
import { createMimeReader } from '../../../src/adapters/mime/mime-reader.ts';
import type { InboundEmail } from '../../../src/core/model/inbound-email.ts';

const reader = createMimeReader({ timeoutMs: 20_000, maxBytes: 45_000_000 });
afterAll(() => reader.close());

async function read(source: string | Buffer): Promise<InboundEmail> {
  const outcome = await reader.read(Buffer.isBuffer(source) ? source : Buffer.from(source));
  if (outcome.outcome === 'unreadable') throw new Error(outcome.why);
  return outcome.email;
}

function multipart(...parts: readonly string[]): string {
  const body = parts.map((part) => `--part\r\n${part}\r\n`).join('');
  return `From: a@b.test\r\nSubject: files\r\nContent-Type: multipart/mixed; boundary=part\r\n\r\n${body}--part--\r\n`;
}

describe('headers', () => {
  test('ids, addresses, subject and date are read', async () => {
    const email = await read(
      'From: "Whitfield, Dana" <dana@billing.test>\r\nTo: coding@own.test, "Second" <b@own.test>\r\nCc: c@own.test\r\n' +
        'Subject: =?utf-8?Q?Gallbladder_=C3=A9tude?=\r\nMessage-ID: <one@billing.test>\r\nIn-Reply-To: <zero@own.test>\r\n' +
        'References: <a@own.test>\r\n <zero@own.test>\r\nDate: Mon, 02 Jun 2025 09:12:44 -0500 (CDT)\r\n\r\ntext\r\n',
    );
    expect(email).toMatchObject({
      from: { name: 'Whitfield, Dana', address: 'dana@billing.test' },
      to: [{ address: 'coding@own.test' }, { name: 'Second', address: 'b@own.test' }],
      cc: [{ address: 'c@own.test' }],
      subject: 'Gallbladder étude',
      messageId: '<one@billing.test>',
      inReplyTo: '<zero@own.test>',
      references: ['<a@own.test>', '<zero@own.test>'],
      date: new Date('2025-06-02T14:12:44Z'),
    });
  });

  test('a repeated header keeps every value in order', async () => {
    const email = await read('Received: one\r\nReceived: two\r\n folded\r\nSubject: x\r\n\r\nbody');
    expect(email.headers.get('received')).toEqual(['one', 'two folded']);
  });

  test('an encoded line break cannot leave the display name', async () => {
    const email = await read('From: =?utf-8?Q?Dana=0D=0ABcc:_all=40own.test?= <dana@billing.test>\r\n\r\nbody');
    expect(email.from?.address).toBe('dana@billing.test');
    expect(email.from?.name).not.toMatch(/[\r\n]/);
  });

  test('a date nobody can read is no date', async () => {
    expect((await read('Date: yesterday\r\nSubject: x\r\n\r\nbody')).date).toBeUndefined();
  });
});

describe('text', () => {
  test('HTML without a plain part becomes text, quotes and table rows kept apart', async () => {
    const html = '<p>Please code</p><table><tr><td>Side</td><td>left</td></tr></table><blockquote>old</blockquote>';
    const email = await read(`Content-Type: text/html\r\n\r\n${html}`);
    expect(email.text).toContain('Please code');
    expect(email.text).toContain('Side left');
    expect(email.text).toContain('> old');
  });

  test.each([
    ['iso-2022-jp', Buffer.from('\x1b$B<j=Q\x1b(B note', 'latin1'), '手術 note'],
    ['shift_jis', Buffer.from([0x8e, 0xe8, 0x8f, 0x70]), '手術'],
    ['windows-1252', Buffer.from('4 cm \x96 6 cm, \xb5g', 'latin1'), '4 cm – 6 cm, µg'],
  ])('%s is decoded', async (charset, bytes, text) => {
    const email = await read(
      Buffer.concat([Buffer.from(`Content-Type: text/plain; charset=${charset}\r\n\r\n`), bytes]),
    );
    expect(email.text.trim()).toBe(text);
  });

  test.each([
    [
      'windows-1252 labelled as UTF-8',
      'Content-Type: text/plain; charset=utf-8\r\n\r\n',
      '38 \xb0C, \xbd inch',
      '38 °C, ½ inch',
    ],
    ['windows-1252 without a label', 'Subject: x\r\n\r\n', '38 \xb0C', '38 °C'],
    ['ISO-2022-JP without a label', 'Subject: x\r\n\r\n', '\x1b$B<j=Q\x1b(B', '手術'],
  ])('%s is recognised', async (_, headers, body, text) => {
    expect((await read(Buffer.from(headers + body, 'latin1'))).text.trim()).toBe(text);
  });

  test('a mail with bare carriage returns is read', async () => {
    const email = await read('From: a@b.test\rSubject: old Mac\r\rfirst\rsecond\r');
    expect(email).toMatchObject({ subject: 'old Mac', from: { address: 'a@b.test' } });
    expect(email.text.trim().split('\n')).toEqual(['first', 'second']);
  });
});

describe('parts', () => {
  test('an attached file keeps its name, type and bytes', async () => {
    const email = await read(
      multipart(
        'Content-Type: text/plain\r\n\r\nsee file',
        'Content-Type: application/pdf; name="../op note.pdf"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\nSGVsbG8=',
      ),
    );
    expect(email.attachments).toMatchObject([
      { filename: 'op note.pdf', contentType: 'application/pdf', inline: false },
    ]);
    expect(Buffer.from(email.attachments[0]?.bytes ?? []).toString()).toBe('Hello');
  });

  test('a logo shown inside the HTML is inline, a PDF that a client marks inline is not', async () => {
    const email = await read(
      multipart(
        'Content-Type: text/html\r\n\r\n<p>hi<img src="cid:logo"></p>',
        'Content-Type: image/png\r\nContent-ID: <logo>\r\nContent-Disposition: inline\r\n\r\nx',
        'Content-Type: application/pdf; name=note.pdf\r\nContent-Disposition: inline\r\n\r\nx',
      ),
    );
    expect(email.attachments.map(({ inline }) => inline)).toEqual([true, false]);
  });

  test('a mail attached to a mail is read as a mail, with its files', async () => {
    const inner = multipart(
      'Content-Type: text/plain\r\n\r\nthe note',
      'Content-Type: application/pdf; name=a.pdf\r\nContent-Disposition: attachment\r\n\r\nx',
    );
    const email = await read(
      `Subject: outer\r\nContent-Type: multipart/mixed; boundary=outer\r\n\r\n--outer\r\nContent-Type: text/plain\r\n\r\nsee below\r\n--outer\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--outer--\r\n`,
    );
    expect(email.text.trim()).toBe('see below');
    expect(email.embedded).toHaveLength(1);
    expect(email.embedded[0]?.text.trim()).toBe('the note');
    expect(email.embedded[0]?.attachments.map(({ filename }) => filename)).toEqual(['a.pdf']);
  });

  test('mails nested without end are read down to a depth', async () => {
    const nested = Array.from({ length: 40 }).reduce<string>(
      (inner) => `Subject: level\r\nContent-Type: message/rfc822\r\n\r\n${inner}`,
      'Subject: core\r\n\r\ncore',
    );
    let email: InboundEmail | undefined = await read(nested);
    let depth = 0;
    for (; email !== undefined; depth += 1) email = email.embedded[0];
    expect(depth).toBeLessThan(10);
  });
});

describe('bad mail', () => {
  test('an empty source is an empty mail', async () => {
    expect(await read('')).toMatchObject({ subject: '', text: '', attachments: [], from: undefined });
  });

  test('random bytes are a mail without a sender', async () => {
    const bytes = Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 256));
    expect((await read(bytes)).from).toBeUndefined();
  });

  test('a mail of 30 MB is read with its file', async () => {
    const line = `${'QUJD'.repeat(19)}\r\n`;
    const email = await read(
      multipart(
        'Content-Type: text/plain\r\n\r\nbig',
        `Content-Type: application/pdf; name=big.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${line.repeat(385_000)}`,
      ),
    );
    expect(email.sizeBytes).toBeGreaterThan(30_000_000);
    expect(email.attachments[0]?.bytes.byteLength).toBe(385_000 * 57);
  });

  test('a mail over the limit is refused unread', async () => {
    const small = createMimeReader({ timeoutMs: 5_000, maxBytes: 100 });
    expect(await small.read(Buffer.alloc(101, 'a'))).toEqual({ outcome: 'unreadable', why: 'too-large' });
    await small.close();
  });

  test('a mail that takes too long is given up, and the reader goes on', async () => {
    const hasty = createMimeReader({ timeoutMs: 2_000, maxBytes: 40_000_000, threads: 1 });
    const hostile = Buffer.from(`Content-Type: text/html\r\n\r\n${'<div>'.repeat(1_000_000)}`);
    expect(await hasty.read(hostile)).toEqual({ outcome: 'unreadable', why: 'too-slow' });
    expect(await hasty.read(Buffer.from('Subject: next\r\n\r\nfine'))).toMatchObject({ outcome: 'read' });
    await hasty.close();
  });
});
