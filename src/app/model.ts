import { createDraftModel } from '../adapters/llm/draft-model.ts';
import type { DraftModel } from '../pipeline/model-port.ts';
import type { Config } from './config/config.ts';

/** The configured model, or undefined: then the deterministic draft goes out. */
export async function draftModelFor(config: Config): Promise<DraftModel | undefined> {
  if (config.model === undefined) return undefined;
  const { apiKey, ...model } = config.model;
  return createDraftModel({ ...model, apiKey: apiKey?.reveal() });
}
