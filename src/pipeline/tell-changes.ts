import type { Answer, CaseAnswer } from '../core/model/consultation.ts';
import { followUpChanges } from '../core/rerun/follow-up-changes.ts';
import type { CodingInput } from './ports.ts';

/** The answer to a follow-up says what it says otherwise than the one before; any other answer stays as it is. */
export function tellChanges(answer: Answer, input: CodingInput, before: CaseAnswer | undefined): Answer {
  if (answer.kind !== 'case' || input.kind !== 'case' || input.told === undefined) return answer;
  if (before === undefined && input.correction === undefined) return answer;
  const { told, takenBack = [], correction } = input;
  const words = { told, takenBack, against: correction?.against ?? [] };
  return { ...answer, changed: followUpChanges(before, answer, words) };
}
