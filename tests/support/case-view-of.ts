import type { Answer } from '../../src/core/model/consultation.ts';
import { replyView } from '../../src/core/reply/reply-view.ts';
import type { CaseView } from '../../src/core/reply/view.ts';
import { SAMPLE_KEY } from './answer-builders.ts';

/** The view of an answer that must be a case. */
export function caseViewOf(answer: Answer): CaseView {
  const view = replyView({ answer, caseKey: SAMPLE_KEY, subject: 'Op note' });
  if (view.template !== 'case' && view.template !== 'case-short') throw new Error('not a case');
  return view;
}
