import { type Source, sourceOn } from '../check/source.ts';
import type { NoteExtract } from '../extract/note-extract.ts';
import type { CaseSettings } from '../model/consultation.ts';
import type { DeidentifiedNote } from '../model/deidentified-note.ts';
import type { ClaimLine, Draft, Finding, NotBilled, Question } from '../model/draft.ts';
import type { Edition, FeeRow, OfficialFacts } from '../model/official.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';

export type { Source };

/** What every rule may look at. */
export interface RuleContext {
  readonly note: DeidentifiedNote;
  readonly extract: NoteExtract;
  readonly library: EngineLibrary;
  readonly settings: CaseSettings;
  readonly official: OfficialFacts;
}

/** What a rule found, and the draft without what must not leave. */
export interface Ruling {
  readonly draft: Draft;
  readonly findings: readonly Finding[];
}

/** One check of the claim. Pure; a clear check is a finding of severity I. */
export type Rule = (draft: Draft, context: RuleContext) => Ruling;

/** The loaded edition for the date of service: covers it, is the nearest, or is not there. */
export function sourceOf(kind: Edition['kind'], { official, settings }: RuleContext): Source {
  return sourceOn(kind, official, settings.dateOfService.value);
}

/** The library as a source: it holds for every date. */
export function librarySource({ library }: RuleContext): Source {
  return { state: 'checked', edition: `CaseConsultant library ${library.library.edition}` };
}

export function finding(
  rule: string,
  severity: Finding['severity'],
  source: Source,
  authority: string,
  text: string,
  codes: readonly string[] = [],
): Finding {
  return { rule, severity, state: source.state, text, authority, edition: source.edition, codes };
}

/** The fee row of a code without a modifier. */
export function feeOf(code: string, { official }: RuleContext): FeeRow | undefined {
  return official.fees.find((row) => row.code === code && row.modifier === '');
}

/** Takes lines off the claim and tells why. */
export function withoutLines(
  draft: Draft,
  dropped: readonly { readonly line: ClaimLine; readonly reason: string }[],
): Draft {
  if (dropped.length === 0) return draft;
  const gone = new Set(dropped.map(({ line }) => line));
  const lines = draft.lines.filter((line) => !gone.has(line));
  const still = new Set(lines.map(({ code }) => code));
  const told = dropped
    .filter(({ line }) => !still.has(line.code) && !draft.notBilled.some(({ code }) => code === line.code))
    .map(({ line, reason }): NotBilled => ({ code: line.code, title: line.title, reason, evidence: line.evidence }));
  const questions = draft.questions.filter(({ holds }) => holds.length === 0 || holds.some((code) => still.has(code)));
  return { ...draft, lines, questions, notBilled: [...told, ...draft.notBilled].slice(0, 6) };
}

/** The draft with further questions; one with a known id is not asked twice. */
export function withQuestions(draft: Draft, questions: readonly Question[]): Draft {
  const known = new Set(draft.questions.map(({ id }) => id));
  const fresh = [...new Map(questions.map((question) => [question.id, question])).values()].filter(
    ({ id }) => !known.has(id),
  );
  return fresh.length === 0 ? draft : { ...draft, questions: [...draft.questions, ...fresh] };
}

/** The draft with every line passed through `change`. */
export function mapLines(draft: Draft, change: (line: ClaimLine) => ClaimLine): Draft {
  return { ...draft, lines: draft.lines.map(change) };
}
