import type { FileKind } from '../official-file.ts';
import type { OfficialRow } from '../source-record.ts';
import { readXml, type XmlEvents } from '../xml.ts';
import { byFiscalYear } from './icd10cm.ts';

/** The elements that hold notes, and what a note of each is called here. */
const NOTES: Readonly<Record<string, string>> = {
  includes: 'includes',
  inclusionTerm: 'inclusion-term',
  excludes1: 'excludes1',
  excludes2: 'excludes2',
  codeFirst: 'code-first',
  useAdditionalCode: 'use-additional',
  codeAlso: 'code-also',
  notes: 'note',
  sevenChrNote: 'seventh-note',
};

/**
 * The tabular list: a row for each title, note and 7th character. The subject is a code (`E08.32`), a block (`A00-A09`)
 * or a chapter (`A00-B99`); codes inherit the notes of what they stand under.
 */
export const icd10cmTabular: FileKind = {
  kind: 'icd10cm-tabular',
  title: 'ICD-10-CM tabular list',
  columns: ['subject', 'kind', 'key', 'text'],
  wholeRows: 50_000,
  layouts: [],
  xml: {
    fits: (head) => head.includes('<ICD10CM.tabular'),
    read: (bytes, file) => readXml(bytes, file, tabularReader),
  },
  period: byFiscalYear,
};

function tabularReader(emit: (row: OfficialRow) => void): XmlEvents {
  /** Chapter, block and codes that the reader stands in; blank until the name is read. */
  const subjects: string[] = [];
  const path: string[] = [];
  let noteKind = '';
  let key = '';
  const row = (kind: string, text: string, ownKey?: string) => emit([subjects.at(-1) ?? '', kind, ownKey, text]);
  return {
    open(name, attributes) {
      path.push(name);
      if (name === 'chapter' || name === 'diag') subjects.push('');
      else if (name === 'section') subjects.push(attributes['id'] ?? '');
      else if (name in NOTES) noteKind = NOTES[name] ?? '';
      else if (name === 'extension') key = attributes['char'] ?? '';
    },
    close(name, text) {
      path.pop();
      const parent = path.at(-1) ?? '';
      if (name === 'chapter' || name === 'section' || name === 'diag') subjects.pop();
      else if (subjects.length === 0) return;
      else if (name === 'name' && parent === 'diag') subjects[subjects.length - 1] = text;
      else if (name === 'desc') {
        if (parent === 'chapter') subjects[subjects.length - 1] = /\(([^()]+)\)$/.exec(text)?.[1] ?? text;
        row('title', text);
      } else if (name === 'note' && parent in NOTES) row(noteKind, text);
      else if (name === 'extension') row('seventh-character', text, key);
    },
  };
}
