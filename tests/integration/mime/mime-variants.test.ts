import { afterAll, describe, expect, test } from 'vitest';
import { createMimeReader } from '../../../src/adapters/mime/mime-reader.ts';
import { readMail } from '../../../src/core/mail/read-mail.ts';
import type { InboundEmail, MailReading } from '../../../src/core/model/inbound-email.ts';

const OWN = { ownAddresses: ['coding@own.test'], ownMessageIdDomain: 'own.test' };
const reader = createMimeReader({ timeoutMs: 60_000, maxBytes: 1_000_000 });
afterAll(() => reader.close());

async function read(source: string, body: Uint8Array = Buffer.alloc(0)): Promise<InboundEmail> {
  const head = Buffer.from(source.replace(/\r?\n/g, '\r\n'), 'latin1');
  const outcome = await reader.read(Buffer.concat([head, body]));
  if (outcome.outcome === 'unreadable') throw new Error(outcome.why);
  return outcome.email;
}

async function readHtml(html: string, subject = 'Fwd: note'): Promise<MailReading> {
  const head = `From: dana@clinic.test\nSubject: ${subject}\nContent-Type: text/html; charset=utf-8\n\n`;
  return readMail(await read(head, Buffer.from(html)), OWN);
}

const FORWARDS: readonly (readonly [string, string])[] = [
  [
    'Gmail',
    '<div dir="ltr">Please code<br><br><div class="gmail_quote"><div>---------- Forwarded message ---------<br>From: <strong>John Doe</strong> <span>&lt;<a href="mailto:j@a.test">j@a.test</a>&gt;</span><br>Date: Wed, Oct 27, 2021<br>Subject: note<br>To: &lt;<a href="mailto:d@c.test">d@c.test</a>&gt;<br></div><br><br><div>PROCEDURE: x</div></div></div>',
  ],
  [
    'Apple Mail',
    '<div>Please code</div><div><br><blockquote type="cite"><div>Begin forwarded message:</div><br><div><span><b>From: </b></span><span>John Doe &lt;j@a.test&gt;<br></span></div><div><b>Subject: </b><b>note</b><br></div><div><b>Date: </b>May 30, 2025<br></div><div><b>To: </b>d@c.test<br></div><br><div>PROCEDURE: x</div></blockquote></div>',
  ],
  [
    'Outlook on the web',
    '<div>Please code</div><hr><div id="divRplyFwdMsg"><b>From:</b> John Doe &lt;j@a.test&gt;<br><b>Sent:</b> Tuesday, October 26, 2021<br><b>To:</b> Dana &lt;d@c.test&gt;<br><b>Subject:</b> note</div><div>PROCEDURE: x</div>',
  ],
  [
    'a table of headers',
    '<div>Please code</div><table><tr><td>From:</td><td>John Doe &lt;j@a.test&gt;</td></tr><tr><td>Sent:</td><td>Tuesday</td></tr><tr><td>To:</td><td>d@c.test</td></tr><tr><td>Subject:</td><td>note</td></tr></table><div>PROCEDURE: x</div>',
  ],
  [
    'Thunderbird',
    '<p>Please code</p><div><br>-------- Forwarded Message --------<table><tbody><tr><th>Subject: </th><td>note</td></tr><tr><th>Date: </th><td>Wed, 3 Nov 2021</td></tr><tr><th>From: </th><td>John Doe <a>&lt;j@a.test&gt;</a></td></tr><tr><th>To: </th><td>d@c.test</td></tr></tbody></table><br>PROCEDURE: x</div>',
  ],
  [
    'Yahoo',
    '<div>Please code</div><div><div>----- Forwarded Message -----</div><div><b>From:</b> John Doe &lt;j@a.test&gt;</div><div><b>To:</b> "d@c.test" &lt;d@c.test&gt;</div><div><b>Sent:</b> Friday, May 30, 2025</div><div><b>Subject:</b> note</div><div><br></div><div>PROCEDURE: x</div></div>',
  ],
];

