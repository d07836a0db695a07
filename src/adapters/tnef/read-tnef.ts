import { decompressRTF } from '@kenjiuno/decompressrtf';
import { cleanText } from '../text/clean-text.ts';
import { decodeBytes } from '../text/decode-bytes.ts';
import { htmlToText } from '../text/html-text.ts';
import { decodeCodePage } from '../text/rtf/rtf-charsets.ts';
import { rtfToText } from '../text/rtf/rtf-text.ts';
import { type MapiProperties, PROPERTY, readProperties } from './mapi-properties.ts';

/** What Outlook packed into a winmail.dat (MS-OXTNEF). */
export interface TnefContent {
  /** The message's text: its plain body, else its HTML, else its RTF. */
  readonly text: string;
  readonly files: readonly TnefFile[];
}

export interface TnefFile {
  /** As written: may be empty or hostile. */
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;
  /** Shown inside the text, like a logo. */
  readonly isInline: boolean;
}

const SIGNATURE = 0x223e9f78;
const ATTACHMENT_LEVEL = 2;
/** Attribute ids (section 2.1.3.3); the upper half is their type. */
const ATTRIBUTE = {
  oemCodepage: 0x00069007,
  body: 0x0002800c,
  messageProperties: 0x00069003,
  attachRenderData: 0x00069002,
  attachTitle: 0x00018010,
  attachData: 0x0006800f,
  attachment: 0x00069005,
} as const;
const EMBEDDED_MESSAGE = 5;
/** The interface id before an embedded message (section 2.1.3.4.1.2). */
const IID_BYTES = 16;
const MOST_ATTRIBUTES = 20_000;
const MOST_FILES = 100;
const MAX_DEPTH = 3;
const MAX_COMPRESSED_RTF_BYTES = 2_000_000;
const MAX_BODY_CHARS = 2_000_000;
const DEFAULT_CODE_PAGE = 1252;

/** True for a file that begins as a TNEF stream does. */
export function isTnef(bytes: Uint8Array): boolean {
  return bytes.length > 6 && asBuffer(bytes).readUInt32LE(0) === SIGNATURE;
}

/** A stream that breaks off gives what came before; bytes that are no TNEF at all give undefined. */
export function readTnef(bytes: Uint8Array): TnefContent | undefined {
  return isTnef(bytes) ? readMessage(asBuffer(bytes), 0) : undefined;
}

interface OpenFile {
  title: string;
  data: Buffer | undefined;
  properties: MapiProperties;
}

function readMessage(stream: Buffer, depth: number): TnefContent {
  let codePage = DEFAULT_CODE_PAGE;
  let plain = '';
  let properties: MapiProperties = new Map();
  const files: OpenFile[] = [];
  const decode = (value: Buffer) => decodeCodePage(value.toString('latin1'), codePage);
  for (const { level, id, data } of attributes(stream)) {
    if (level === ATTACHMENT_LEVEL) addToFile(files, id, data, decode);
    else if (id === ATTRIBUTE.oemCodepage && data.length >= 4) codePage = data.readUInt32LE(0);
    else if (id === ATTRIBUTE.body) plain = decode(data).replace(/\0+$/, '');
    else if (id === ATTRIBUTE.messageProperties) properties = readProperties(data, decode);
  }
  const inner = files.flatMap((file) => contentOf(file, depth));
  return { text: cleanText(bodyOf(plain, properties)), files: inner.slice(0, MOST_FILES) };
}

/** Level, id, length, data and a checksum that nobody computes right (section 2.1.3.1). */
function* attributes(
  stream: Buffer,
): Generator<{ readonly level: number; readonly id: number; readonly data: Buffer }> {
  let at = 6;
  for (let count = 0; count < MOST_ATTRIBUTES && at + 9 <= stream.length; count += 1) {
    const level = stream.readUInt8(at);
    const length = stream.readUInt32LE(at + 5);
    if ((level !== 1 && level !== ATTACHMENT_LEVEL) || at + 9 + length > stream.length) return;
    yield { level, id: stream.readUInt32LE(at + 1), data: stream.subarray(at + 9, at + 9 + length) };
    at += 9 + length + 2;
  }
}

/** The rendering data come first and begin a file; writers that leave them out begin one with anything else. */
function addToFile(files: OpenFile[], id: number, data: Buffer, decode: (bytes: Buffer) => string): void {
  if (files.length > MOST_FILES) return;
  if (id === ATTRIBUTE.attachRenderData || files.length === 0) {
    files.push({ title: '', data: undefined, properties: new Map() });
  }
  const file = files.at(-1);
  if (file === undefined) return;
  if (id === ATTRIBUTE.attachTitle) file.title = decode(data).replace(/\0.*$/s, '');
  else if (id === ATTRIBUTE.attachData) file.data = data;
  else if (id === ATTRIBUTE.attachment) file.properties = readProperties(data, decode);
}

/** The bytes of a file; of a message inside the message its text and its files. */
function contentOf({ title, data, properties }: OpenFile, depth: number): readonly TnefFile[] {
  const filename =
    textOf(properties, PROPERTY.attachLongFilename) || title || textOf(properties, PROPERTY.attachFilename);
  const bytes = data ?? properties.get(PROPERTY.attachData);
  if (bytes === undefined) return [];
  if (numberOf(properties, PROPERTY.attachMethod) === EMBEDDED_MESSAGE) {
    const stream = bytes.subarray(IID_BYTES);
    if (depth >= MAX_DEPTH || !isTnef(stream)) return [];
    const { text, files } = readMessage(stream, depth + 1);
    const message = { filename: 'message.txt', contentType: 'text/plain', bytes: Buffer.from(text), isInline: false };
    return text.trim() === '' ? files : [message, ...files];
  }
  const isHidden = ((numberOf(properties, PROPERTY.attachmentHidden) ?? 0) & 0xffff) === 1;
  const contentType = textOf(properties, PROPERTY.attachMimeTag).toLowerCase() || 'application/octet-stream';
  const isInline = isHidden && properties.has(PROPERTY.attachContentId) && contentType.startsWith('image/');
  return [{ filename: filename || textOf(properties, PROPERTY.displayName), contentType, bytes, isInline }];
}

function bodyOf(plain: string, properties: MapiProperties): string {
  const unicode = textOf(properties, PROPERTY.body);
  if (unicode.trim() !== '') return unicode;
  if (plain.trim() !== '') return plain;
  const html = properties.get(PROPERTY.bodyHtml);
  if (html !== undefined) return htmlToText(decodeBytes(html));
  const rtf = properties.get(PROPERTY.rtfCompressed);
  return rtf === undefined ? '' : textOfRtf(rtf);
}

/** MS-OXRTFCP. The library trusts the sizes in the header, so they are held against the bytes first. */
function textOfRtf(compressed: Buffer): string {
  if (compressed.length < 16 || compressed.length > MAX_COMPRESSED_RTF_BYTES) return '';
  if (compressed.readUInt32LE(0) + 4 > compressed.length) return '';
  try {
    return rtfToText(Buffer.from(decompressRTF([...compressed])).toString('latin1'), MAX_BODY_CHARS);
  } catch {
    return '';
  }
}

function textOf(properties: MapiProperties, id: number): string {
  return properties.get(id)?.toString('utf8') ?? '';
}

function numberOf(properties: MapiProperties, id: number): number | undefined {
  const value = properties.get(id);
  return value === undefined || value.length < 4 ? undefined : value.readUInt32LE(0);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
