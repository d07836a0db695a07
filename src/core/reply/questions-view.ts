import { partAt } from '../mail/case-text/case-parts.ts';
import type { CaseAnswer } from '../model/consultation.ts';
import type { ClaimLine, Question } from '../model/draft.ts';
import type { AskView, QueryView } from './view.ts';
import { oneLine, ranges, sentence, shortened } from './words.ts';

const QUOTE_LENGTH = 240;
const OPEN_END = 'Other, or cannot be determined';

/** Facts that the sender has, those that hold a line first. */
export function asksView({ questions, lines }: CaseAnswer): AskView[] {
  return holdingFirst(questions, 'sender').map((question) => ({
    text: sentence(question.text),
    options: question.options.map(oneLine).join(' / '),
    ifThen: sentence(question.ifThen),
    holds: waiting(question, lines),
  }));
}

/** One block to paste for the surgeon, numbered when it holds several questions, and the coder's own part. */
export function queryView({ questions, lines, parts }: CaseAnswer): QueryView | undefined {
  const toSurgeon = holdingFirst(questions, 'surgeon');
  if (toSurgeon.length === 0) return undefined;
  const numberOf = (at: number) => (toSurgeon.length === 1 ? '' : `${at + 1}.`);
  return {
    optional: toSurgeon.every((question) => question.holds.length === 0),
    items: toSurgeon.map((question, at) => ({
      number: numberOf(at),
      quote: question.quote === undefined ? undefined : shortened(question.quote.quote, QUOTE_LENGTH),
      from: question.quote === undefined ? undefined : partAt(parts, question.quote.start),
      text: oneLine(question.text),
      options: openEnded(question.options.map(oneLine)),
    })),
    coderOnly: toSurgeon.map((question, at) => ({
      number: numberOf(at),
      text: [sentence(question.ifThen), waiting(question, lines)].filter((part) => part !== undefined).join(' '),
    })),
  };
}

function holdingFirst(questions: readonly Question[], to: Question['to']): Question[] {
  const theirs = questions.filter((question) => question.to === to);
  return [...theirs.filter(({ holds }) => holds.length > 0), ...theirs.filter(({ holds }) => holds.length === 0)];
}

/** A compliant query never forces a choice (ACDIS/AHIMA query practice brief): it ends with a way out. */
function openEnded(options: readonly string[]): readonly string[] {
  if (options.length === 0 || options.some((option) => /cannot be determined|unable to determine/i.test(option)))
    return options;
  return [...options, OPEN_END];
}

function waiting({ holds }: Question, lines: readonly ClaimLine[]): string | undefined {
  const seqs = lines.filter((line) => holds.includes(line.code)).map((line) => line.seq);
  if (seqs.length === 0) return undefined;
  return `${seqs.length === 1 ? 'Line' : 'Lines'} ${ranges(seqs)} ${seqs.length === 1 ? 'waits' : 'wait'} for it.`;
}