describe('HTML', () => {
  test.each(FORWARDS)('a forward by %s', async (_, html) => {
    const { forwarded, visibleText } = await readHtml(html);
    expect(forwarded).toMatchObject({ from: { address: 'j@a.test' }, subject: 'note', body: 'PROCEDURE: x' });
    expect(visibleText).toBe('Please code');
  });

  test.each([
    [
      'Gmail',
      '<div>New words.</div><br><div class="gmail_quote"><div>On Tue, Oct 26, 2021 at 2:25 PM John &lt;<a>j@a.test</a>&gt; wrote:<br></div><blockquote><div>Old words.</div></blockquote></div>',
    ],
    [
      'Outlook',
      '<p class="MsoNormal">New words.</p><p class="MsoNormal">&nbsp;</p><div><p class="MsoNormal"><b>From:</b> John &lt;j@a.test&gt;<br><b>Sent:</b> Tuesday, October 26, 2021 2:25 PM<br><b>To:</b> Dana &lt;d@c.test&gt;<br><b>Subject:</b> RE: note</p></div><p class="MsoNormal">Old words.</p>',
    ],
  ])('a reply by %s', async (_, html) => {
    const { visibleText, trimmedText } = await readHtml(html, 'RE: note');
    expect(visibleText).toBe('New words.');
    expect(trimmedText).toContain('Old words.');
  });

  test('what no reader sees is no text of the mail', async () => {
    const html =
      '<style>p{}</style><script>x()</script><div style="color:red;display: none">preview</div>' +
      '<!--[if mso]><p>mso</p><![endif]--><p>What is 32503?</p>';
    expect((await readHtml(html)).visibleText).toBe('What is 32503?');
  });
});

describe('charsets that lie', () => {
  test.each([
    ['iso-8859-1', Buffer.from([0x93, 0x61, 0x94]), '“a”'],
    ['us-ascii', Buffer.from('Grüße'), 'Grüße'],
    ['us-ascii', Buffer.from('Grüße', 'latin1'), 'Grüße'],
    ['utf-8', Buffer.from('Grüße', 'latin1'), 'Grüße'],
    ['x-unknown', Buffer.from('Grüße'), 'Grüße'],
    ["'utf-8'", Buffer.from('Grüße'), 'Grüße'],
    ['ks_c_5601-1987', Buffer.from([0xbe, 0xc8, 0xb3, 0xe7]), '안녕'],
    ['iso-8859-8-i', Buffer.from([0xf9, 0xec]), 'של'],
    ['macintosh', Buffer.from([0x9f]), 'ü'],
  ])('%s', async (charset, bytes, text) => {
    const email = await read(
      `Content-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: 8bit\n\n`,
      bytes,
    );
    expect(email.text.trim()).toBe(text);
  });

  test('a name and a subject in raw bytes', async () => {
    expect(await read('From: J\xfcrgen <j@x.test>\nSubject: Pr\xfcfung\n\nhi')).toMatchObject({
      from: { name: 'Jürgen', address: 'j@x.test' },
      subject: 'Prüfung',
    });
  });
});

describe('people', () => {
  test('a group is its members, an undisclosed one is nobody', async () => {
    const email = await read('To: Coders: a@x.test, "C, 2" <b@x.test>;, c@x.test\nCc: undisclosed-recipients:;\n\nhi');
    expect(email.to.map(({ address }) => address)).toEqual(['a@x.test', 'b@x.test', 'c@x.test']);
    expect(email.cc).toEqual([]);
  });

  test('of several authors the first is the sender; nobody is nobody', async () => {
    expect((await read('From: A <a@x.test>, B <b@x.test>\nSender: b@x.test\n\nhi')).from?.address).toBe('a@x.test');
    const email = await read('To: coding@own.test\n\nWhat is 32503?');
    expect(email.from).toBeUndefined();
    expect(readMail(email, OWN).verdict).toBe('question');
  });

  test.each([
    "filename*=utf-8''N%C3%B6te%20x.pdf",
    'filename*0*=utf-8\'\'N%C3%B6te; filename*1*=%20x; filename*2=".pdf"',
    'filename="=?utf-8?B?TsO2dGUgeC5wZGY=?="',
    'filename="=?utf-8?Q?N=C3=B6te?=\n =?utf-8?Q?_x.pdf?="',
  ])('the file name of %s (RFC 2231, RFC 2047)', async (parameter) => {
    const email = await read(
      `Content-Type: application/pdf\nContent-Disposition: attachment; ${parameter}\nContent-Transfer-Encoding: base64\n\nJVBERi0=`,
    );
    expect(email.attachments[0]?.filename).toBe('Nöte x.pdf');
  });
});

describe('broken multiparts keep their text', () => {
  test.each([
    ['no end', 'Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nWhat is 32503?\n'],
    [
      'blanks behind it',
      'Content-Type: multipart/mixed; boundary=b\n\n--b  \nContent-Type: text/plain\n\nWhat is 32503?\n--b--  \n',
    ],
    [
      'one that begins like another',
      'Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/alternative; boundary=bb\n\n--bb\n\nWhat is 32503?\n--bb--\n--b--\n',
    ],
    ['another than declared', 'Content-Type: multipart/mixed; boundary=other\n\nWhat is 32503?\n'],
    ['none', 'Content-Type: multipart/mixed\n\nWhat is 32503?\n'],
  ])('a boundary with %s', async (_, source) => {
    expect((await read(source)).text.trim()).toBe('What is 32503?');
  });
});
