import { quoteAt } from '../../draft/evidence.ts';
import type { NoteExtract, Statement } from '../../extract/note-extract.ts';
import { isPerformed } from '../../extract/statement-state.ts';
import { readTargets } from '../../extract/targets.ts';
import type { CountRule } from '../../model/code-record.ts';
import type { ClaimLine, Draft, Evidence, Finding, Question } from '../../model/draft.ts';
import { finding, librarySource, type Rule, type RuleContext, withQuestions } from '../rule.ts';

/** Things with names of their own; what else is counted has its words read by the draft. */
const READ: Partial<Readonly<Record<CountRule['of'], (words: string) => readonly string[]>>> = {
  interspace: (words) => readTargets(words).spaces,
  level: (words) => readTargets(words).spaces,
};

const AUTHORITY = 'code definition, each further level';

/**
 * "Each further" codes count the levels that the title names less those of the parent. Another number on the claim is
 * told; a title and a body that name different levels become a question.
 */
export const addOnCount: Rule = (draft, context) => {
  const findings: Finding[] = [];
  const questions: Question[] = [];
  const counted = draft.lines.filter(isCounted(context));
  const family = ({ code, parent }: ClaimLine): string => `${parent} ${context.library.find(code)?.family}`;
  for (const added of Map.groupBy(counted, family).values()) {
    const [first] = added;
    if (first?.parent === undefined) continue;
    const titled = titledLevels(first, draft, context);
    if (titled === undefined) continue;
    const units = added.reduce((sum, line) => sum + line.units, 0);
    const further = titled.names.length - (context.library.find(first.code)?.count.parentCovers ?? 1);
    const codes = added.map(({ code }) => code);
    const other = titled.names.length > 1 ? otherLevels(titled.names, context.extract) : undefined;
    if (other !== undefined) {
      questions.push(questionOf(first, codes, other, titled.names));
      const text = `${codes.join(', ')}: title and body name different levels`;
      findings.push(finding('add-on-count', 'Q', librarySource(context), AUTHORITY, text, codes));
    } else if (further > 0 && units !== further && added.some((line) => line.units !== further)) {
      const text = `${codes.join(', ')}: ${units} billed, the title names ${titled.names.length} levels (${titled.names.join(', ')}), ${further} beyond the first`;
      findings.push(finding('add-on-count', 'W', librarySource(context), AUTHORITY, text, codes));
    }
  }
  return { draft: withQuestions(draft, questions), findings };
};

function isCounted({ library }: RuleContext): (line: ClaimLine) => boolean {
  return ({ code, modifiers }) => {
    const count = library.find(code)?.count;
    return count?.rule === 'further' && READ[count.of] !== undefined && !modifiers.includes('50');
  };
}

interface Titled {
  readonly names: readonly string[];
}

/** Levels of the title items that prove the add-on or its parent; undefined where they name none, or both sides. */
function titledLevels(line: ClaimLine, { lines }: Draft, { extract }: RuleContext): Titled | undefined {
  const proofs = lines
    .filter(({ code }) => code === line.code || code === line.parent)
    .flatMap(({ evidence }) => evidence);
  const items = extract.titles.filter((title) => proofs.some((proof) => meet(title, proof)));
  const facts = items.map(({ normal }) => readTargets(normal));
  if (facts.some(({ sides }) => sides.includes('bilateral'))) return undefined;
  const names = [...new Set(facts.flatMap(({ spaces }) => spaces))];
  return names.length === 0 ? undefined : { names };
}

function meet(statement: Statement, { start, end }: Evidence): boolean {
  return start < statement.end && statement.start < end;
}

/** What the body tells to have been done at a level of the same region that the title does not name. */
function otherLevels(names: readonly string[], extract: NoteExtract): Evidence | undefined {
  const regions = new Set(names.map((name) => name.charAt(0)));
  const statement = extract.statements.find((each) => {
    if (!isPerformed(each) || each.section !== 'body' || !DONE.test(each.normal)) return false;
    const spaces = readTargets(each.normal).spaces.filter((name) => regions.has(name.charAt(0)));
    return spaces.length > 0 && spaces.every((name) => !names.includes(name));
  });
  return statement === undefined ? undefined : quoteAt(statement, extract);
}

/** Acts at a level, as opposed to looks, films and landmarks. */
const DONE =
  /\b(discectom\w+|diskectom\w+|decompress\w+|fus(ed|ion)|graft\w*|inject\w+|laminectom\w+|foraminotom\w+)\b/;

function questionOf(line: ClaimLine, codes: readonly string[], quote: Evidence, names: readonly string[]): Question {
  return {
    id: `levels.${line.parent ?? line.code}`,
    to: 'surgeon',
    quote,
    text: `The title names ${names.join(', ')}. Please document every level at which this was done.`,
    options: ['levels: ____', 'other / cannot be determined'],
    ifThen: `The first level is ${line.parent ?? 'the primary code'}, each further one a unit of ${codes.join(' or ')}.`,
    holds: [],
  };
}
