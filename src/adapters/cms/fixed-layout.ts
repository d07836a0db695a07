import type { ReadCell } from './cells.ts';
import { CellFault, LayoutFault } from './layout-fault.ts';
import type { OfficialRow } from './source-record.ts';
import type { Layout } from './table-layout.ts';

/** One field of a line; places count from 1 as in the publishers' record layouts, both included. */
export interface FixedField {
  readonly name: string;
  readonly from: number;
  /** Without it the field goes to the end of the line. */
  readonly to?: number;
  readonly read: ReadCell;
}

export interface FixedSpec {
  /** How a line of data looks. */
  readonly line: RegExp;
  /** Lines before the data that are expected; any other line that is not data is refused. */
  readonly preamble?: RegExp;
  readonly fields: readonly FixedField[];
  /** See TableSpec. */
  readonly checker?: () => (row: OfficialRow) => string | undefined;
}

/** Lines whose fields stand at fixed places. */
export function fixedLayout({ line: form, preamble, fields, checker }: FixedSpec): Layout {
  return {
    form: 'fixed',
    match(head, file) {
      const first = head.findIndex(({ cells }) => form.test(cells[0] ?? ''));
      // One line may look so by chance, two in a row do not.
      if (first === -1 || !form.test(head[first + 1]?.cells[0] ?? head[first]?.cells[0] ?? '')) return { fits: 'no' };
      const firstLine = head[first]?.line ?? 1;
      const check = checker?.();
      return {
        fits: 'yes',
        read({ line, cells }) {
          const text = cells[0] ?? '';
          if (line < firstLine || text.trim() === '' || preamble?.test(text) === true) return undefined;
          const row = fields.map((field) => readField(text, field, file, line));
          if (!form.test(text)) throw new LayoutFault({ file, line }, 'the line is not laid out like the others');
          const wrong = check?.(row);
          if (wrong !== undefined) throw new LayoutFault({ file, line }, wrong);
          return row;
        },
      };
    },
  };
}

function readField(text: string, { name, from, to, read }: FixedField, file: string, line: number): string | undefined {
  try {
    return read(text.slice(from - 1, to));
  } catch (fault) {
    if (!(fault instanceof CellFault)) throw fault;
    throw new LayoutFault({ file, line, column: `${from} (${name})` }, fault.message);
  }
}
