import { createDraftModel } from '../adapters/llm/draft-model.ts';
import { NO_OFFICIAL_FACTS } from '../core/model/official.ts';
import type { EngineLibrary } from '../core/retrieve/engine-library.ts';
import type { CodingPorts } from '../pipeline/consult.ts';
import type { DraftModel } from '../pipeline/model-port.ts';
import type { OfficialData } from '../pipeline/ports.ts';
import { SYSTEM_CLOCK } from './clock.ts';
import type { Config } from './config/config.ts';

/** No official file is loaded: every check that needs one says so. */
export const NO_OFFICIAL_DATA: OfficialData = { forCodes: async () => NO_OFFICIAL_FACTS };

/** What coding needs, as configured. */
export async function codingPorts(
  config: Config,
  library: EngineLibrary,
  official: OfficialData = NO_OFFICIAL_DATA,
): Promise<CodingPorts> {
  return { library, official, model: await draftModelFor(config), clock: SYSTEM_CLOCK };
}

/** The configured model, or undefined: then the deterministic draft goes out. */
async function draftModelFor(config: Config): Promise<DraftModel | undefined> {
  if (config.model === undefined) return undefined;
  const { apiKey, ...model } = config.model;
  return createDraftModel({ ...model, apiKey: apiKey?.reveal() });
}
