import { type BilledClaim, bookOf } from '../core/audit/billed-claim.ts';
import { readBilled } from '../core/audit/read-billed.ts';
import { draftCase } from '../core/draft/draft-case.ts';
import { codesInLists } from '../core/draft/written-codes.ts';
import type { CaseSettings } from '../core/model/consultation.ts';
import type { Candidate, Draft } from '../core/model/draft.ts';
import type { OfficialFacts } from '../core/model/official.ts';
import type { EngineLibrary } from '../core/retrieve/engine-library.ts';
import { libraryOn } from '../core/retrieve/library-on.ts';
import { applyRules as check } from '../core/rules/apply-rules.ts';
import type { DraftModel } from './model-port.ts';
import type { OfficialData } from './ports.ts';
import type { CaseWithCandidates } from './retrieve.ts';

/** The deterministic answer: what goes out without a model, and what a model starts from. */
export interface CheckedCase extends CaseWithCandidates {
  readonly official: OfficialFacts;
  readonly floor: Draft;
  /** What the sender says he billed. */
  readonly billed: BilledClaim | undefined;
}

/** Drafts without a model and runs the rule floor over it. */
export async function applyRules(
  work: CaseWithCandidates,
  ports: {
    readonly library: EngineLibrary;
    readonly official: OfficialData;
    readonly model: DraftModel | undefined;
  },
): Promise<CheckedCase> {
  const { note, extracted, candidates, settings } = work;
  const drafted = draftCase(extracted, candidates, libraryOn(ports.library, settings.dateOfService.value), settings);
  const written = codesInLists(extracted).map(({ code }) => code);
  const billed = readBilled(extracted.senderText, bookOf(ports.library));
  const wanted = [
    ...codesOf(drafted, ports.model === undefined ? [] : candidates),
    ...written,
    ...priorCode(settings),
    ...codesBilled(billed),
    ...codesOfCorrection(work),
  ];
  const official = await ports.official.forCodes(wanted, settings.dateOfService.value);
  const floor = check(drafted, { note, extract: extracted, library: ports.library, settings, official });
  return { ...work, official, floor, billed };
}

/** The global period of an earlier operation follows its own code. */
function priorCode({ priorOperation }: CaseSettings): string[] {
  const code = priorOperation?.value.code;
  return code === undefined ? [] : [code];
}

function codesOfCorrection({ correction }: CaseWithCandidates): readonly string[] {
  return correction === undefined ? [] : [...correction.given.map(({ code }) => code), ...correction.against];
}

function codesBilled(billed: BilledClaim | undefined): readonly string[] {
  return billed === undefined ? [] : [...billed.lines.map(({ code }) => code), ...billed.diagnoses];
}

/** Everything the claim holds, and whatever a model, where there is one, may yet choose. */
function codesOf({ lines, diagnoses }: Draft, candidates: readonly Candidate[]): string[] {
  return [...new Set<string>([...candidates, ...lines, ...diagnoses].map(({ code }) => code))];
}
