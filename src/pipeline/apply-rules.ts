import { draftDeterministic } from '../core/draft/draft.ts';
import type { Draft } from '../core/model/draft.ts';
import type { OfficialFacts } from '../core/model/official.ts';
import type { EngineLibrary } from '../core/retrieve/engine-library.ts';
import { applyRules as check } from '../core/rules/apply-rules.ts';
import type { OfficialData } from './ports.ts';
import type { CaseWithCandidates } from './retrieve.ts';

/** The deterministic answer: what goes out without a model, and what a model starts from. */
export interface CheckedCase extends CaseWithCandidates {
  readonly official: OfficialFacts;
  readonly floor: Draft;
}

/** Drafts without a model and runs the rule floor over it. */
export async function applyRules(
  work: CaseWithCandidates,
  ports: { readonly library: EngineLibrary; readonly official: OfficialData },
): Promise<CheckedCase> {
  const { note, extracted, candidates, settings } = work;
  const codes = [...new Set(candidates.map((candidate) => candidate.code))];
  const official = await ports.official.forCodes(codes, settings.dateOfService.value);
  const drafted = draftDeterministic(extracted, candidates, ports.library, settings);
  const floor = check(drafted, { note, extract: extracted, library: ports.library, settings, official });
  return { ...work, official, floor };
}
