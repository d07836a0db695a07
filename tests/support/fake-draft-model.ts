import type { DraftModel, ModelChoice, ModelOutcome } from '../../src/pipeline/model-port.ts';

/** A DraftModel that gives prepared outcomes in turn, the last one for ever. */
export function fakeDraftModel(...outcomes: readonly ModelOutcome[]): DraftModel {
  let asked = 0;
  return {
    name: 'fake:scripted',
    choose: async () =>
      outcomes[Math.min(asked++, outcomes.length - 1)] ?? { outcome: 'failed', why: 'server-error', attempts: 1 },
  };
}

export const chosen = (choice: ModelChoice, attempts = 1): ModelOutcome => ({
  outcome: 'chosen',
  choice,
  tokens: 120,
  attempts,
});
