import { deidentify } from '../../core/deidentify/deidentify.ts';
import { draftCase } from '../../core/draft/draft-case.ts';
import { settleCase } from '../../core/draft/settings.ts';
import { extractNote } from '../../core/extract/extract.ts';
import type { CodeRecord } from '../../core/model/code-record.ts';
import type { IsoDate } from '../../core/model/ids.ts';
import type { EngineLibrary } from '../../core/retrieve/engine-library.ts';
import { retrieveCandidates } from '../../core/retrieve/retrieve.ts';
import type { Problem } from './check-library.ts';

const ANY_DAY = '2025-07-01' as IsoDate;
const SEEN_BY_A_MODEL = 20;

/** How many examples hold, and which do not. */
export interface ExampleReport {
  readonly held: number;
  readonly total: number;
  readonly problems: readonly Problem[];
}

/**
 * Every `yes` sentence must select its code (an add-on: offer it among the first candidates, since its parent stands
 * elsewhere) and no `no` sentence may select it.
 */
export function checkExamples(library: EngineLibrary): ExampleReport {
  const problems: Problem[] = [];
  let total = 0;
  for (const record of library.library.codes) {
    for (const sentence of record.examples.yes) {
      total += 1;
      const answer = answerTo(sentence, library, dayFor(record, library));
      const isHit =
        answer.codes.includes(record.code) || (record.role === 'addOn' && answer.candidates.includes(record.code));
      if (!isHit) problems.push(problem(record, 'yes', sentence, answer.codes));
    }
    for (const sentence of record.examples.no) {
      total += 1;
      const { codes } = answerTo(sentence, library, dayFor(record, library));
      if (codes.includes(record.code)) problems.push(problem(record, 'no', sentence, codes));
    }
  }
  return { held: total - problems.length, total, problems };
}

/** A day on which the code may be billed. */
function dayFor(record: CodeRecord, { families }: EngineLibrary): IsoDate {
  return record.validFrom ?? families.get(record.family)?.validFrom ?? ANY_DAY;
}

function problem(record: CodeRecord, kind: 'yes' | 'no', sentence: string, codes: readonly string[]): Problem {
  return {
    where: `${record.code} ${kind}`,
    what: `selected ${codes.length === 0 ? 'nothing' : codes.join(' ')}: ${sentence}`,
  };
}

function answerTo(
  sentence: string,
  library: EngineLibrary,
  day: IsoDate,
): { readonly codes: readonly string[]; readonly candidates: readonly string[] } {
  const note = deidentify(sentence);
  const extract = extractNote(note, library);
  const candidates = retrieveCandidates(extract, library);
  const draft = draftCase(extract, candidates, library, settleCase(extract, note.facts, day));
  return {
    codes: draft.lines.map(({ code }) => code),
    candidates: [...new Set(candidates.map(({ code }) => code))].slice(0, SEEN_BY_A_MODEL),
  };
}
