import { readXml } from '../read-xml.ts';

/** What stands before the paragraphs of a Word document that belong to lists. */
export interface ListMarks {
  /** Counts through one part of the document. */
  start(): ListCounter;
}

export interface ListCounter {
  newParagraph(): void;
  style(id: string): void;
  level(level: number): void;
  list(id: string): void;
  /** `2. ` or `- ` before the first text of a listed paragraph, else nothing. */
  take(): string;
}

/** `0` takes a paragraph out of the list its style puts it in (ECMA-376, part 1, 17.9.18). */
const NO_LIST = '0';

/** Reads numbering.xml and the lists of the paragraph styles: enough to tell `1.` from a bullet, not to draw them. */
export function readListMarks(numbering: Uint8Array | undefined, styles: Uint8Array | undefined): ListMarks {
  const formats = numbering === undefined ? new Map<string, string>() : readFormats(numbering);
  const listOfStyle = styles === undefined ? new Map<string, string>() : readStyles(styles);

  return {
    start() {
      const counts = new Map<string, number>();
      let style = '';
      let level = 0;
      let list: string | undefined;
      let isTaken = false;

      function mark(): string {
        const id = list ?? listOfStyle.get(style) ?? NO_LIST;
        if (id === NO_LIST) return '';
        const format = formats.get(`${id}/${level}`) ?? formats.get(`${id}/0`) ?? 'bullet';
        if (format === 'none') return '';
        if (format === 'bullet') return '- ';
        const key = `${id}/${level}`;
        const count = (counts.get(key) ?? 0) + 1;
        counts.set(key, count);
        for (const other of counts.keys()) {
          if (other.startsWith(`${id}/`) && Number(other.slice(id.length + 1)) > level) counts.delete(other);
        }
        return `${/Letter$/.test(format) && count <= 26 ? String.fromCharCode(96 + count) : count}. `;
      }

      return {
        newParagraph() {
          style = '';
          level = 0;
          list = undefined;
          isTaken = false;
        },
        style(id) {
          style = id;
        },
        level(given) {
          level = given;
        },
        list(id) {
          list = id;
        },
        take() {
          if (isTaken) return '';
          isTaken = true;
          return mark();
        },
      };
    },
  };
}

/** `list/level` -> number format. */
function readFormats(numbering: Uint8Array): Map<string, string> {
  const abstract = new Map<string, string>();
  const formats = new Map<string, string>();
  let list = '';
  let level = '';
  let isAbstract = false;
  const links: { readonly list: string; readonly abstract: string }[] = [];
  readXml(numbering, {
    open(name, attributes) {
      if (name === 'abstractNum' || name === 'num') {
        isAbstract = name === 'abstractNum';
        list = attributes[isAbstract ? 'abstractNumId' : 'numId'] ?? '';
      } else if (name === 'lvl') level = attributes['ilvl'] ?? '0';
      else if (name === 'numFmt' && isAbstract) abstract.set(`${list}/${level}`, attributes['val'] ?? 'decimal');
      else if (name === 'abstractNumId' && !isAbstract) links.push({ list, abstract: attributes['val'] ?? '' });
    },
    close() {},
    text() {},
  });
  for (const link of links) {
    for (const [key, format] of abstract) {
      const [id, lvl] = key.split('/');
      if (id === link.abstract) formats.set(`${link.list}/${lvl}`, format);
    }
  }
  return formats;
}

/** Paragraph style -> list. */
function readStyles(styles: Uint8Array): Map<string, string> {
  const lists = new Map<string, string>();
  let style = '';
  readXml(styles, {
    open(name, attributes) {
      if (name === 'style') style = attributes['styleId'] ?? '';
      else if (name === 'numId' && style !== '') lists.set(style, attributes['val'] ?? NO_LIST);
    },
    close() {},
    text() {},
  });
  return lists;
}
