import { MODIFIERS } from '../rules/modifiers/modifier-catalogue.ts';
import type { CodeBook } from './billed-claim.ts';

/** A code in the text with what is written behind it. */
export interface CodeMention {
  readonly start: number;
  readonly end: number;
  readonly kind: 'procedure' | 'diagnosis';
  readonly code: string;
  readonly modifiers: readonly string[];
  /** Undefined when no number of units is told. */
  readonly units: number | undefined;
}

/** CPT with its categories II and III, PLA, HCPCS Level II; a plus marks an add-on. Behind it stands no digit. */
const PROCEDURE = /(?<![\w.$#+-])\+?(\d{4}[0-9FMTU]|[A-V]\d{4})(?![\d%]|\.\d|,\d{3}(?!\d)|-\d{3})/gi;
const DIAGNOSIS = /(?<![\w.$#-])([A-TV-Z]\d[0-9AB](?:\.[0-9A-Z]{1,4}|[0-9A-Z]{0,4}))(?![\w]|\.\d|-\d)/gi;

/** `CO` is read as the beginning of a denial: `44180 - CO-97`. */
const MODIFIER = `(?:${[...MODIFIERS.keys()].filter((modifier) => modifier !== 'CO').join('|')})`;
/** Behind a hyphen, a slash or in brackets any case will do; after a blank only what cannot be a word or a number of something. */
const JOINED = new RegExp(`\\s?(?:-|/|\\(-?|,(?=${MODIFIER}\\b)|\\[-?)\\s?(${MODIFIER})(?!\\w|\\.\\d)\\)?\\]?`, 'iy');
const GLUED = /((?:RT|LT|TC|X[EPSU]|E[1-4]|F[1-9A]|T[1-9A]))(?!\w)/y;
const SPACED =
  /[ \t|]+((?:RT|LT|rt|lt|TC|AS|X[EPSU]|E[1-4]|F[1-9A]|T[1-9A]|L[CDM]|R[CI]|G[ACQ]|KX|PT|AI)|(?:2[2-7]|5[0-9]|6[26]|7[6-9]|8[0-2]|9[15]))(?![\w-]|\.\d|[ \t]+(?:units?|years?|yrs?|yo|min|minutes|cm|mm|days?|lesions?|tags?|levels?)\b)/y;
const NAMED = new RegExp(
  `[ \\t,]*\\(?(?:(?:with|w/|w|plus|and)[ \\t]+)?(?:(?:a|the)[ \\t]+)?(?:modifiers?|mods?\\.?|mdf|w/|with)[ \\t:#-]*(${MODIFIER})(?!\\w|\\.\\d)\\)?`,
  'iy',
);
const UNITS = [
  /[ \t]*[([,-]?[ \t]*(?:x|×|\*)[ \t]?(\d{1,3})(?!\w|\.\d)[)\]]?/iy,
  /[ \t]*[([,-]?[ \t]*(\d{1,3})[ \t]*units?\b[)\]]?/iy,
  /[ \t]*[([,;-]?[ \t]*(?:units?|qty|quantity)[ \t:=]*(\d{1,3})(?!\w|\.\d)[)\]]?/iy,
  /[ \t]*\((\d{1,2})\)/y,
];
/** Cells of a table: what remains of the line is one small number, perhaps before diagnoses or pointers. */
const CELL_UNITS =
  /(?:[ \t|;]+(?:-(?=[ \t|;]))?)+(\d{1,2})(?=[ \t]*(?:$|\n|[|;\t]|[ \t][A-L]{1,4}\b|[ \t][A-Z]\d[0-9AB]))/y;
const UNITS_BEFORE = /\b(\d{1,3})[ \t]?(?:units?(?: of| for)?|x|×)[ \t]+(?:cpt[ \t]+|code[ \t]+)?$/i;
const UNIT_WORDS_BEFORE =
  /\b(two|three|four|five|six)[ \t](?:units?|lines?)(?: of| for)?[ \t]+(?:cpt[ \t]+|code[ \t]+)?$/i;
const UNIT_WORDS = ['two', 'three', 'four', 'five', 'six'];

/** Numbers of a file, a place or a sum: `claim #48213`, `zip 75201`, `ext. 44180`. */
const FILE_NUMBER =
  /(?:#|\b(?:no|nr|num|number|id|zip(?: ?code)?|ext|extension|mrn|ref|reference|invoice|ticket|po box|box|npi|icn|dcn|tcn|batch|check|ein|tin|acct|account|suite|room|pager|phone|fax|order|eob|era)\b)[ \t]*[.:#]*[ \t]*(?:is[ \t]+)?$/i;
/** Where a number that the library does not know still is a code: in a list, or behind a word for one. */
const CODE_PLACE =
  /(?:^|\n|[,;:+&(/|\t>-]|\b(?:and|with|plus|cpt|hcpcs|codes?|lines?|billed|submitted|coded|charged|reported|sent|chose|used|denied|denial|rejected|for|of|on|claim|then)\b)[ \t]*(?:\d{1,2}[.)][ \t]*)?$/i;

/** The codes of a text in its order, with modifiers and units; numbers of files, places and sums are none. */
export function codesIn(text: string, book: CodeBook): CodeMention[] {
  const plain = text.replace(/\bicd[- ]?(?:9|10)(?:[- ]?cm)?\b/gi, (words) => ' '.repeat(words.length));
  const diagnoses = [...plain.matchAll(DIAGNOSIS)].flatMap((hit) => diagnosisAt(hit, book));
  const taken = new Set(diagnoses.map(({ start }) => start));
  const procedures = [...plain.matchAll(PROCEDURE)]
    .filter(({ index }) => !taken.has(index))
    .flatMap((hit) => procedureAt(hit, plain, book));
  return [...procedures, ...diagnoses].sort((one, other) => one.start - other.start);
}

function procedureAt(hit: RegExpExecArray, text: string, book: CodeBook): CodeMention[] {
  const code = (hit[1] ?? '').toUpperCase();
  const before = text.slice(Math.max(0, hit.index - 40), hit.index);
  const isKnown = book.isProcedure(code);
  if (FILE_NUMBER.test(before) || (!isKnown && !CODE_PLACE.test(before))) return [];
  const tail = tailAt(text, hit.index + hit[0].length);
  if (/\w/.test(text.charAt(tail.end))) return [];
  const units = tail.units ?? unitsBefore(before);
  return [{ start: hit.index, end: tail.end, kind: 'procedure', code, modifiers: tail.modifiers, units }];
}

function tailAt(text: string, from: number): { end: number; modifiers: readonly string[]; units: number | undefined } {
  const modifiers: string[] = [];
  let end = from;
  let units: number | undefined;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = end;
    const hit = pattern.exec(text);
    if (hit === null) return undefined;
    end = pattern.lastIndex;
    return hit[1]?.toUpperCase();
  };
  for (let more = true; more; ) {
    const modifier = take(JOINED) ?? (end === from ? take(GLUED) : undefined) ?? take(NAMED) ?? take(SPACED);
    if (modifier !== undefined) modifiers.push(modifier);
    const told: string | undefined = units === undefined ? firstOf([...UNITS, CELL_UNITS], take) : undefined;
    if (told !== undefined) units = Number(told);
    more = modifier !== undefined || told !== undefined;
  }
  return { end, modifiers: [...new Set(modifiers)], units: units === 0 ? undefined : units };
}

function firstOf(patterns: readonly RegExp[], take: (pattern: RegExp) => string | undefined): string | undefined {
  for (const pattern of patterns) {
    const found = take(pattern);
    if (found !== undefined) return found;
  }
  return undefined;
}

function unitsBefore(before: string): number | undefined {
  const figure = UNITS_BEFORE.exec(before)?.[1];
  if (figure !== undefined) return Number(figure);
  const word = UNIT_WORDS_BEFORE.exec(before)?.[1]?.toLowerCase();
  return word === undefined ? undefined : UNIT_WORDS.indexOf(word) + 2;
}

/** A dotted code as it stands; without its point only one that the library knows, so that `M15` stays a remark and `T12` a vertebra. */
function diagnosisAt(hit: RegExpExecArray, book: CodeBook): CodeMention[] {
  const written = (hit[1] ?? '').toUpperCase();
  const code = written.includes('.') || written.length === 3 ? written : `${written.slice(0, 3)}.${written.slice(3)}`;
  const isCode = written.includes('.') || (book.isDiagnosis(code) && !book.isProcedure(written));
  if (!isCode) return [];
  return [
    { start: hit.index, end: hit.index + written.length, kind: 'diagnosis', code, modifiers: [], units: undefined },
  ];
}
