import type { ReadCell } from './cells.ts';
import { CellFault, LayoutFault } from './layout-fault.ts';
import type { OfficialRow, SourceRecord } from './source-record.ts';

/** One column that is wanted, found by its heading. */
export interface Field {
  /** For messages. */
  readonly name: string;
  /**
   * Headings by which it is known, letters and digits only, in lower case. A heading may span rows: `PRE` above
   * `OP` is `preop`. `op#2` is the second of several columns headed `OP`, for files that lost the rows above.
   */
  readonly heads: readonly (string | RegExp)[];
  readonly read: ReadCell;
  /** Without the column every value is null. */
  readonly optional?: true;
}

export interface TableSpec {
  readonly fields: readonly Field[];
  /** A new check over all rows of one file, in order: says what is wrong with a row, or nothing. */
  readonly checker?: () => (row: OfficialRow) => string | undefined;
  /** Rows that carry no data, e.g. a remark below the table. */
  readonly isRemark?: (cells: readonly string[]) => boolean;
}

/** What a layout makes of the beginning of a file. */
export type Match =
  | { readonly fits: 'yes'; readonly read: ReadRecord; readonly end?: () => OfficialRow | undefined }
  | { readonly fits: 'partly'; readonly line: number; readonly missing: readonly string[] }
  | { readonly fits: 'no' };

/** The row of a record; undefined for one without data, or when the row goes on in the next (`end` gives the last). */
export type ReadRecord = (record: SourceRecord) => OfficialRow | undefined;

/** One way a kind of file is laid out. */
export interface Layout {
  /** Cells in columns, or lines whose fields stand at fixed places. */
  readonly form: 'table' | 'fixed';
  match(head: readonly SourceRecord[], file: string): Match;
}

/** A table under one or more rows of headings, after any number of title lines. */
export function tableLayout(spec: TableSpec): Layout {
  return {
    form: 'table',
    match(head, file) {
      const wanted = spec.fields.filter(({ optional }) => optional !== true).length;
      let best: { line: number; missing: readonly string[] } | undefined;
      for (const [index, record] of head.entries()) {
        const found = locate(spec.fields, head.slice(0, index + 1));
        const missing = spec.fields.filter((field, at) => found[at] === undefined && field.optional !== true);
        if (missing.length === 0) {
          return { fits: 'yes', read: rowReader(spec, found, head.slice(0, index + 1), record, file) };
        }
        if (missing.length < (best?.missing.length ?? wanted / 2)) {
          best = { line: record.line, missing: missing.map(({ name }) => name) };
        }
      }
      return best === undefined ? { fits: 'no' } : { fits: 'partly', ...best };
    },
  };
}

/** The column of each field, or undefined; the last record must take part, so that data rows never do. */
function locate(fields: readonly Field[], rows: readonly SourceRecord[]): readonly (number | undefined)[] {
  const last = (rows.at(-1)?.cells ?? []).map(headOf);
  const above = rows.slice(-6).map(({ cells }) => cells.map(headOf));
  const names = last.map((name, column) => (name === '' ? [] : stackedNames(above.map((row) => row[column] ?? ''))));
  return fields.map(({ heads }) => heads.map((head) => columnOf(head, last, names)).find((at) => at >= 0));
}

/** -1 when no column, or more than one, is headed so. */
function columnOf(head: string | RegExp, last: readonly string[], names: readonly (readonly string[])[]): number {
  if (typeof head === 'string' && head.includes('#')) {
    const [name, nth] = head.split('#');
    return last.flatMap((own, at) => (own === name ? [at] : []))[Number(nth) - 1] ?? -1;
  }
  const fits = (name: string): boolean => (typeof head === 'string' ? name === head : head.test(name));
  const first = names.findIndex((spellings) => spellings.some(fits));
  return first === names.findLastIndex((spellings) => spellings.some(fits)) ? first : -1;
}

/** `['PRE', 'OP']` is known as `preop` and as `op`. */
function stackedNames(parts: readonly string[]): readonly string[] {
  return parts.map((_, from) => parts.slice(from).join(''));
}

function headOf(cell: string): string {
  return cell.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function rowReader(
  { fields, checker, isRemark }: TableSpec,
  columns: readonly (number | undefined)[],
  header: readonly SourceRecord[],
  last: SourceRecord,
  file: string,
): ReadRecord {
  const check = checker?.();
  const width = last.cells.length;
  const keyColumn = columns[0] ?? 0;
  let hasData = false;
  return (record) => {
    const { line, cells } = record;
    if (line <= last.line || cells.every((cell) => cell.trim() === '') || isRemark?.(cells) === true) return undefined;
    // Headings that go on below the row that named every column.
    if (!hasData && (cells[keyColumn] ?? '').trim() === '') return undefined;
    hasData = true;
    if (cells.length !== width) {
      throw new LayoutFault({ file, line }, `${cells.length} columns where the headings have ${width}`);
    }
    const row = fields.map((field, at) => {
      const column = columns[at];
      if (column === undefined) return undefined;
      try {
        return field.read(cells[column] ?? '');
      } catch (fault) {
        if (!(fault instanceof CellFault)) throw fault;
        throw new LayoutFault({ file, line, column: columnName(header, column) }, fault.message);
      }
    });
    const wrong = check?.(row);
    if (wrong !== undefined) throw new LayoutFault({ file, line }, wrong);
    return row;
  };
}

function columnName(header: readonly SourceRecord[], column: number): string {
  const heading = header.slice(-6).map(({ cells }) => (cells[column] ?? '').trim().replace(/\s+/g, ' '));
  return `${column + 1} (${heading
    .filter((part) => part !== '')
    .join(' ')
    .slice(0, 60)})`;
}
