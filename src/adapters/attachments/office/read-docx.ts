import { createTextLayout } from '../../text/text-layout.ts';
import { readEntries } from '../archives/zip-budget.ts';
import { UnreadableFile } from '../attachment-task.ts';
import { readXml } from '../read-xml.ts';
import { type ListMarks, readListMarks } from './docx-lists.ts';

const PARTS = /^word\/(?:document|(?:header|footer)\d{0,3}|footnotes|endnotes|numbering|styles)\.xml$/;
/** Text that a reader of the document does not see: deleted or moved away, or a picture of what stands beside it. */
const UNSEEN = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText']);

/**
 * The text of a Word document (ECMA-376, WordprocessingML) as its reader sees it: headers, body with tables and text
 * boxes, notes, footers. Tracked insertions are read, tracked deletions and hidden text are not. Macros are a file of
 * their own in the archive (word/vbaProject.bin) that is never looked at. Throws UnreadableFile.
 */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  const entries = await readEntries(bytes, (name) => PARTS.test(name));
  const part = (name: string) => entries.get(`word/${name}.xml`);
  const marks = readListMarks(part('numbering'), part('styles'));
  const textsOf = (pattern: RegExp) => [
    ...new Set([...entries].flatMap(([name, xml]) => (pattern.test(name) && xml ? [partText(xml, marks)] : []))),
  ];
  const body = part('document');
  if (body === undefined) throw new UnreadableFile('broken');
  return [
    ...textsOf(/^word\/header/),
    partText(body, marks),
    ...textsOf(/^word\/(?:foot|end)notes/),
    ...textsOf(/^word\/footer/),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

/** One part of the document; elements by their local names, all of the w: namespace but for mc:Fallback. */
function partText(xml: Uint8Array, marks: ListMarks): string {
  const layout = createTextLayout();
  let unseenDepth = 0;
  let inText = false;
  let isHidden = false;
  let isRowDeleted = false;
  const parents: string[] = [];
  const numberOf = marks.start();

  function open(name: string, attributes: Readonly<Record<string, string>>): void {
    const parent = parents.at(-1);
    parents.push(name);
    if (unseenDepth > 0 || (UNSEEN.has(name) && parent !== 'trPr' && parent !== 'rPr')) {
      unseenDepth += 1;
      return;
    }
    switch (name) {
      case 'p':
        numberOf.newParagraph();
        break;
      case 'pStyle':
        numberOf.style(attributes['val'] ?? '');
        break;
      case 'ilvl':
        numberOf.level(Number(attributes['val'] ?? 0));
        break;
      case 'numId':
        numberOf.list(attributes['val'] ?? '');
        break;
      case 'r':
        isHidden = false;
        break;
      case 'vanish':
        isHidden = parent === 'rPr' && parents.at(-3) === 'r' && !/^(?:0|false|off)$/.test(attributes['val'] ?? '');
        break;
      case 't':
        inText = true;
        break;
      case 'tab':
        if (parent === 'r') write('\t');
        break;
      case 'br':
      case 'cr':
        if (!isHidden) write('\n');
        break;
      case 'noBreakHyphen':
        write('-');
        break;
      case 'del':
        isRowDeleted ||= parent === 'trPr';
        break;
      case 'tr':
        isRowDeleted = false;
        layout.openRow();
        break;
      case 'tc':
        layout.openCell();
        break;
      case 'txbxContent':
        layout.openBox();
        break;
    }
  }

  function close(name: string): void {
    parents.pop();
    if (unseenDepth > 0) {
      unseenDepth -= 1;
      return;
    }
    if (name === 't') inText = false;
    else if (name === 'p') layout.newLine();
    else if (name === 'tc') layout.closeCell();
    else if (name === 'tr') layout.closeRow(!isRowDeleted);
    else if (name === 'txbxContent') layout.closeBox();
  }

  function write(text: string): void {
    layout.text(numberOf.take() + text);
  }

  readXml(xml, {
    open,
    close,
    text(text) {
      if (inText && unseenDepth === 0 && !isHidden) write(text);
    },
  });
  return layout.toString().trim();
}
