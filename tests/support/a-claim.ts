import type { DiagnosisCode, ProcedureCode } from '../../src/core/model/code.ts';
import type { CaseSettings } from '../../src/core/model/consultation.ts';
import type { ClaimLine, DiagnosisLine, Draft } from '../../src/core/model/draft.ts';
import type { IsoDate } from '../../src/core/model/ids.ts';
import type { FeeRow, OfficialFacts } from '../../src/core/model/official.ts';
import { NO_OFFICIAL_FACTS } from '../../src/core/model/official.ts';
import type { EngineLibrary } from '../../src/core/retrieve/engine-library.ts';
import type { Rule, RuleContext, Ruling } from '../../src/core/rules/rule.ts';
import { codeNote } from './code-a-note.ts';
import { smallEngine } from './small-library.ts';

const library = smallEngine();

/** The note behind every hand-made claim; quotes of it are true. */
export const NOTE =
  'PROCEDURE: Laparoscopic cholecystectomy.\nTECHNIQUE: The gallbladder was removed. The skin was closed.';

/** A line whose first quote is true; everything else as given. */
export function lineOf(code: string, given: Partial<ClaimLine> = {}): ClaimLine {
  return {
    seq: 1,
    code: code as ProcedureCode,
    modifiers: [],
    units: 1,
    title: code,
    evidence: [quote('Laparoscopic cholecystectomy')],
    why: '',
    confidence: { value: 0.9, word: 'sure', because: '' },
    dx: [],
    parent: undefined,
    held: undefined,
    totalRvu: undefined,
    globalDays: undefined,
    ...given,
  };
}

export function quote(words: string, note = NOTE): ClaimLine['evidence'][number] {
  const start = note.indexOf(words);
  return { quote: words, start, end: start + words.length };
}

export function diagnosisOf(code: string, words = 'gallbladder'): DiagnosisLine {
  const confidence = { value: 0.9, word: 'sure', because: '' } as const;
  return { code: code as DiagnosisCode, title: code, evidence: [quote(words)], confidence };
}

export function claimOf(lines: readonly ClaimLine[], diagnoses: readonly DiagnosisLine[] = []): Draft {
  return { lines, diagnoses, notBilled: [], questions: [], rubrics: [], findings: [] };
}

/** Editions that cover the day of the tests. */
export const EDITIONS: OfficialFacts['editions'] = (['pfs', 'ptp', 'mue', 'aoc'] as const).map((kind) => ({
  kind,
  name: `${kind} 2025Q3`,
  effectiveFrom: '2025-07-01' as IsoDate,
  effectiveTo: '2025-09-30' as IsoDate,
}));

export function feeOf(code: string, given: Partial<FeeRow> = {}): FeeRow {
  return {
    code,
    modifier: '',
    status: 'A',
    workRvu: 10,
    totalFacilityRvu: 20,
    totalNonFacilityRvu: 30,
    globalDays: '090',
    bilateral: '0',
    multipleProcedure: '2',
    assistant: '2',
    coSurgeon: '1',
    team: '0',
    pcTc: '0',
    endoscopicBase: '',
    ...given,
  };
}

export interface Given {
  readonly official?: Partial<OfficialFacts>;
  readonly facts?: Parameters<typeof codeNote>[2];
  /** Another note than `NOTE`. */
  readonly note?: string;
  readonly settings?: Partial<CaseSettings>;
  readonly library?: EngineLibrary;
}

/** Runs one rule over a hand-made claim. */
export function ruled(rule: Rule, claim: Draft, given: Given = {}): Ruling {
  const { context } = codeNote(given.note ?? NOTE, given.library ?? library, given.facts);
  const settings: CaseSettings = { ...context.settings, ...given.settings };
  const official: OfficialFacts = { ...NO_OFFICIAL_FACTS, ...given.official };
  return rule(claim, { ...context, settings, official } satisfies RuleContext);
}

/** `47562-LT x2` of every line left. */
export function left(ruling: Ruling): string[] {
  return ruling.draft.lines.map(
    ({ code, modifiers, units }) => `${[code, ...modifiers].join('-')}${units > 1 ? ` x${units}` : ''}`,
  );
}
