import type { Answer, CodeCard } from '../core/model/consultation.ts';
import type { IsoDate } from '../core/model/ids.ts';
import type { OfficialFacts } from '../core/model/official.ts';
import { answerQuestions, codesNeeded, questionsIn } from '../core/question/answer-question.ts';
import { withOfficialTitles } from '../core/question/official-titles.ts';
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
  const told = answerQuestions(asked, { library, official: facts, day });
  const cards = withOfficialTitles(told.cards, await titlesOf(told.cards, facts, day, official), 'full');
  const reply = { ...told, cards };
  const isTitled = cards.some((card) => card.official !== undefined);
  const used = new Set(reply.points.flatMap((point) => point.facts.map(({ source }) => source)));
  return {
    kind: 'question',
    ...reply,
    origin: {
      draftedBy: 'deterministic',
      limits: [],
      editions: [
        `CaseConsultant library ${library.library.edition}`,
        ...facts.editions
          .filter(({ kind, name }) => used.has(name) || (kind === 'cpt' && isTitled))
          .map(({ name }) => name),
      ],
      traceId,
    },
  };
}

/** A code found by words was not known when the rows were fetched. */
async function titlesOf(
  cards: readonly CodeCard[],
  facts: OfficialFacts,
  day: IsoDate,
  official: OfficialData,
): Promise<OfficialFacts['cptTitles']> {
  const known = new Set(facts.cptTitles?.map(({ code }) => code));
  const others = cards.map(({ code }) => code).filter((code) => !known.has(code));
  if (others.length === 0 || !facts.editions.some(({ kind }) => kind === 'cpt')) return facts.cptTitles;
  const more = await official.forCodes(others, day);
  return [...(facts.cptTitles ?? []), ...(more.cptTitles ?? [])];
}
