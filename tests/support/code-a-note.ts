import { draftCase } from '../../src/core/draft/draft-case.ts';
import { settleCase } from '../../src/core/draft/settings.ts';
import { extractNote, type NoteExtract } from '../../src/core/extract/extract.ts';
import type { CaseSettings } from '../../src/core/model/consultation.ts';
import type { DeidentifiedNote, DeidentifiedText, NoteFacts } from '../../src/core/model/deidentified-note.ts';
import type { Candidate, Draft } from '../../src/core/model/draft.ts';
import type { IsoDate } from '../../src/core/model/ids.ts';
import { NO_OFFICIAL_FACTS, type OfficialFacts } from '../../src/core/model/official.ts';
import type { EngineLibrary } from '../../src/core/retrieve/engine-library.ts';
import { retrieveCandidates } from '../../src/core/retrieve/retrieve.ts';
import { applyRules } from '../../src/core/rules/apply-rules.ts';
import type { RuleContext } from '../../src/core/rules/rule.ts';

export const DAY = '2025-07-01' as IsoDate;

/** A text without identifiers, branded as de-identified for a test of the engine. */
export function noteOf(text: string, facts: Partial<NoteFacts> = {}): DeidentifiedNote {
  return {
    text: text as DeidentifiedText,
    facts: { dateOfService: undefined, ageYears: undefined, sex: undefined, priorDates: [], ...facts },
    masked: {},
  };
}

export interface CodedNote {
  readonly extract: NoteExtract;
  readonly candidates: readonly Candidate[];
  readonly draft: Draft;
  readonly ruled: Draft;
  readonly settings: CaseSettings;
  readonly context: RuleContext;
}

/** Runs the whole pure engine over one note. */
export function codeNote(
  text: string,
  library: EngineLibrary,
  options: { readonly sender?: string; readonly facts?: Partial<NoteFacts>; readonly official?: OfficialFacts } = {},
): CodedNote {
  const note = noteOf(text, options.facts);
  const extract = extractNote(note, library, options.sender ?? '');
  const candidates = retrieveCandidates(extract, library);
  const settings = settleCase(extract, note.facts, DAY);
  const draft = draftCase(extract, candidates, library, settings);
  const context: RuleContext = { note, extract, library, settings, official: options.official ?? NO_OFFICIAL_FACTS };
  return { extract, candidates, draft, ruled: applyRules(draft, context), settings, context };
}

/** `47562-53 x2`: a line as one reads it. */
export function labels(draft: Draft): string[] {
  return draft.lines.map(
    ({ code, modifiers, units }) => `${[code, ...modifiers].join('-')}${units > 1 ? ` x${units}` : ''}`,
  );
}

/** A note of three headings, as most tests of the engine need it. */
export function operativeNote(diagnosis: string, title: string, story: string): string {
  return `PREOPERATIVE DIAGNOSIS: ${diagnosis}\n\nPROCEDURE: ${title}\n\nDESCRIPTION OF PROCEDURE: ${story}`;
}
