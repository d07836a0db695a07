import { type CasePart, partAt } from '../mail/case-text/case-parts.ts';
import type { Evidence } from '../model/draft.ts';
import type { WhyView } from './view.ts';
import { shortened } from './words.ts';

const QUOTE_LENGTH = 240;
const MOST_QUOTES = 3;

/** The words of the note behind a line, each once, and in a case of several texts which text each is from. */
export function quotesOf(
  evidence: readonly Evidence[],
  parts: readonly CasePart[] | undefined,
  { length = QUOTE_LENGTH, most = MOST_QUOTES } = {},
): Pick<WhyView, 'quotes' | 'from'> {
  const fromOf = new Map<string, string | undefined>();
  for (const { quote, start } of evidence) {
    const words = shortened(quote, length);
    if (words !== '' && !fromOf.has(words)) fromOf.set(words, partAt(parts, start));
  }
  const shown = [...fromOf].slice(0, most);
  const from = shown.map(([, name]) => name ?? '');
  return { quotes: shown.map(([words]) => words), from: from.some((name) => name !== '') ? from : undefined };
}
