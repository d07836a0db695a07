import { verdictOf } from '../core/draft/verdict.ts';
import type { Answer, CaseAnswer } from '../core/model/consultation.ts';
import { covers, type Edition } from '../core/model/official.ts';
import { type AnswerChanges, compareAnswers } from '../core/rerun/compare-answers.ts';
import type { EngineLibrary } from '../core/retrieve/engine-library.ts';
import { applyRules as check } from '../core/rules/apply-rules.ts';
import { coding } from './consult.ts';
import { extract } from './extract.ts';
import type { Clock, OfficialData } from './ports.ts';
import type { AnsweredCase } from './rerun-port.ts';

export type AgainstNewEditions =
  /** No edition was loaded since that covers its date of service. */
  | { readonly outcome: 'current' }
  | {
      readonly outcome: 'same' | 'values' | 'changed';
      /** Names of the editions that the first answer did not have. */
      readonly editions: readonly string[];
      readonly changes: AnswerChanges;
      /** The answer as it would be given today, with what changed. */
      readonly answer: Answer;
    };

export interface RerunPorts {
  readonly library: EngineLibrary;
  readonly official: OfficialData;
  readonly clock: Clock;
}

/**
 * Holds an answer against the editions loaded since it was given. Only an edition that covers the date of service
 * counts: a nearer one that does not is no news. A claim that a model chose keeps its choice and is checked again.
 */
export async function rerun({ id, input, answer }: AnsweredCase, ports: RerunPorts): Promise<AgainstNewEditions> {
  const day = answer.settings.dateOfService.value;
  const codes = [...answer.lines, ...answer.diagnoses, ...answer.notBilled].map(({ code }) => code);
  const { editions } = await ports.official.forCodes(codes, day);
  const fresh = editions.filter((edition) => covers(edition, day) && !answer.origin.editions.includes(edition.name));
  if (fresh.length === 0) return { outcome: 'current' };

  const today =
    answer.origin.draftedBy === 'model'
      ? await checkAgain(input, answer, ports)
      : (await coding(input, id, { ...ports, model: undefined })).answer;
  if (today?.kind !== 'case') return { outcome: 'current' };
  const changes = compareAnswers(answer, today);
  const names = fresh.map(({ name }) => name);
  return {
    outcome: changes.claim.length > 0 ? 'changed' : changes.values.length > 0 ? 'values' : 'same',
    editions: names,
    changes,
    answer: {
      ...today,
      verdict: `Changed by a new edition. ${today.verdict}`,
      changed: { because: because(fresh), items: [...changes.claim, ...changes.values] },
    },
  };
}

async function checkAgain(
  input: AnsweredCase['input'],
  answer: AnsweredCase['answer'],
  { library, official }: RerunPorts,
): Promise<Answer | undefined> {
  const read = extract(input, library);
  if (read.goes === 'no-further') return undefined;
  const { note, extracted, settings } = read.value;
  const codes = [...answer.lines, ...answer.diagnoses].map(({ code }) => code);
  const facts = await official.forCodes(codes, settings.dateOfService.value);
  const claim = check({ ...answer, rubrics: [] }, { note, extract: extracted, library, settings, official: facts });
  const editions = [`CaseConsultant library ${library.library.edition}`, ...facts.editions.map(({ name }) => name)];
  const checked: CaseAnswer = { kind: 'case', ...claim, verdict: verdictOf(claim), settings };
  return { ...checked, origin: { ...answer.origin, editions } };
}

function because(editions: readonly Edition[]): string {
  return `Loaded since our answer, for your date of service: ${editions.map(({ name }) => name).join(', ')}.`;
}
