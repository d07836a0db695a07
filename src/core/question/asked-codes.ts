import type { AskedCode } from './asked.ts';

/** A CPT, Category II / III, PLA or HCPCS code, perhaps with modifiers: `44180-59`, `27447 - RT`, `0627T`. */
const PROCEDURE =
  /(?<![\w.$-])(\d{4}[0-9AFMTU]|[A-V]\d{4})(?:((?: ?- ?(?:\d{2}|[A-Z]\d|[A-Z]{2})){1,4})(?![\w]))?(?![\w]|\.\d)/gi;
/** ICD-10-CM: a letter, a digit, a character, and after the point up to four. */
const DIAGNOSIS = /(?<![\w.-])([A-TV-Z]\d[0-9AB](?:\.[0-9A-Z]{1,4})?)(?![\w-]|\.\d)/gi;

/** The procedure codes of a text, each once, with the modifiers written behind them. */
export function procedureCodesIn(text: string): AskedCode[] {
  const found = new Map<string, readonly string[]>();
  for (const hit of text.matchAll(PROCEDURE)) {
    const code = (hit[1] ?? '').toUpperCase();
    const modifiers = (hit[2] ?? '').toUpperCase().match(/[0-9A-Z]{2}/g) ?? [];
    if (!found.has(code)) found.set(code, modifiers);
  }
  return [...found].map(([code, modifiers]) => ({ code, modifiers }));
}

/** The ICD-10-CM codes of a text as written, each once; the words "ICD-10" are none. */
export function diagnosisCodesIn(text: string): string[] {
  const plain = text.replace(/\bicd[- ]?10(?:[- ]?cm)?\b/gi, ' ');
  const hits = [...plain.matchAll(DIAGNOSIS)].map((hit) => (hit[1] ?? '').toUpperCase());
  // E1 to T9 are modifiers, and a place like "C5" or "L4-5" has no third character.
  return [...new Set(hits)];
}

/** A text without its codes: what is left tells what is asked. */
export function withoutCodes(text: string): string {
  return text.replace(PROCEDURE, ' ').replace(DIAGNOSIS, ' ');
}
