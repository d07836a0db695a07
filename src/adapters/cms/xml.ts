import { type SaxesAttributePlain, SaxesParser } from 'saxes';
import { LayoutFault } from './layout-fault.ts';
import type { OfficialRow } from './source-record.ts';

/** What a reader of XML is told; it hands rows over by `emit`. */
export interface XmlEvents {
  /** With the text of the parent before this child. */
  open(name: string, attributes: Readonly<Record<string, string>>, before: string): void;
  /** The text of the element since its last child, spaces collapsed. */
  close(name: string, text: string): void;
}

/** Streams an XML document through a reader. Throws LayoutFault with line and column where it is not well-formed. */
export async function* readXml(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  reader: (emit: (row: OfficialRow) => void) => XmlEvents,
): AsyncIterable<readonly OfficialRow[]> {
  let rows: OfficialRow[] = [];
  const events = reader((row) => rows.push(row));
  const parser = new SaxesParser();
  let text = '';
  parser.on(
    'opentag',
    ({ name, attributes }: { name: string; attributes: Record<string, SaxesAttributePlain['value']> }) => {
      const before = text;
      text = '';
      events.open(name, attributes, collapsed(before));
    },
  );
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => {
    events.close(name, collapsed(text));
    text = '';
  });
  const decoder = new TextDecoder();
  try {
    for await (const chunk of bytes) {
      parser.write(decoder.decode(chunk, { stream: true }));
      if (rows.length > 0) yield rows;
      rows = [];
    }
    parser.close();
  } catch (fault) {
    if (fault instanceof LayoutFault) throw fault;
    const { line, column } = parser;
    throw new LayoutFault({ file, line, column: `${column}` }, 'the XML is not well-formed or is cut', fault);
  }
  if (rows.length > 0) yield rows;
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
