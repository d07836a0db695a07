import { createTextLayout } from '../../text/text-layout.ts';
import { readEntries } from '../archives/zip-budget.ts';
import { UnreadableFile } from '../attachment-task.ts';
import { readXml } from '../read-xml.ts';

const PARTS = /^(?:content|styles|META-INF\/manifest)\.xml$/;
const UNSEEN = new Set(['tracked-changes', 'annotation', 'annotation-end', 'note-citation', 'title', 'desc', 'script']);
const HEADERS = new Set(['header', 'header-left', 'header-first']);
const FOOTERS = new Set(['footer', 'footer-left', 'footer-first']);
const MOST_SPACES = 40;

/**
 * The text of an OpenDocument text (OpenDocument 1.3): page headers, body with tables, lists and text boxes, page
 * footers. What tracked changes deleted is not read. Throws UnreadableFile.
 */
export async function readOdt(bytes: Uint8Array): Promise<string> {
  const entries = await readEntries(bytes, (name) => PARTS.test(name));
  const manifest = entries.get('META-INF/manifest.xml');
  if (manifest !== undefined && Buffer.from(manifest).includes('encryption-data'))
    throw new UnreadableFile('encrypted');
  const content = entries.get('content.xml');
  if (content === undefined) throw new UnreadableFile('broken');
  const styles = entries.get('styles.xml');
  const aside = (names: ReadonlySet<string>) => (styles === undefined ? '' : textWithin(styles, names));
  return [aside(HEADERS), textWithin(content, new Set(['body'])), aside(FOOTERS)]
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The text inside the elements of these names, and nothing of the rest of the file but the kinds of its lists. */
function textWithin(xml: Uint8Array, names: ReadonlySet<string>): string {
  const layout = createTextLayout();
  const numbered = new Set<string>();
  const lists: { readonly style: string; count: number }[] = [];
  let listStyle = '';
  let mark = '';
  let within = 0;
  let unseen = 0;

  function startItem(): void {
    const list = lists.at(-1);
    if (list === undefined) return;
    list.count += 1;
    mark = numbered.has(list.style) ? `${list.count}. ` : '- ';
  }

  function write(text: string): void {
    layout.text(mark + text);
    mark = '';
  }

  function openSeen(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'list') {
      lists.push({ style: attributes['style-name'] ?? lists.at(-1)?.style ?? '', count: 0 });
    } else if (name === 'list-item') startItem();
    else if (name === 'tab') write('\t');
    else if (name === 's') write(' '.repeat(Math.min(MOST_SPACES, Math.max(1, Number(attributes['c'] ?? 1) || 1))));
    else if (name === 'line-break') write('\n');
    else if (name === 'table-row') layout.openRow();
    else if (name === 'table-cell') layout.openCell();
    else if (name === 'text-box' || name === 'note-body') layout.openBox();
  }

  function closeSeen(name: string): void {
    if (name === 'p' || name === 'h') layout.newLine();
    else if (name === 'list') lists.pop();
    else if (name === 'table-cell') layout.closeCell();
    else if (name === 'table-row') layout.closeRow();
    else if (name === 'text-box' || name === 'note-body') layout.closeBox();
  }

  let paragraphs = 0;
  readXml(xml, {
    open(name, attributes) {
      if (name === 'list-style') listStyle = attributes['name'] ?? '';
      else if (name === 'list-level-style-number' && attributes['level'] === '1') numbered.add(listStyle);
      if (names.has(name)) within += 1;
      if (unseen > 0 || UNSEEN.has(name)) unseen += 1;
      else if (within > 0) openSeen(name, attributes);
      if (name === 'p' || name === 'h') paragraphs += 1;
    },
    close(name) {
      if (name === 'p' || name === 'h') paragraphs -= 1;
      if (unseen > 0) unseen -= 1;
      else if (within > 0) closeSeen(name);
      if (names.has(name)) within -= 1;
    },
    text(text) {
      // White space between elements is the file's; runs of it inside a paragraph count as one space (6.1.2).
      if (within > 0 && unseen === 0 && paragraphs > 0) write(text.replace(/[ \t\r\n]+/g, ' '));
    },
  });
  return layout.toString().trim();
}
