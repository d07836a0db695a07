import { SaxesParser } from 'saxes';
import type { Entry, ZipFile } from 'yauzl';
import { LayoutFault } from './layout-fault.ts';
import type { RecordStream, SourceRecord } from './source-record.ts';

/** The rows of the first sheet of an .xlsx (ECMA-376, part 1, section 18.3), streamed, each as wide as the widest. */
export async function* readSheet(zip: ZipFile, file: string, onShare?: (share: number) => void): RecordStream {
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    const strings = entries.get('xl/sharedStrings.xml');
    const sheets = [...entries.keys()].filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
    const [first = ''] = sheets.sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
    const sheet = entries.get(first);
    if (sheet === undefined) throw new LayoutFault({ file }, 'holds no sheet');
    const shared = strings === undefined ? [] : await sharedStrings(zip, strings);
    yield* sheetRows(zip, sheet, shared, onShare);
  } catch (fault) {
    if (fault instanceof LayoutFault) throw fault;
    throw new LayoutFault({ file }, 'the sheet is damaged or cut', fault);
  } finally {
    zip.close();
  }
}

async function sharedStrings(zip: ZipFile, entry: Entry): Promise<readonly string[]> {
  const strings: string[] = [];
  const parser = new SaxesParser();
  let text = '';
  let isText = false;
  parser.on('opentag', ({ name }) => {
    if (name === 'si') text = '';
    isText = name === 't';
  });
  parser.on('text', (part) => {
    if (isText) text += part;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'si') strings.push(text);
    isText = false;
  });
  for await (const chunk of utf8(zip, entry)) parser.write(chunk);
  parser.close();
  return strings;
}

async function* sheetRows(
  zip: ZipFile,
  entry: Entry,
  shared: readonly string[],
  onShare: ((share: number) => void) | undefined,
): RecordStream {
  let rows: SourceRecord[] = [];
  let cells: string[] = [];
  let width = 0;
  let line = 0;
  let column = 0;
  let type = '';
  let value: string | undefined;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'dimension') width = columnNumber(attributes['ref']?.split(':')[1]) ?? 0;
    else if (name === 'row') {
      line = Number(attributes['r'] ?? line + 1);
      cells = [];
      column = 0;
    } else if (name === 'c') {
      column = columnNumber(attributes['r']) ?? column + 1;
      type = attributes['t'] ?? 'n';
      while (cells.length < column) cells.push('');
    } else if (name === 'v' || name === 't') value = '';
  });
  parser.on('text', (part) => {
    if (value !== undefined) value += part;
  });
  parser.on('closetag', ({ name }) => {
    if ((name === 'v' || name === 't') && value !== undefined) {
      cells[column - 1] += cellText(value, type, shared);
      value = undefined;
    } else if (name === 'row') {
      width = Math.max(width, cells.length);
      while (cells.length < width) cells.push('');
      rows.push({ line, cells });
    }
  });
  let read = 0;
  for await (const chunk of utf8(zip, entry)) {
    parser.write(chunk);
    read += chunk.length;
    onShare?.(Math.min(1, read / entry.uncompressedSize));
    if (rows.length > 0) yield rows;
    rows = [];
  }
  parser.close();
  if (rows.length > 0) yield rows;
}

/** Cells come as Latin-1 characters from text files, so those of a sheet do too; `cleanText` reads them back. */
function cellText(value: string, type: string, shared: readonly string[]): string {
  const text = type === 's' ? (shared[Number(value)] ?? '') : value;
  if (type === 'n' && text.includes('.')) return String(Number(Number(text).toPrecision(15)));
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** 1 for `A7`, 28 for `AB2`. */
function columnNumber(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]+/.exec(reference ?? '')?.[0];
  return letters === undefined
    ? undefined
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

async function* utf8(zip: ZipFile, entry: Entry): AsyncIterable<string> {
  const decoder = new TextDecoder();
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
}
