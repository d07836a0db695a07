import type { Evidence, Finding } from '../../model/draft.ts';
import { finding, librarySource, mapLines, type Rule, withoutLines } from '../rule.ts';

/** Every quote stands in the note, letter for letter; a line without a true quote does not leave. */
export const quoteExists: Rule = (draft, context) => {
  const { text } = context.note;
  const isTrue = ({ quote, start, end }: Evidence): boolean => quote !== '' && text.slice(start, end) === quote;
  const checked = mapLines(draft, (line) => ({ ...line, evidence: line.evidence.filter(isTrue) }));
  const bare = checked.lines.filter(({ evidence }) => evidence.length === 0);
  const invented = draft.lines.flatMap(({ evidence }) => evidence).filter((evidence) => !isTrue(evidence)).length;
  const clean = {
    ...withoutLines(
      checked,
      bare.map((line) => ({ line, reason: 'no passage of the note proves it' })),
    ),
    // A diagnosis without a quote is the sender's own; one whose quotes are all false is not kept.
    diagnoses: draft.diagnoses
      .filter(({ evidence }) => evidence.length === 0 || evidence.some(isTrue))
      .map((line) => ({ ...line, evidence: line.evidence.filter(isTrue) })),
  };
  const found = (text: string, codes: readonly string[]): Finding =>
    finding('quote-exists', 'F', librarySource(context), 'documentation', text, codes);
  const lost = bare.map(({ code }) => found(`${code} left out: no passage of the note proves it`, [code]));
  const removed = invented > 0 && bare.length === 0 ? [found('a quote was not in the note and was removed', [])] : [];
  return { draft: clean, findings: [...lost, ...removed] };
};
