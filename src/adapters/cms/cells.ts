import { isoDate } from '../../core/model/ids.ts';
import { decodeBytes } from '../text/decode-bytes.ts';
import { CellFault } from './layout-fault.ts';

/** Checks the text of one cell and returns the value to load; undefined is an SQL null. Throws CellFault. */
export type ReadCell = (text: string) => string | undefined;

/** CPT and HCPCS Level II: `47562`, `0001U`, `G0105`. */
const PROCEDURE_CODE = /^[0-9A-Z]\d{3}[0-9A-Z]$/;
const DIAGNOSIS_CODE = /^[A-Z][0-9A-Z]{2,6}$/;
const HIGH_BYTE = /[\u0080-\u00ff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/** The text without padding, as UTF-8 where it is valid UTF-8 and else Windows-1252. */
export function cleanText(text: string): string {
  const trimmed = text.trim();
  return HIGH_BYTE.test(trimmed) ? decodeBytes(Buffer.from(trimmed, 'latin1')).trim() : trimmed;
}

export const anyText: ReadCell = (text) => {
  if (CONTROL.test(text)) throw new CellFault('holds control characters: this is not text');
  return cleanText(text);
};

export const someText: ReadCell = (text) => anyText(text) || refuse(text, 'empty');

/** Text that may be missing. */
export const textOrNull: ReadCell = (text) => anyText(text) || undefined;

export const procedureCode: ReadCell = (text) => {
  const code = text.trim();
  return PROCEDURE_CODE.test(code) ? code : refuse(code, 'not a CPT or HCPCS code');
};

/** An ICD-10-CM code with or without its dot; returned with it. */
export const diagnosisCode: ReadCell = (text) => {
  const code = text.trim().replace('.', '');
  if (!DIAGNOSIS_CODE.test(code)) return refuse(code, 'not an ICD-10-CM code');
  return code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
};

export const decimal: ReadCell = (text) => {
  const number = text.trim();
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(number) ? number : refuse(number, 'not a number');
};

export const decimalOrNull: ReadCell = (text) => (text.trim() === '' ? undefined : decimal(text));

export const wholeNumber: ReadCell = (text) => {
  const number = text.trim();
  return /^\d{1,9}$/.test(number) ? number : refuse(number, 'not a whole number');
};

/** A day as `20260701`, `07/01/2026`, `07-01-2026` or `2026-07-01`; returned as the last. */
export const day: ReadCell = (text) => {
  const written = text.trim();
  const [, month = '', date = '', year = ''] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(written) ?? [];
  const iso = year === '' ? written.replace(/^(\d{4})-?(\d{2})-?(\d{2})$/, '$1-$2-$3') : join(year, month, date);
  return isoDate(iso) ?? refuse(written, 'not a date');
};

/** A day, or a blank or `*` for none. */
export const dayOrNull: ReadCell = (text) => (/^\s*\*?\s*$/.test(text) ? undefined : day(text));

/** One of these values, and nothing else. */
export function oneOf(...values: readonly string[]): ReadCell {
  const known = new Set(values);
  return (text) => {
    const value = text.trim();
    return known.has(value) ? value : refuse(value, `not one of ${values.map((one) => one || 'blank').join(' ')}`);
  };
}

/** Text of this form, trimmed. */
export function matching(form: RegExp, what: string): ReadCell {
  return (text) => {
    const value = text.trim();
    return form.test(value) ? value : refuse(value, what);
  };
}

function refuse(value: string, what: string): never {
  throw new CellFault(`"${value.slice(0, 40)}" is ${what}`);
}

function join(year: string, month: string, date: string): string {
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}
