import { expect, test } from 'vitest';
import { fingerprint, headerBlock } from '../../../src/adapters/imap/fingerprint.ts';

const of = (source: string) => fingerprint(Buffer.from(source, 'latin1'));
const MAIL = 'From: a@b.example\r\nDate: Mon, 23 Nov 2026 10:00:00 +0000\r\nMessage-ID: <1@b>\r\n\r\nbody\r\n';

test('is the same for a second delivery with other trace headers', () => {
  expect(of(`Received: by elsewhere\r\nReturn-Path: <x@y>\r\n${MAIL}`)).toEqual(of(MAIL));
});

test('tells two mails with one Message-ID apart by sender, date or body', () => {
  for (const [from, to] of [
    ['a@b', 'c@d'],
    ['10:00', '10:01'],
    ['body', 'Body'],
  ] as const) {
    const other = of(MAIL.replace(from, to));
    expect(other.messageIdHash).toBe(of(MAIL).messageIdHash);
    expect(other.contentHash).not.toBe(of(MAIL).contentHash);
  }
});

test('has no Message-ID hash when the header is missing or empty', () => {
  expect(of(MAIL.replace('Message-ID: <1@b>\r\n', '')).messageIdHash).toBeUndefined();
  expect(of(MAIL.replace('<1@b>', '')).messageIdHash).toBeUndefined();
});

test('reads a folded header, in any case of letters', () => {
  expect(of(MAIL.replace('Message-ID: <1@b>', 'message-id:\r\n\t<1@b>'))).toEqual(of(MAIL));
});

test('does not take a line of the body for a header', () => {
  expect(of('From: a@b\r\n\r\nMessage-ID: <2@b>\r\n').messageIdHash).toBeUndefined();
});

test('takes bare line feeds, a source of headers only, and an empty one', () => {
  expect(of('From: a@b\nMessage-ID: <1@b>\n\nbody').messageIdHash).toBe(of(MAIL).messageIdHash);
  expect(of('Message-ID: <1@b>\r\n').messageIdHash).toBe(of(MAIL).messageIdHash);
  expect(of('').messageIdHash).toBeUndefined();
});

test('cuts the header block after its empty line', () => {
  expect(Buffer.from(headerBlock(Buffer.from('A: 1\r\n\r\nbody'))).toString()).toBe('A: 1\r\n\r\n');
  expect(Buffer.from(headerBlock(Buffer.from('A: 1\r\nB: 2'))).toString()).toBe('A: 1\r\nB: 2');
});
