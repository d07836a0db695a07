import { numberOf } from './targets.ts';

const RIBS = /\b(ribs?|intercostals?|interspaces?|spaces)\b/;
const RUN = /\b(\w+) (?:to|through|thru) (?:the )?(\w+)\b/g;
const MOST_RIBS = 12;

/** Rib nerves by a run of numbers or of chest vertebrae: `spaces four to eight`, `T4 through T8 intercostal nerves`. */
export function ribsOf(normal: string): string[] {
  const words = normal.replace(/ +/g, ' ').trim();
  if (!RIBS.test(words)) return [];
  for (const [, first = '', last = ''] of words.matchAll(RUN)) {
    const [from, to] = [first, last].map((word) => numberOf(word.replace(/^t(?=\d)|(?<=\d)(st|nd|rd|th)$/g, '')));
    if (from === undefined || to === undefined || from >= to || to > MOST_RIBS) continue;
    return Array.from({ length: to - from + 1 }, (_, at) => `rib ${from + at}`);
  }
  return [];
}
