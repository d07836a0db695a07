import { partAt } from '../mail/case-text/case-parts.ts';
import type { CaseAnswer } from '../model/consultation.ts';
import type { Criterion, Rubric } from '../model/draft.ts';
import type { RubricView } from './view.ts';
import { oneLine, ranges, shortened } from './words.ts';

const QUOTE_LENGTH = 110;

/** What the claim shows by itself: an earned side, digit, vessel or component needs no account. */
const PLAIN = /^(LT|RT|50|E[1-4]|[FT][A1-9]|LC|LD|LM|RC|RI|26|TC)$/;

const STATES = [
  ['met', 'Met'],
  ['not met', 'Not met'],
  ['not documented', 'Not documented'],
] as const;

/** Modifiers that were judged, one entry for all lines judged alike; each quote stands once. */
export function rubricsView({ rubrics, lines, parts }: CaseAnswer): RubricView[] {
  const groups = new Map<string, Rubric[]>();
  for (const rubric of rubrics) {
    if (rubric.verdict === 'earned' && PLAIN.test(rubric.modifier)) continue;
    const key = JSON.stringify([rubric.modifier, rubric.verdict, rubric.criteria]);
    groups.set(key, [...(groups.get(key) ?? []), rubric]);
  }
  return [...groups.values()].flatMap((group): RubricView[] => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        modifier: first.modifier,
        verdict: `${linesOf(group, lines)}, ${first.verdict}`,
        parts: partsOf(first.criteria, parts),
      },
    ];
  });
}

/** `Line 2`, `Lines 1-3`; the codes where no line is left. */
function linesOf(group: readonly Rubric[], lines: CaseAnswer['lines']): string {
  const codes = new Set(group.map(({ code }) => code));
  const same = lines.filter(({ code }) => codes.has(code));
  const carrying = same.filter(({ modifiers }) => group.some(({ modifier }) => modifiers.includes(modifier)));
  const seqs = (carrying.length > 0 ? carrying : same).map(({ seq }) => seq);
  if (seqs.length === 0) return [...codes].join(', ');
  return `${seqs.length === 1 ? 'Line' : 'Lines'} ${ranges(seqs)}`;
}

function partsOf(criteria: readonly Criterion[], texts: CaseAnswer['parts']): RubricView['parts'] {
  const quoted = new Set<string>();
  return STATES.flatMap(([state, label]) => {
    const own = criteria.filter((criterion) => criterion.state === state);
    if (own.length === 0) return [];
    return [
      {
        label,
        items: own.map(({ text, quote }) => ({ text: oneLine(text), ...once(quote, quoted, texts) })),
      },
    ];
  });
}

function once(quote: Criterion['quote'], quoted: Set<string>, texts: CaseAnswer['parts']) {
  if (quote === undefined || quoted.has(quote.quote)) return { quote: undefined, from: undefined };
  quoted.add(quote.quote);
  return { quote: shortened(quote.quote, QUOTE_LENGTH), from: partAt(texts, quote.start) };
}
