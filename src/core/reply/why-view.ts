import type { CaseAnswer } from '../model/consultation.ts';
import type { Confidence, Evidence } from '../model/draft.ts';
import { isVisitCode } from '../visits/visit-codes.ts';
import type { CaseView, WhyView } from './view.ts';
import { visitWhyView } from './visit-view.ts';
import { oneLine, ranges, sentence, shortened } from './words.ts';

const QUOTE_LENGTH = 240;
const QUOTES_PER_LINE = 3;
const MOST_NOT_BILLED = 6;

/** Quotes and rule of each line, of the elements of a visit, and of each diagnosis; lines that rest on the same words and rule are told once. */
export function whyView({ lines, diagnoses, visit }: CaseAnswer): WhyView[] {
  const groups = new Map<
    string,
    { readonly seqs: number[]; readonly quotes: readonly string[]; readonly rule: string }
  >();
  for (const { seq, evidence, why } of lines) {
    const quotes = quotesOf(evidence);
    const rule = sentence(why);
    const key = JSON.stringify([quotes, rule]);
    const group = groups.get(key) ?? { seqs: [], quotes, rule };
    group.seqs.push(seq);
    groups.set(key, group);
  }
  const ofLines = [...groups.values()].map(({ seqs, ...rest }) => ({ label: ranges(seqs), ...rest }));
  const isVisitBilled = lines.some(({ code }) => isVisitCode(code));
  const ofDiagnoses = diagnoses.flatMap(({ code, evidence }): WhyView[] => {
    const quotes = quotesOf(evidence);
    return quotes.length === 0 ? [] : [{ label: code, quotes, rule: '' }];
  });
  return [...ofLines, ...visitWhyView(visit, isVisitBilled), ...ofDiagnoses].filter(
    ({ quotes, rule }) => quotes.length > 0 || rule !== '',
  );
}

/** At most six: what a reasonable coder would have been tempted by, as the draft ordered it. */
export function notBilledView({ notBilled }: CaseAnswer): CaseView['notBilled'] {
  return notBilled
    .slice(0, MOST_NOT_BILLED)
    .map(({ code, title, reason }) => ({ code, title: oneLine(title), reason: sentence(reason) }));
}

/** Words with their reason, lines and diagnoses of one mind together; `Sure.` when nothing else is to be said. */
export function confidenceView({ lines, diagnoses }: CaseAnswer): string[] {
  const opinions = [
    ...grouped(lines.map(({ seq, confidence }) => ({ of: seq, confidence }))).map(({ members, words }) => ({
      whom: `${members.length === 1 ? 'Line' : 'Lines'} ${ranges(members)}`,
      words,
    })),
    ...grouped(diagnoses.map(({ code, confidence }) => ({ of: code as string, confidence }))).map(
      ({ members, words }) => ({
        whom: members.join(', '),
        words,
      }),
    ),
  ];
  if (opinions.length > 0 && opinions.every(({ words }) => words === 'sure')) return ['Sure.'];
  return opinions.map(({ whom, words }) => sentence(`${whom}: ${words}`));
}

function grouped<T>(opinions: readonly { readonly of: T; readonly confidence: Confidence }[]) {
  const groups = new Map<string, T[]>();
  for (const { of, confidence } of opinions) {
    const because = oneLine(confidence.because);
    const words = confidence.word === 'sure' || because === '' ? confidence.word : `${confidence.word}, ${because}`;
    groups.set(words, [...(groups.get(words) ?? []), of]);
  }
  return [...groups].map(([words, members]) => ({ words, members }));
}

function quotesOf(evidence: readonly Evidence[]): string[] {
  const quotes = evidence.map(({ quote }) => shortened(quote, QUOTE_LENGTH)).filter((quote) => quote !== '');
  return [...new Set(quotes)].slice(0, QUOTES_PER_LINE);
}
