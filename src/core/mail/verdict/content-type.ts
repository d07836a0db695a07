import type { InboundEmail } from '../../model/inbound-email.ts';

/** First value of a header, lower-case, or an empty string. */
export function header(email: InboundEmail, name: string): string {
  return (email.headers.get(name)?.[0] ?? '').toLowerCase();
}

export function contentTypeOf(email: InboundEmail): string {
  return header(email, 'content-type').split(';', 1)[0]?.trim() ?? '';
}

/** Text of a small 7-bit report part. */
export function partText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes.subarray(0, 200_000)).replace(/\r\n?/g, '\n');
}

/** Header-like fields of a report block (RFC 3464, section 2.1), names in lower case, folded values joined. */
export function readFields(block: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const match = /^([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)$/.exec(line);
    if (match?.[1] !== undefined && !fields.has(match[1].toLowerCase())) {
      fields.set(match[1].toLowerCase(), match[2]?.trim() ?? '');
    }
  }
  return fields;
}
