import { makeZip, type ZipEntry } from './make-files.ts';

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word document of these parts (`document`, `header1`, `numbering` ...) with more files beside them. */
export function makeWordParts(parts: Readonly<Record<string, string>>, beside: readonly ZipEntry[] = []): Buffer {
  const roots: Readonly<Record<string, string>> = { document: 'document', numbering: 'numbering', styles: 'styles' };
  return makeZip([
    { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
    ...Object.entries(parts).map(([name, inner]) => {
      const root = roots[name] ?? (name.startsWith('header') ? 'hdr' : name.startsWith('footer') ? 'ftr' : name);
      return { name: `word/${name}.xml`, content: Buffer.from(`<w:${root} ${WORD}>${inner}</w:${root}>`) };
    }),
    ...beside,
  ]);
}

/** Rows of cells of paragraphs. */
export function wordTable(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    `<w:tc>${text
      .split('\n')
      .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
      .join('')}</w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

const OFFICE = 'urn:oasis:names:tc:opendocument:xmlns';

/** An OpenDocument text with this markup in its body and, where given, in its styles. */
export function makeOdt(body: string, { lists = '', styles = '', manifest = '' } = {}): Buffer {
  const spaces = ['office', 'text', 'table', 'draw', 'style'].map((name) => `xmlns:${name}="${OFFICE}:${name}:1.0"`);
  const root = (name: string, inner: string) => `<office:${name} ${spaces.join(' ')}>${inner}</office:${name}>`;
  return makeZip([
    { name: 'mimetype', content: Buffer.from('application/vnd.oasis.opendocument.text'), isStored: true },
    { name: 'META-INF/manifest.xml', content: Buffer.from(`<manifest>${manifest}</manifest>`) },
    {
      name: 'content.xml',
      content: Buffer.from(
        root(
          'document-content',
          `<office:automatic-styles>${lists}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`,
        ),
      ),
    },
    { name: 'styles.xml', content: Buffer.from(root('document-styles', styles)) },
  ]);
}
