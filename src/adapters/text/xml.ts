import { SaxesParser } from 'saxes';
import { decodeBytes } from './decode-bytes.ts';

/** Elements and text of an XML document as they come, names without their prefixes. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

const MAX_DEPTH = 1_000;

/** XML that this reader will not take: damaged, too deep, or with entities of its own. */
export class RefusedXml extends Error {
  readonly why: 'broken' | 'entities';

  constructor(why: RefusedXml['why'], cause?: unknown) {
    super('the XML is refused', { cause });
    this.why = why;
  }
}

/**
 * Walks an XML 1.0 document. Nothing outside it is ever loaded, and a document that declares entities is refused as a
 * whole: none of the formats read here has any, and "a billion laughs" needs them. Attribute names lose their prefix
 * too. Throws RefusedXml.
 */
export function walkXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', (error) => {
    throw new RefusedXml('broken', error);
  });
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) throw new RefusedXml('entities');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > MAX_DEPTH) throw new RefusedXml('broken');
    handler.open(local(name), localKeys(attributes));
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handler.close(local(name));
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  parser.write(decodeBytes(bytes, xmlEncoding(bytes))).close();
}

function xmlEncoding(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{1,40})/.exec(head)?.[1] ?? '';
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function localKeys(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]));
}
