import { LEVELS, type Level, type VisitElement } from '../model/visit.ts';
import { rankOf } from './level-table.ts';

/** Two of the three elements must reach a level: it is the one in the middle. */
export function levelOf(elements: readonly VisitElement[]): Level {
  const ranks = elements.map(({ level }) => rankOf(level)).toSorted((a, b) => b - a);
  return LEVELS[ranks[1] ?? 0] ?? 'straightforward';
}

/** `moderate decision making: problems and risk reach it`. */
export function decisionWords(elements: readonly VisitElement[]): string {
  const level = levelOf(elements);
  const carrying = elements.filter((element) => rankOf(element.level) >= rankOf(level)).map(({ name }) => name);
  const names = `${carrying.slice(0, -1).join(', ')} and ${carrying.at(-1)}`;
  return `${level} decision making: ${names} reach it`;
}
