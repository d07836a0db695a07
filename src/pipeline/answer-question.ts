import type { Answer } from '../core/model/consultation.ts';
import { answerQuestions, codesNeeded, questionsIn } from '../core/question/answer-question.ts';
import type { EngineLibrary } from '../core/retrieve/engine-library.ts';
import type { CodingInput, OfficialData } from './ports.ts';

/** Answers a mail of questions from the library and the official data of the day asked for; no model is asked. */
export async function answerQuestion(
  input: Extract<CodingInput, { kind: 'question' }>,
  traceId: string,
  { library, official }: { readonly library: EngineLibrary; readonly official: OfficialData },
): Promise<Answer> {
  const day = input.toldDateOfService ?? input.mailedOn;
  const asked = questionsIn(input.question, library);
  const facts = await official.forCodes(codesNeeded(asked, library), day);
  const reply = answerQuestions(asked, { library, official: facts, day });
  const used = new Set(reply.points.flatMap((point) => point.facts.map(({ source }) => source)));
  return {
    kind: 'question',
    ...reply,
    origin: {
      draftedBy: 'deterministic',
      limits: [],
      editions: [
        `CaseConsultant library ${library.library.edition}`,
        ...facts.editions.filter(({ name }) => used.has(name)).map(({ name }) => name),
      ],
      traceId,
    },
  };
}
