/** One MAPI property: a string (PT_UNICODE), a number (PT_LONG) or bytes (PT_BINARY; PT_OBJECT when it is a message). */
export type MapiValue = string | number | Buffer;

export interface TnefAttachment {
  readonly title: string;
  readonly bytes?: Buffer;
  readonly properties?: readonly (readonly [id: number, value: MapiValue])[];
}

const BODY = 0x0002800c;
const MESSAGE_PROPERTIES = 0x00069003;
const RENDER_DATA = 0x00069002;
const TITLE = 0x00018010;
const DATA = 0x0006800f;
const ATTACHMENT = 0x00069005;

/** A winmail.dat (MS-OXTNEF) with a body and files. */
export function makeTnef(given: {
  readonly body?: string;
  readonly properties?: readonly (readonly [id: number, value: MapiValue])[];
  readonly attachments?: readonly TnefAttachment[];
}): Buffer {
  const { body, properties = [], attachments = [] } = given;
  const head = Buffer.alloc(6);
  head.writeUInt32LE(0x223e9f78, 0);
  return Buffer.concat([
    head,
    ...(body === undefined ? [] : [attribute(1, BODY, Buffer.from(`${body}\0`, 'latin1'))]),
    ...(properties.length === 0 ? [] : [attribute(1, MESSAGE_PROPERTIES, mapi(properties))]),
    ...attachments.flatMap(({ title, bytes, properties: own = [] }) => [
      attribute(2, RENDER_DATA, Buffer.alloc(14)),
      attribute(2, TITLE, Buffer.from(`${title}\0`, 'latin1')),
      ...(bytes === undefined ? [] : [attribute(2, DATA, bytes)]),
      ...(own.length === 0 ? [] : [attribute(2, ATTACHMENT, mapi(own))]),
    ]),
  ]);
}

/** PR_RTF_COMPRESSED in its uncompressed form (MS-OXRTFCP, COMPTYPE "MELA"). */
export function storedRtf(rtf: string): Buffer {
  const head = Buffer.alloc(16);
  head.writeUInt32LE(rtf.length + 12, 0);
  head.writeUInt32LE(rtf.length, 4);
  head.writeUInt32LE(0x414c454d, 8);
  return Buffer.concat([head, Buffer.from(rtf, 'latin1')]);
}

function attribute(level: number, id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(9);
  head.writeUInt8(level, 0);
  head.writeUInt32LE(id, 1);
  head.writeUInt32LE(data.length, 5);
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(data.reduce((total, byte) => (total + byte) & 0xffff, 0));
  return Buffer.concat([head, data, sum]);
}

function mapi(properties: readonly (readonly [id: number, value: MapiValue])[]): Buffer {
  return Buffer.concat([uint32(properties.length), ...properties.map(([id, value]) => property(id, value))]);
}

function property(id: number, value: MapiValue): Buffer {
  if (typeof value === 'number') return Buffer.concat([tag(0x0003, id), uint32(value)]);
  if (typeof value === 'string') return variable(0x001f, id, Buffer.from(`${value}\0`, 'utf16le'));
  return variable(id === 0x3701 ? 0x000d : 0x0102, id, value);
}

function variable(type: number, id: number, value: Buffer): Buffer {
  const padding = Buffer.alloc((4 - (value.length % 4)) % 4);
  return Buffer.concat([tag(type, id), uint32(1), uint32(value.length), value, padding]);
}

function tag(type: number, id: number): Buffer {
  return Buffer.concat([uint16(type), uint16(id)]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
