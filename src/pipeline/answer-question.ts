import type { Answer } from '../core/model/consultation.ts';
import { answerCodeQuestion } from '../core/question/answer-question.ts';
import type { EngineLibrary } from '../core/retrieve/engine-library.ts';
import type { CodingInput } from './ports.ts';

/** Answers a question by mail from the library; no model is asked. */
export function answerQuestion(
  input: Extract<CodingInput, { kind: 'question' }>,
  library: EngineLibrary,
  traceId: string,
): Answer {
  return {
    kind: 'question',
    ...answerCodeQuestion(input.question, library),
    origin: {
      draftedBy: 'deterministic',
      limits: [],
      editions: [`CaseConsultant library ${library.library.edition}`],
      traceId,
    },
  };
}
