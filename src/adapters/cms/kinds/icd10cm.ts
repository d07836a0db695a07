import { diagnosisCode, matching, oneOf, someText, wholeNumber } from '../cells.ts';
import { fixedLayout } from '../fixed-layout.ts';
import type { FileKind, Naming } from '../official-file.ts';
import { fiscalYear, type Period, UNDATED, yearIn } from '../period.ts';
import type { OfficialRow } from '../source-record.ts';

/** Every line has the next number, so a cut and a missing line betray themselves. */
function numbered(): (row: OfficialRow) => string | undefined {
  let last: number | undefined;
  return ([number]) => {
    const expected = last === undefined ? 1 : last + 1;
    last = Number(number);
    return last === expected ? undefined : `order number ${last} where ${expected} is due: lines are missing`;
  };
}

/** The order file: every code and heading, in the order of the book. */
export const icd10cm: FileKind = {
  kind: 'icd10cm',
  title: 'ICD-10-CM',
  columns: ['position', 'code', 'is_billable', 'short_title', 'long_title'],
  wholeRows: 90_000,
  layouts: [
    fixedLayout({
      line: /^\d{5} [A-Z][0-9A-Z]{2,6} +[01] .{60} \S/,
      fields: [
        { name: 'order number', from: 1, to: 5, read: wholeNumber },
        { name: 'code', from: 7, to: 13, read: diagnosisCode },
        { name: 'billable', from: 15, to: 15, read: oneOf('0', '1') },
        { name: 'short title', from: 17, to: 76, read: someText },
        { name: 'long title', from: 78, read: someText },
      ],
      checker: numbered,
    }),
  ],
  period: byFiscalYear,
};

const ACTIONS: Readonly<Record<string, string>> = {
  'Add:': 'add',
  'Delete:': 'delete',
  'Revise from:': 'revise-from',
  'Revise to:': 'revise-to',
};
const isAction = matching(/^(Add|Delete|Revise from|Revise to):$/, 'no change (Add, Delete, Revise from, Revise to)');

/** What the order file of a year changed. */
export const icd10cmAddenda: FileKind = {
  kind: 'icd10cm-addenda',
  title: 'ICD-10-CM addenda',
  columns: ['action', 'is_billable', 'code', 'short_title', 'long_title'],
  wholeRows: 1,
  layouts: [
    fixedLayout({
      line: /^(Add|Delete|Revise from|Revise to): +[01] [A-Z][0-9A-Z]{2,6} +\S/,
      preamble: /^(?!Add|Delete|Revise)/,
      fields: [
        { name: 'action', from: 1, to: 13, read: (text) => ACTIONS[isAction(text) ?? ''] },
        { name: 'billable', from: 14, to: 14, read: oneOf('0', '1') },
        { name: 'code', from: 16, to: 22, read: diagnosisCode },
        { name: 'short title', from: 24, to: 84, read: someText },
        { name: 'long title', from: 85, read: someText },
      ],
    }),
  ],
  period: byFiscalYear,
};

export function byFiscalYear({ names, head }: Naming): Period {
  const version = /<version>(\d{4})/.exec(head)?.[1];
  const year = yearIn(...names) ?? (version === undefined ? undefined : Number(version));
  return year === undefined ? UNDATED : fiscalYear(year, names.join(' '));
}
