import { finding, librarySource, mapLines, type Rule } from '../rule.ts';
import { told } from '../told.ts';

const AUTHORITY = 'Medicare National Coverage Determinations 140.6 to 140.8; modifiers PA, PB, PC';
const WRONG: ReadonlySet<string> = new Set(['PA', 'PB', 'PC']);
const TOLD =
  /\b(?:operated|operation|incision|incised|entered|opened|exposed|removed|injected|performed|procedure)\b(?: \w+){0,6} (?:on |at )?(?:the )?(?<!\b(?:no|avoid|prevent|any) )wrong (?:level|side|site|patient|eye|ear|knee|hip|foot|hand|digit|toe|finger|tooth|kidney|body part|vertebra|interspace)\b|\b(?<!\b(?:no|avoid|prevent|any) )wrong (?:level|side|site|patient|eye|ear|knee|hip|foot|hand|digit|toe|finger|tooth|kidney|body part)(?: \w+){0,4} (?:operated|incised|entered|opened|exposed|removed|injected)\b/;

/** An operation on the wrong part or patient, or a wrong operation, is never paid: nothing of it leaves as an ordinary line. */
export const wrongSurgery: Rule = (draft, context) => {
  const [quote] = told(context.extract, TOLD, {
    sections: ['body', 'findings', 'title', 'other'],
    states: ['completed', 'converted', 'attempted', 'historical'],
  });
  const claimed = draft.lines.filter(({ modifiers }) => modifiers.some((modifier) => WRONG.has(modifier)));
  if (quote === undefined && claimed.length === 0) return { draft, findings: [] };
  const lines = claimed.length > 0 ? claimed : draft.lines;
  const codes = lines.map(({ code }) => code);
  const why =
    quote === undefined
      ? 'PA, PB and PC tell a wrong operation, which Medicare never pays'
      : `the note tells a wrong site ("${quote.quote}"): PA, PB or PC for it, never paid; the right one needs its own proof`;
  const found = finding('wrong-surgery', 'F', librarySource(context), AUTHORITY, `${codes.join(', ')}: ${why}`, codes);
  const held = mapLines(draft, (line) =>
    lines.includes(line) ? { ...line, held: line.held ?? 'a wrong site is told: compliance decides first' } : line,
  );
  return { draft: held, findings: codes.length === 0 ? [] : [found] };
};
