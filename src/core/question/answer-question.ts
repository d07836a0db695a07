import type { AnsweredPoint, CodeCard, ToldFact } from '../model/consultation.ts';
import type { Finding } from '../model/draft.ts';
import type { IsoDate } from '../model/ids.ts';
import type { OfficialFacts } from '../model/official.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { stem } from '../retrieve/stem.ts';
import { addOns, parents } from './add-ons.ts';
import type { Asked, Intent } from './asked.ts';
import type { Answerer, Desk } from './desk.ts';
import { diagnosisFor } from './diagnosis-for.ts';
import { findCode, findDiagnosis } from './find.ts';
import { globalDays } from './global-days.ts';
import { modifiers } from './modifiers.ts';
import { readQuestions } from './read-questions.ts';
import { relativeValues } from './relative-values.ts';
import { together } from './together.ts';
import { units } from './units.ts';
import { replaced, valid } from './valid.ts';
import { difference, whatIs } from './what-is.ts';

export interface QuestionReply {
  readonly verdict: string;
  readonly day: IsoDate;
  readonly points: readonly AnsweredPoint[];
  readonly cards: readonly CodeCard[];
  readonly findings: readonly Finding[];
}

const ANSWERERS: Readonly<Record<Intent, Answerer>> = {
  'what-is': whatIs,
  difference,
  together,
  modifier: modifiers,
  units,
  global: globalDays,
  rvu: relativeValues,
  'diagnosis-for': diagnosisFor,
  'add-ons': addOns,
  parents,
  valid,
  replaced,
  'find-code': findCode,
  'find-diagnosis': findDiagnosis,
};

/** Nobody reads more answers than this in one mail. */
const MOST_QUESTIONS = 12;

/** What a mail asks, in its order. */
export function questionsIn(text: string, library: EngineLibrary): Asked[] {
  const asked = readQuestions(text, {
    isWord: (word) => library.speller.words.has(stem(word)),
    isProcedure: (code) => library.find(code) !== undefined,
  });
  return asked.slice(0, MOST_QUESTIONS);
}

/** The codes whose official rows the answers need: those asked about and the add-ons and parents our library knows. */
export function codesNeeded(asked: readonly Asked[], library: EngineLibrary): string[] {
  const named = new Set<string>(
    asked.flatMap(({ codes, diagnoses }) => [...codes.map(({ code }) => code), ...diagnoses]),
  );
  const isOfAddOns = asked.some(({ intent }) => intent === 'add-ons');
  const addOnCodes = isOfAddOns
    ? library.library.codes
        .filter((record) => record.parents.some((parent) => named.has(parent)))
        .map(({ code }) => code)
    : [];
  return [...new Set([...named, ...addOnCodes])];
}

/** Answers the questions of a mail from the library and the official rows of the day. Pure. */
export function answerQuestions(
  asked: readonly Asked[],
  desk: { readonly library: EngineLibrary; readonly official: OfficialFacts; readonly day: IsoDate },
): QuestionReply {
  const told = asked.map((each) => ANSWERERS[each.intent](each, desk));
  const cards = new Map(told.flatMap((each) => each.cards.map((card) => [card.code, card] as const)));
  return {
    verdict: verdictOf(told),
    day: desk.day,
    points: told.map(({ asked: question, answer, facts }) => ({ asked: question, answer, facts })),
    cards: [...cards.values()],
    findings: findingsOf(
      told.flatMap(({ facts }) => facts),
      desk,
    ),
  };
}

function verdictOf(told: readonly AnsweredPoint[]): string {
  const only = told[0];
  if (only === undefined) return 'No question about a code was found in your mail.';
  return told.length === 1 ? only.answer : `${told.length} questions, answered below.`;
}

/** What the answers could not check, or only against another edition, one line an edition. */
function findingsOf(facts: readonly ToldFact[], { day }: Desk): Finding[] {
  const nearest = new Set(facts.filter(({ state }) => state === 'nearest-edition').map(({ source }) => source));
  const unchecked = new Set(
    facts
      .filter(({ state, source }) => state === 'not-checked' && source === '')
      .map(({ text }) => text.replace(/^not checked: /, '')),
  );
  return [
    ...(nearest.size === 0
      ? []
      : [finding('nearest-edition', `not of ${day} but the nearest loaded`, [...nearest].join('; '))]),
    ...[...unchecked].map((text) => finding('not-checked', text, 'none loaded')),
  ];
}

function finding(state: 'nearest-edition' | 'not-checked', text: string, edition: string): Finding {
  return { rule: 'edition', severity: 'I', state, text, authority: '', edition, codes: [] };
}
