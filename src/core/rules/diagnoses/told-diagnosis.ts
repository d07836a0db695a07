import type { NoteExtract, Statement } from '../../extract/note-extract.ts';
import type { DiagnosisLine } from '../../model/draft.ts';

/** The statements a diagnosis is quoted from; none where the claim came without a note behind it. */
export function statementsOf({ evidence }: DiagnosisLine, { statements }: NoteExtract): Statement[] {
  return statements.filter((statement) =>
    evidence.some(({ start, end }) => start < statement.end && statement.start < end),
  );
}

/** The words of those statements, in lower case with single blanks. */
export function wordsOf(line: DiagnosisLine, extract: NoteExtract): string {
  return statementsOf(line, extract)
    .map(({ normal }) => squeezed(normal))
    .join(' | ');
}

/** Normal words with single blanks. */
export function squeezed(normal: string): string {
  return normal.replace(/ +/g, ' ').trim();
}
