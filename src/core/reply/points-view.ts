import type { AnsweredPoint, QuestionAnswer, ToldFact } from '../model/consultation.ts';
import type { CardView, FactView, PointView } from './view.ts';
import { oneLine, sentence } from './words.ts';

/** Our own library is named in the footer, as it stands behind every reply. */
const LIBRARY = /^CaseConsultant library\b/;

/** The answers in the order of the mail; one alone is the verdict, so only its facts are left to tell. */
export function pointViews({ points, day }: QuestionAnswer): PointView[] {
  const isAlone = points.length === 1;
  return points.map(({ asked, answer, facts }) => ({
    asked: isAlone ? '' : oneLine(asked),
    answer: isAlone ? '' : sentence(answer),
    facts: factViews(facts, day),
  }));
}

function factViews(facts: AnsweredPoint['facts'], day: string): FactView[] {
  const told = facts.filter(({ text }) => text !== '');
  return told.map((fact, at) => {
    const source = sourceOf(fact, day);
    const isRepeated = source === sourceOf(told[at + 1], day);
    return {
      label: oneLine(fact.label),
      text: oneLine(fact.text).replace(/\.$/, ''),
      source: isRepeated ? '' : source,
    };
  });
}

function sourceOf(fact: ToldFact | undefined, day: string): string {
  if (fact === undefined || fact.source === '' || LIBRARY.test(fact.source)) return '';
  if (fact.state === 'nearest-edition') return `${oneLine(fact.source)}, the nearest edition; not of ${day}`;
  return oneLine(fact.source);
}

export function cardViews({ cards }: QuestionAnswer): CardView[] {
  return cards.map(({ code, title, official, says, facts, neighbours }) => ({
    code,
    title: oneLine(title),
    official: official === undefined ? undefined : oneLine(official),
    says: oneLine(says),
    facts: facts.map(oneLine),
    neighbours: neighbours.map((neighbour) => ({
      code: neighbour.code,
      decidingFact: oneLine(neighbour.decidingFact),
    })),
  }));
}
