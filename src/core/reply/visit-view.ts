import type { CaseAnswer } from '../model/consultation.ts';
import type { VisitBasis, VisitElement, VisitTime } from '../model/visit.ts';
import { quotesOf } from './quotes.ts';
import type { WhyView } from './view.ts';
import { oneLine, sentence } from './words.ts';

const QUOTE_LENGTH = 160;
const QUOTES_PER_ELEMENT = 3;

/**
 * Each element of a visit with its quotes, the time, what the next level would need, and what the coder should know; of
 * a visit that is not billed the elements alone.
 */
export function visitWhyView(visit: VisitBasis | undefined, isBilled: boolean, parts: CaseAnswer['parts']): WhyView[] {
  if (visit === undefined) return [];
  const { elements, time, next, notes, decidedBy } = visit;
  const elementViews = elements.map((element) => elementView(element, parts));
  if (!isBilled) return elementViews;
  return [
    ...elementViews,
    ...(time === undefined ? [] : [timeView(time, decidedBy, parts)]),
    ...(next === undefined ? [] : [{ label: 'Next', quotes: [], from: undefined, rule: sentence(next) }]),
    ...notes.map((note) => ({ label: 'Note', quotes: [], from: undefined, rule: sentence(note) })),
  ];
}

function elementView({ name, level, because, evidence }: VisitElement, parts: CaseAnswer['parts']): WhyView {
  return {
    label: capital(name),
    ...quotesOf(evidence, parts, { length: QUOTE_LENGTH, most: QUOTES_PER_ELEMENT }),
    rule: sentence(`${level}, ${oneLine(because)}`),
  };
}

function timeView(
  { minutes, isMore, evidence }: VisitTime,
  decidedBy: VisitBasis['decidedBy'],
  parts: CaseAnswer['parts'],
): WhyView {
  const told = `${isMore ? 'more than ' : ''}${minutes} minutes`;
  return {
    label: 'Time',
    ...quotesOf([evidence], parts, { length: QUOTE_LENGTH }),
    rule: sentence(decidedBy === 'time' ? `${told}: time decides` : `${told}: no more than the decisions reach`),
  };
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
