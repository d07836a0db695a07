/** What can be asked about codes; one file of this folder answers each. */
export const INTENTS = [
  'what-is',
  'difference',
  'together',
  'modifier',
  'units',
  'global',
  'rvu',
  'diagnosis-for',
  'add-ons',
  'parents',
  'valid',
  'replaced',
  'find-code',
  'find-diagnosis',
] as const;
export type Intent = (typeof INTENTS)[number];

/** A code as the sender wrote it, `44180-59` or `K35.80`. */
export interface AskedCode {
  readonly code: string;
  readonly modifiers: readonly string[];
}

/** One question of a mail, understood. */
export interface Asked {
  readonly intent: Intent;
  /** Procedure codes, each once, in the order of the mail. */
  readonly codes: readonly AskedCode[];
  readonly diagnoses: readonly string[];
  /** The sender's words, in lower case and with the words of a question spelled right. */
  readonly words: string;
}
