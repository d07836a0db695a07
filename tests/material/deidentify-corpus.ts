import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deidentify } from '../../src/core/deidentify/deidentify.ts';

const SHARED = join(import.meta.dirname, '../../../shared');

/** One marked identifier of the synthetic texts. */
export interface Marked {
  readonly set: 'persons' | 'clinical';
  readonly kind: string;
  readonly value: string;
  readonly text: string;
}

interface PresidioText {
  readonly full_text: string;
  readonly spans: readonly { readonly entity_type: string; readonly entity_value: string }[];
}

export function markedIdentifiers(): readonly Marked[] {
  const presidio = JSON.parse(read('data/deid/presidio_synthetic_half.json')) as readonly PresidioText[];
  const persons = presidio.flatMap(({ full_text: text, spans }) =>
    spans.map(({ entity_type: kind, entity_value: value }): Marked => ({ set: 'persons', kind, value, text })),
  );
  const clinical = read('data/deid/synthetic_clinical_queries_half.txt')
    .split('===QUERY===')
    .slice(1)
    .flatMap((entry) => {
      const [text = '', tags = ''] = entry.split('===PHI_TAGS===').map((part) => part.trim());
      return tags
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line): Marked => {
          const { identifier_type: kind, value } = JSON.parse(line);
          return { set: 'clinical', kind, value, text };
        });
    });
  return [...persons, ...clinical];
}

/** The real notes of the development set: de-identified before, so nearly nothing is left to mask. */
export function realNotes(): readonly string[] {
  return ['notes', 'unlabelled', 'stress'].flatMap((name) =>
    read(`eval/${name}.jsonl`)
      .trim()
      .split('\n')
      .map((line): string => JSON.parse(line).text),
  );
}

export const PLACEHOLDER = /\[(?:NAME|DATE|AGE 90\+|ADDRESS|PHONE|EMAIL|MRN|ACCOUNT|FACILITY|URL)\]/g;
const TITLES = /^(?:Dr|Mr|Mrs|Ms|st|nd|rd|th|St|of|the|and|ID|MRN|Site|patient|case)$/;

/** True when a word of the identifier (titles and ordinal endings aside) still stands in the masked text. */
export function leaks({ text, value }: Marked): boolean {
  const left = new Set(
    deidentify(text)
      .text.replace(PLACEHOLDER, ' ')
      .match(/[\p{L}\p{N}]+/gu),
  );
  const parts = value.match(/[\p{L}\p{N}]+/gu) ?? [];
  return parts.some((part) => part.length > 1 && !TITLES.test(part) && left.has(part));
}

/** What was masked in a text, as it stood there. */
export function maskedWords(text: string): readonly { readonly placeholder: string; readonly written: string }[] {
  const masked = deidentify(text).text;
  const words: { placeholder: string; written: string }[] = [];
  let at = 0;
  const kept = masked.split(PLACEHOLDER);
  const placeholders = masked.match(PLACEHOLDER) ?? [];
  for (const [index, placeholder] of placeholders.entries()) {
    const start = at + (kept[index]?.length ?? 0);
    const next = kept[index + 1] ?? '';
    const end = next === '' ? text.length : text.indexOf(next, start);
    const written = text.slice(start, end);
    if (written !== placeholder) words.push({ placeholder, written });
    at = end;
  }
  return words;
}

function read(path: string): string {
  return readFileSync(join(SHARED, path), 'utf8');
}
