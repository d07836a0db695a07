import type { HeaderField } from '../model/sender.ts';

/** Header blocks are bounded; what lies further down was written by the sender's side anyway. */
const MOST_CHARS = 256_000;
const MOST_FIELDS = 1_000;

/** The header fields at the top of an RFC 5322 source, in order, unfolded (section 2.2.3). */
export function topFields(source: Uint8Array): readonly HeaderField[] {
  const text = new TextDecoder('latin1').decode(source.subarray(0, MOST_CHARS));
  const fields: { name: string; value: string }[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line === '' || fields.length === MOST_FIELDS) break;
    const last = fields.at(-1);
    if (/^[ \t]/.test(line)) {
      if (last !== undefined) last.value += ` ${line.trim()}`;
      continue;
    }
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    fields.push({ name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() });
  }
  return fields;
}
