import type { Draft } from '../model/draft.ts';

/** One line that says what the sender can do now: bill, bill except some lines, hold, or what is missing to code. */
export function verdictOf(draft: Draft): string {
  const { lines, diagnoses, questions } = draft;
  if (lines.length === 0) return cannotCode(draft);
  const held = lines.filter((line) => line.held !== undefined);
  const count = `${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`;
  if (held.length === lines.length) return `Hold: ${held[0]?.held ?? 'a fact is missing'}.`;
  const missing: string[] = held.map((line) => `line ${line.seq} (${line.held ?? 'held'})`);
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

function cannotCode(draft: Draft): string {
  const [first] = draft.notBilled;
  if (first !== undefined) return 'Cannot code: nothing that the note proves as performed is billable here.';
  return 'Cannot code: no procedure of the note is one that the code library knows.';
}
