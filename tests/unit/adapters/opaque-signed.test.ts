import { describe, expect, test } from 'vitest';
import { signedContent } from '../../../src/adapters/mime/opaque-signed.ts';

const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex');
const ENVELOPED_DATA = Buffer.from('06092a864886f70d010703', 'hex');
const DATA = Buffer.from('06092a864886f70d010701', 'hex');
const VERSION = Buffer.from('020101', 'hex');
const NO_DIGESTS = Buffer.from('3100', 'hex');
const MAIL = Buffer.from('Content-Type: text/plain\r\n\r\nPROCEDURE: appendectomy\r\n');

/** An element of DER (X.690) with a length of two bytes. */
function element(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag, 0x82, body.length >> 8, body.length & 0xff]), body]);
}

/** The same in BER, its length told by its end. */
function open(tag: number, ...content: readonly Uint8Array[]): Buffer {
  return Buffer.concat([Buffer.from([tag, 0x80]), ...content, Buffer.from([0, 0])]);
}

function message(kind: Uint8Array, octets: Uint8Array, wrap = element): Buffer {
  const inside = wrap(0x30, VERSION, NO_DIGESTS, wrap(0x30, DATA, wrap(0xa0, octets)));
  return wrap(0x30, kind, wrap(0xa0, inside));
}

describe('S/MIME that is signed, not encrypted', () => {
  test('its mail is read', () => {
    expect(signedContent(message(SIGNED_DATA, element(0x04, MAIL)))).toEqual(MAIL);
  });

  test('a content in pieces of unknown length is put together', () => {
    const pieces = open(0x24, element(0x04, MAIL.subarray(0, 10)), element(0x04, MAIL.subarray(10)));
    expect(signedContent(message(SIGNED_DATA, pieces, open))).toEqual(MAIL);
  });

  test.each([
    ['enveloped data', message(ENVELOPED_DATA, element(0x04, MAIL))],
    ['something cut off', message(SIGNED_DATA, element(0x04, MAIL)).subarray(0, 40)],
    ['lengths without end', Buffer.alloc(10_000, Buffer.from([0x30, 0x80]))],
    ['nothing', Buffer.alloc(0)],
    ['text', MAIL],
  ])('%s is left as it is', (_, source) => {
    expect(signedContent(source)).toBeUndefined();
  });
});
