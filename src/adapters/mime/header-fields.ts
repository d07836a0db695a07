import type { AddressObject, EmailAddress, HeaderLines } from 'mailparser';
import type { MailAddress } from '../../core/model/inbound-email.ts';
import { decodeBytes } from '../text/decode-bytes.ts';

const MAX_ADDRESS_CHARS = 320;
const MAX_NAME_CHARS = 256;
const CONTROL_CHARS = /\p{Cc}+/gu;

/** Raw header lines, unfolded: lower-case name -> values in order of appearance. Encoded words stay as written. */
export function readHeaders(lines: HeaderLines): ReadonlyMap<string, readonly string[]> {
  const headers = new Map<string, string[]>();
  for (const { key, line } of lines) {
    const text = decodeBytes(Buffer.from(line, 'latin1'));
    const value = text
      .slice(text.indexOf(':') + 1)
      .replace(/[\r\n]+[ \t]*/g, ' ')
      .replace(CONTROL_CHARS, ' ')
      .trim();
    const values = headers.get(key);
    if (values === undefined) headers.set(key, [value]);
    else values.push(value);
  }
  return headers;
}

/** Every `<id@host>` of these header values, in order. */
export function messageIds(values: readonly string[] | undefined): readonly string[] {
  return (values ?? []).flatMap((value) => value.match(/<[^<>\s]{1,998}>/g) ?? []);
}

/** The Date header as a moment, or undefined when it is missing or cannot be read. */
export function readDate(values: readonly string[] | undefined): Date | undefined {
  const date = new Date((values?.[0] ?? '').replace(/\([^)]*\)/g, ' ').trim());
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** The addresses of a parsed header, groups flattened, without anything that could break out of a header line. */
export function readAddresses(parsed: AddressObject | AddressObject[] | undefined): readonly MailAddress[] {
  const objects = parsed === undefined ? [] : Array.isArray(parsed) ? parsed : [parsed];
  return objects.flatMap((object) => flatten(object.value)).map(safeAddress);
}

/** The first author. A name in raw 8-bit bytes is spoilt in parsing; its header line was decoded with more care. */
export function readSender(parsed: AddressObject | AddressObject[] | undefined, raw = ''): MailAddress | undefined {
  const [sender] = readAddresses(parsed);
  if (sender?.name?.includes('\ufffd') !== true) return sender;
  const at = raw.indexOf(sender.address);
  const name = raw.slice(0, Math.max(0, at)).replace(/[<"]/g, '').trim().slice(0, MAX_NAME_CHARS);
  return name === '' ? sender : { ...sender, name };
}

function flatten(addresses: readonly EmailAddress[]): readonly EmailAddress[] {
  return addresses.flatMap((address) => (address.group === undefined ? [address] : flatten(address.group)));
}

function safeAddress(parsed: EmailAddress): MailAddress {
  const name = parsed.name.replace(CONTROL_CHARS, ' ').trim().slice(0, MAX_NAME_CHARS);
  const address = (parsed.address ?? '')
    .replace(CONTROL_CHARS, '')
    .replace(/[\s<>]/g, '')
    .slice(0, MAX_ADDRESS_CHARS);
  return { name: name === '' ? undefined : name, address };
}
