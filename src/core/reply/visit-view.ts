import type { VisitBasis, VisitElement, VisitTime } from '../model/visit.ts';
import type { WhyView } from './view.ts';
import { oneLine, sentence, shortened } from './words.ts';

const QUOTE_LENGTH = 160;
const QUOTES_PER_ELEMENT = 3;

/**
 * Each element of a visit with its quotes, the time, what the next level would need, and what the coder should know; of
 * a visit that is not billed the elements alone.
 */
export function visitWhyView(visit: VisitBasis | undefined, isBilled: boolean): WhyView[] {
  if (visit === undefined) return [];
  const { elements, time, next, notes, decidedBy } = visit;
  if (!isBilled) return elements.map(elementView);
  return [
    ...elements.map(elementView),
    ...(time === undefined ? [] : [timeView(time, decidedBy)]),
    ...(next === undefined ? [] : [{ label: 'Next', quotes: [], rule: sentence(next) }]),
    ...notes.map((note) => ({ label: 'Note', quotes: [], rule: sentence(note) })),
  ];
}

function elementView({ name, level, because, evidence }: VisitElement): WhyView {
  return {
    label: capital(name),
    quotes: evidence.slice(0, QUOTES_PER_ELEMENT).map(({ quote }) => shortened(quote, QUOTE_LENGTH)),
    rule: sentence(`${level}, ${oneLine(because)}`),
  };
}

function timeView({ minutes, isMore, evidence }: VisitTime, decidedBy: VisitBasis['decidedBy']): WhyView {
  const told = `${isMore ? 'more than ' : ''}${minutes} minutes`;
  return {
    label: 'Time',
    quotes: [shortened(evidence.quote, QUOTE_LENGTH)],
    rule: sentence(decidedBy === 'time' ? `${told}: time decides` : `${told}: no more than the decisions reach`),
  };
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
