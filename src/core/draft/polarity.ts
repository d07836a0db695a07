import type { DiagnosisRecord } from '../model/code.ts';
import { stemsOf } from '../retrieve/terms.ts';

/** What words assert and what they deny: `acute appendicitis without perforation`. */
export interface Polarity {
  readonly asserted: ReadonlySet<string>;
  readonly denied: ReadonlySet<string>;
}

/**
 * A denial reaches to the next word that opens another thought (`without foreign body of the left forearm`), over a
 * comma only within a list (`without perforation, abscess, or gangrene`).
 */
const DENIAL =
  /\b(?:without|w\/o|no)\s+(?:(?:mention|evidence|signs?) of\s+)?((?:[^,;.]+?(?:, [^,;.]+?)*,? (?:or|nor) )?[^,;.]+?)(?=\s(?:of|in|at|on|with|without|but)\s|[,;.]|$)/gi;

/** A word on both sides (`ectopic pregnancy without intrauterine pregnancy`) is asserted. */
export function polarityOf(words: string): Polarity {
  const flat = words.replace(/\s+/g, ' ');
  const asserted = new Set(stemsOf(flat.replace(DENIAL, ' ')));
  const denied = [...flat.matchAll(DENIAL)].flatMap(([, thing = '']) => stemsOf(thing));
  return { asserted, denied: new Set(denied.filter((stem) => !asserted.has(stem))) };
}

const ofTitles = new WeakMap<DiagnosisRecord, Polarity>();

/** The title of a diagnosis asserts what the words deny, or denies what they assert. */
export function contradicts(record: DiagnosisRecord, { asserted, denied }: Polarity): boolean {
  const title = polarityOfTitle(record);
  return meets(denied, title.asserted) || meets(title.denied, asserted);
}

export function polarityOfTitle(record: DiagnosisRecord): Polarity {
  const title = ofTitles.get(record) ?? polarityOf(record.title);
  ofTitles.set(record, title);
  return title;
}

function meets(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((each) => others.has(each));
}
