import type { OfficialKind } from '../../../core/model/official.ts';
import { anyText, textOrNull, wholeNumber } from '../cells.ts';
import type { FileKind } from '../official-file.ts';
import type { OfficialRow } from '../source-record.ts';
import { type Layout, tableLayout } from '../table-layout.ts';
import { readXml, type XmlEvents } from '../xml.ts';
import { byFiscalYear } from './icd10cm.ts';

/** `Fracture, traumatic > radius > lower end`: a term with all it stands under. */
const PATH_SEPARATOR = ' > ';

const COLUMNS = ['path', 'level', 'modifiers', 'see', 'see_also', 'heading', 'code'];

/** The csv form: one line a term, its level tells what it stands under. */
const LINES = tableLayout({
  fields: [
    { name: 'Level', heads: ['level'], read: wholeNumber },
    { name: 'Term', heads: ['term'], read: anyText },
    { name: 'NonEssModif', heads: ['nonessmodif'], read: textOrNull },
    { name: 'See', heads: ['see'], read: textOrNull },
    { name: 'SeeAlso', heads: ['seealso'], read: textOrNull },
    { name: 'Code', heads: ['code'], read: textOrNull },
    { name: 'RowID', heads: ['rowid'], read: wholeNumber },
  ],
  checker: () => {
    let last = 0;
    return ([, , , , , , rowId]) => {
      const expected = last + 1;
      last = Number(rowId);
      return last === expected ? undefined : `row ${last} where ${expected} is due: lines are missing`;
    };
  },
});

function withPaths(layout: Layout): Layout {
  return {
    form: layout.form,
    match(head, file) {
      const match = layout.match(head, file);
      if (match.fits !== 'yes') return match;
      const terms: string[] = [];
      return {
        fits: 'yes',
        read(record) {
          const row = match.read(record);
          if (row === undefined) return undefined;
          const [level = '0', term = '', modifiers, see, seeAlso, code] = row;
          terms.splice(Number(level), terms.length, term);
          return [terms.join(PATH_SEPARATOR), level, modifiers, see, seeAlso, undefined, code];
        },
      };
    },
  };
}

function indexKind(kind: OfficialKind, title: string, wholeRows: number, sign: RegExp, layouts: Layout[]): FileKind {
  return {
    kind,
    title,
    columns: COLUMNS,
    wholeRows,
    layouts,
    xml: {
      fits: (head) => head.includes('<ICD10CM.index') && sign.test(head.slice(0, 2_000)),
      read: (bytes, file) => readXml(bytes, file, indexReader),
    },
    period: byFiscalYear,
  };
}

/** The alphabetic index and its three tables; each comes as a document of its own. */
export const ICD10CM_INDEXES: readonly FileKind[] = [
  indexKind('icd10cm-index', 'ICD-10-CM index', 50_000, /<title>[^<]*INDEX TO DISEASES/i, [withPaths(LINES)]),
  indexKind('icd10cm-drugs', 'ICD-10-CM table of drugs', 20_000, /<head col="1">Substance</i, []),
  indexKind('icd10cm-external-causes', 'ICD-10-CM external causes', 5_000, /<title>[^<]*EXTERNAL CAUSE/i, []),
  indexKind('icd10cm-neoplasms', 'ICD-10-CM table of neoplasms', 5_000, /<head col="1">Neoplasm</i, []),
];

interface Term {
  title: string;
  modifiers: string | undefined;
  see: string | undefined;
  seeAlso: string | undefined;
  /** Codes with the heading of their column; a plain code has none. */
  readonly codes: (readonly [string | undefined, string])[];
  isTold: boolean;
}

function indexReader(emit: (row: OfficialRow) => void): XmlEvents {
  const terms: Term[] = [];
  const headings = new Map<string, string>();
  let column = '';
  const tell = (): void => {
    const term = terms.at(-1);
    if (term === undefined || term.isTold) return;
    term.isTold = true;
    const path = terms.map(({ title }) => title).join(PATH_SEPARATOR);
    const about = [path, `${terms.length - 1}`, term.modifiers, term.see, term.seeAlso];
    if (term.codes.length === 0) emit([...about, undefined, undefined]);
    for (const [heading, code] of term.codes) emit([...about, heading, code]);
  };
  return {
    open(name, attributes, before) {
      const around = terms.at(-1);
      if (name === 'nemod' && around !== undefined) around.title = joined(around.title, before);
      if (name === 'head' || name === 'cell') column = attributes['col'] ?? '';
      if (name !== 'mainTerm' && name !== 'term') return;
      tell();
      terms.push({ title: '', modifiers: undefined, see: undefined, seeAlso: undefined, codes: [], isTold: false });
    },
    close(name, text) {
      if (name === 'head') headings.set(column, text);
      const term = terms.at(-1);
      if (term === undefined) return;
      if (name === 'nemod') term.modifiers = joined(term.modifiers, text);
      else if (name === 'title') term.title = joined(term.title, text);
      else if (name === 'see' || name === 'seecat' || name === 'subcat') term.see = joined(term.see, text);
      else if (name === 'seeAlso') term.seeAlso = joined(term.seeAlso, text);
      else if (name === 'code') term.codes.push([undefined, text]);
      else if (name === 'manif') term.codes.push(['manifestation', text]);
      else if (name === 'cell' && !/^-*$/.test(text)) term.codes.push([headings.get(column), text]);
      else if (name === 'mainTerm' || name === 'term') {
        tell();
        terms.pop();
      }
    },
  };
}

function joined(known: string | undefined, text: string): string {
  return `${known ?? ''} ${text}`.trim();
}
