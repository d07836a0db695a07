import type { CaseAnswer } from '../model/consultation.ts';
import type { Confidence } from '../model/draft.ts';
import { isVisitCode } from '../visits/visit-codes.ts';
import { quotesOf } from './quotes.ts';
import type { CaseView, WhyView } from './view.ts';
import { visitWhyView } from './visit-view.ts';
import { oneLine, ranges, sentence } from './words.ts';

const MOST_NOT_BILLED = 6;

/** Quotes and rule of each line, of the elements of a visit, and of each diagnosis; lines that rest on the same words and rule are told once. */
export function whyView({ lines, diagnoses, visit, parts }: CaseAnswer): WhyView[] {
  const groups = new Map<string, { readonly seqs: number[] } & Omit<WhyView, 'label'>>();
  for (const { seq, evidence, why } of lines) {
    const quoted = quotesOf(evidence, parts);
    const rule = sentence(why);
    const key = JSON.stringify([quoted, rule]);
    const group = groups.get(key) ?? { seqs: [], ...quoted, rule };
    group.seqs.push(seq);
    groups.set(key, group);
  }
  const ofLines = [...groups.values()].map(({ seqs, ...rest }) => ({ label: ranges(seqs), ...rest }));
  const isVisitBilled = lines.some(({ code }) => isVisitCode(code));
  const ofDiagnoses = diagnoses.flatMap(({ code, evidence }): WhyView[] => {
    const quoted = quotesOf(evidence, parts);
    return quoted.quotes.length === 0 ? [] : [{ label: code, ...quoted, rule: '' }];
  });
  return [...ofLines, ...visitWhyView(visit, isVisitBilled, parts), ...ofDiagnoses].filter(
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
