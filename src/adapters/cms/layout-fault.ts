/** Where a file is not what it says: shown to whoever imports it. Official data holds nothing private. */
export interface LayoutPlace {
  readonly file: string;
  /** 1 is the first line of the file, titles included. */
  readonly line?: number | undefined;
  /** Number (from 1) and heading of the column. */
  readonly column?: string | undefined;
}

/** An official file cannot be read as what it is taken for. The message names file, line and column. */
export class LayoutFault extends Error {
  override name = 'LayoutFault';
  constructor({ file, line, column }: LayoutPlace, what: string, cause?: unknown) {
    const at = [file, line === undefined ? '' : `line ${line}`, column === undefined ? '' : `column ${column}`];
    super(`${at.filter((part) => part !== '').join(', ')}: ${what}`, { cause });
  }
}

/** The value of one cell is refused; the reader of the row adds the place. */
export class CellFault extends Error {
  override name = 'CellFault';
}
