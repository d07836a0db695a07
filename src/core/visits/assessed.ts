import type { NoteExtract, Statement } from '../extract/note-extract.ts';
import { type Part, visitLines } from './parts.ts';

/** Statements that may name the diagnoses of a visit, with what makes them less sure. */
export interface VisitStatements {
  readonly statements: readonly Statement[];
  readonly because: string | undefined;
}

/** A complaint is told at the beginning of a history. */
const FIRST_WORDS = 3;

/** What the author assessed; else what he decided; else what brought the patient. Lists of old illnesses never. */
export function assessedIn(extract: Pick<NoteExtract, 'text' | 'statements'>): VisitStatements[] {
  const lines = visitLines(extract);
  const of = (...parts: readonly Part[]): Statement[] =>
    extract.statements.filter((_, at) => parts.includes(lines[at]?.part ?? 'whole'));
  return [
    { statements: of('assessment'), because: undefined },
    { statements: of('decision', 'plan', 'whole'), because: 'no assessment tells it, only the text around it' },
    { statements: of('history').slice(0, FIRST_WORDS), because: 'only the complaint tells it' },
  ];
}
