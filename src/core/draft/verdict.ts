import type { Draft, Question } from '../model/draft.ts';
import { bare, UNFIT } from './questions.ts';

/** One line that says what the sender can do now: bill, bill except some lines, hold, or what is missing to code. */
export function verdictOf(draft: Draft): string {
  const { lines, diagnoses, questions } = draft;
  if (lines.length === 0) return cannotCode(draft);
  const held = lines.filter((line) => line.held !== undefined);
  const count = `${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`;
  if (held.length === lines.length) return `Hold: ${held[0]?.held ?? 'a fact is missing'}.`;
  const missing: string[] = held.map((line) => `line ${line.seq} (${line.held ?? 'held'})`);
  if (questions.some(isUnfit)) missing.push('a procedure that none of our codes fits (see below)');
  if (diagnoses.length === 0) missing.push('a diagnosis, which the note does not give');
  if (missing.length > 0) return `Ready except ${missing.join(' and ')}.`;
  const unsure = lines.filter((line) => line.confidence.word === 'needs a coder').map((line) => line.seq);
  if (unsure.length > 0) return `A coder should confirm line ${unsure.join(', ')} before this is billed; ${count}.`;
  return `Ready to bill, ${count}.${askedOf(questions.length)}`;
}

function askedOf(questions: number): string {
  if (questions === 0) return '';
  return questions === 1 ? ' One question would make it firmer.' : ` ${questions} questions would make it firmer.`;
}

function cannotCode({ notBilled, questions }: Draft): string {
  const unfit = questions.find(isUnfit)?.quote?.quote;
  if (unfit !== undefined) return `Cannot code: none of our codes fits "${bare(unfit)}".`;
  if (notBilled.length > 0) return 'Cannot code: nothing in the note proves a procedure that can be billed.';
  return 'Cannot code: we found no procedure in the note. Please send the full operative note.';
}

function isUnfit({ id }: Question): boolean {
  return id.startsWith(UNFIT);
}
