/** One query with the codes of which any may come first, and words that tell the fact that decides between them. */
export interface Expected {
  readonly query: string;
  readonly codes: readonly string[];
  readonly decides: readonly string[];
}

/** Lines `query = CODE CODE | words|of|the|deciding fact`; several codes without words: any of them will do. */
export function readTable(table: string): Expected[] {
  return table.split('\n').flatMap((line) => {
    const at = line.lastIndexOf(' = ');
    if (line.startsWith('#') || at < 0) return [];
    const [codes = '', decides = ''] = line.slice(at + 3).split(' | ');
    return [
      {
        query: line.slice(0, at),
        codes: codes.trim().split(' '),
        decides: decides.split('|').filter((word) => word !== ''),
      },
    ];
  });
}
