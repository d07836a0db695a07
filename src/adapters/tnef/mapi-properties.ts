/** MAPI properties of a TNEF stream (MS-OXTNEF, section 2.1.3.4). Only properties with a known id, first value only. */
export type MapiProperties = ReadonlyMap<number, Buffer>;

/** Ids that are read here (MS-OXPROPS). */
export const PROPERTY = {
  subject: 0x0037,
  body: 0x1000,
  rtfCompressed: 0x1009,
  bodyHtml: 0x1013,
  displayName: 0x3001,
  attachData: 0x3701,
  attachFilename: 0x3704,
  attachMethod: 0x3705,
  attachLongFilename: 0x3707,
  attachMimeTag: 0x370e,
  attachContentId: 0x3712,
  attachmentHidden: 0x7ffe,
} as const;

const FIXED_BYTES: Readonly<Record<number, number>> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
};
const VARIABLE = new Set([0x000d, 0x001e, 0x001f, 0x0102]);
const UNICODE = 0x001f;
const MULTI_VALUED = 0x1000;
const FIRST_NAMED_ID = 0x8000;
const NAMED_BY_STRING = 1;
const MOST_PROPERTIES = 4_000;
const MOST_VALUES = 10_000;

/** Reads until the stream ends or stops making sense; what was read up to there is kept. Strings come as UTF-8 bytes. */
export function readProperties(stream: Buffer, codePage: (bytes: Buffer) => string): MapiProperties {
  const properties = new Map<number, Buffer>();
  const cursor = { at: 4 };
  const count = stream.length < 4 ? 0 : Math.min(MOST_PROPERTIES, stream.readUInt32LE(0));
  for (let index = 0; index < count; index += 1) {
    const property = readProperty(stream, cursor, codePage);
    if (property === undefined) break;
    if (property.value !== undefined && !properties.has(property.id)) properties.set(property.id, property.value);
  }
  return properties;
}

interface Cursor {
  at: number;
}

function readProperty(stream: Buffer, cursor: Cursor, codePage: (bytes: Buffer) => string) {
  const tag = take(stream, cursor, 4);
  if (tag === undefined) return undefined;
  const type = tag.readUInt16LE(0);
  const id = tag.readUInt16LE(2);
  if (id >= FIRST_NAMED_ID && !skipName(stream, cursor)) return undefined;
  const plain = type & ~MULTI_VALUED;
  const isVariable = VARIABLE.has(plain);
  const isCounted = isVariable || (type & MULTI_VALUED) !== 0;
  const values = isCounted ? (take(stream, cursor, 4)?.readUInt32LE(0) ?? MOST_VALUES + 1) : 1;
  if (values > MOST_VALUES) return undefined;
  let first: Buffer | undefined;
  for (let index = 0; index < values; index += 1) {
    const value = isVariable ? takeVariable(stream, cursor) : take(stream, cursor, FIXED_BYTES[plain] ?? Infinity);
    if (value === undefined) return undefined;
    first ??= asText(value, plain, codePage);
  }
  return { id, value: id >= FIRST_NAMED_ID ? undefined : first };
}

function asText(value: Buffer, type: number, codePage: (bytes: Buffer) => string): Buffer {
  if (type === UNICODE) return Buffer.from(value.toString('utf16le').replace(/\0+$/, ''));
  return type === 0x001e ? Buffer.from(codePage(value).replace(/\0+$/, '')) : value;
}

/** GUID, kind, and a number or a name. */
function skipName(stream: Buffer, cursor: Cursor): boolean {
  const name = take(stream, cursor, 20);
  if (name === undefined) return false;
  if (name.readUInt32LE(16) !== NAMED_BY_STRING) return take(stream, cursor, 4) !== undefined;
  return takeVariable(stream, cursor) !== undefined;
}

/** A length, as many bytes, and padding to a multiple of four. */
function takeVariable(stream: Buffer, cursor: Cursor): Buffer | undefined {
  const length = take(stream, cursor, 4)?.readUInt32LE(0);
  const value = length === undefined ? undefined : take(stream, cursor, length);
  cursor.at += ((length ?? 0) + 3) % 4 === 3 ? 0 : 4 - ((length ?? 0) % 4);
  return value;
}

function take(stream: Buffer, cursor: Cursor, length: number): Buffer | undefined {
  if (!(cursor.at + length <= stream.length)) return undefined;
  const bytes = stream.subarray(cursor.at, cursor.at + length);
  cursor.at += length;
  return bytes;
}
