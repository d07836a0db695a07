import { rankOf } from './level-table.ts';
import { LEVELS, type Level, type VisitElement } from './visit-reading.ts';

/** Two of the three elements must reach a level: it is the one in the middle. */
export function levelOf(elements: readonly VisitElement[]): Level {
  const ranks = elements.map(({ level }) => rankOf(level)).toSorted((a, b) => b - a);
  return LEVELS[ranks[1] ?? 0] ?? 'straightforward';
}

/** `moderate decisions: problems moderate (...), risk moderate (...)`: the elements that carry the level. */
export function decisionWords(elements: readonly VisitElement[]): string {
  const level = levelOf(elements);
  const carrying = elements.filter((element) => rankOf(element.level) >= rankOf(level));
  return `${level} decision making: ${carrying.map(({ name, level: own, because }) => `${name} ${own} (${because})`).join('; ')}`;
}
