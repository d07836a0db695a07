import type { ClaimLine, Evidence } from '../../model/draft.ts';
import { finding, librarySource, type Rule, type RuleContext } from '../rule.ts';
import { told } from '../told.ts';

const LATE = 'Medicare Program Integrity Manual ch. 3, 3.3.2.5';
const CLONED = 'Medicare Program Integrity Manual ch. 3, 3.3.2';

/** An addendum within a month is usual; what comes later is read as written for the claim. */
const USUAL_DAYS = 30;

const COPIED =
  /\b(copied forward|copy forward|carried forward from|copied from|copy and paste\w*|cut and pasted|copied and pasted|cloned from|auto ?populated from|unchanged from (the |my )?(previous|prior|last) (note|dictation|report))\b/;

/** An addendum dated long after the operation, or text copied from another note, is weak proof: what rests on it is told. */
export const lateAddendum: Rule = (draft, context) => {
  const lines = draft.lines.filter((line) => restsOnAddendum(line, context));
  const days = Math.max(0, ...context.note.facts.priorDates);
  const codes = lines.map(({ code }) => code);
  const late =
    lines.length > 0 && days > USUAL_DAYS
      ? [
          finding(
            'late-addendum',
            'W',
            librarySource(context),
            LATE,
            `${codes.join(', ')}: the deciding words stand in an addendum of ${days} days after the operation, to which a payer may give no weight`,
            codes,
          ),
        ]
      : [];
  const [copied] = told(context.extract, COPIED);
  const cloned =
    copied === undefined
      ? []
      : [
          finding(
            'late-addendum',
            'W',
            librarySource(context),
            CLONED,
            `the note says that words of it were copied from another note ("${copied.quote}")`,
          ),
        ];
  return { draft, findings: [...late, ...cloned] };
};

/** Nothing but the addendum, the title aside, proves the line. */
function restsOnAddendum({ evidence }: ClaimLine, { note, extract }: RuleContext): boolean {
  const from = /(^|\n)[ \t]*(?:late entry|addend(?:um|a))\b/i.exec(note.text)?.index;
  if (from === undefined) return false;
  const isTitle = ({ start }: Evidence): boolean =>
    extract.titles.some((title) => start >= title.start && start < title.end);
  const proofs = evidence.filter((quote) => !isTitle(quote));
  return proofs.length > 0 && proofs.every(({ start }) => start >= from);
}
