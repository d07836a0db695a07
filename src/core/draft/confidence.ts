import type { Confidence } from '../model/draft.ts';
import type { Doubt } from './proto-line.ts';

/** Of cases without any doubt about nine in ten are right on the development set. */
const CLEAR = 0.92;
const SURE = 0.8;
const NEEDS_A_CODER = 0.5;

/** One minus the weight of every doubt, in words with the heaviest reason. */
export function confidenceOf(doubts: readonly Doubt[], whenClear: string): Confidence {
  const value = Math.max(0.05, CLEAR - doubts.reduce((sum, { weight }) => sum + weight, 0));
  const [heaviest] = doubts.toSorted((a, b) => b.weight - a.weight);
  return {
    value: Math.round(value * 100) / 100,
    word: value >= SURE ? 'sure' : value >= NEEDS_A_CODER ? 'likely' : 'needs a coder',
    because: heaviest?.because ?? whenClear,
  };
}
