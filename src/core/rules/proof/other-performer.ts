import type { NoteExtract } from '../../extract/note-extract.ts';
import type { ClaimLine, Evidence } from '../../model/draft.ts';
import { finding, librarySource, type Rule, withoutLines } from '../rule.ts';

const AUTHORITY = 'Medicare Program Integrity Manual ch. 3, 3.3.2.4';

/** What somebody else did or dictated is his claim: a line that only such words prove is not the author's. */
export const otherPerformer: Rule = (draft, context) => {
  const foreign = draft.lines.filter((line) => isForeign(line, context.extract));
  return {
    draft: withoutLines(
      draft,
      foreign.map((line) => ({ line, reason: 'performed or dictated by somebody else, who bills it' })),
    ),
    findings: foreign.map(({ code }) =>
      finding(
        'other-performer',
        'F',
        librarySource(context),
        AUTHORITY,
        `${code} is not on this claim: the note says that somebody else did or dictated it`,
        [code],
      ),
    ),
  };
};

function isForeign({ evidence }: ClaimLine, extract: NoteExtract): boolean {
  const performers = evidence.flatMap((quote) => performerOf(quote, extract));
  return performers.length > 0 && performers.every((performer) => performer === 'other');
}

/** The performer of the statement; a title that names no one proves nothing of it. */
function performerOf({ start }: Evidence, { statements }: NoteExtract): string[] {
  const home = statements.find((statement) => start >= statement.start && start < statement.end);
  if (home === undefined || (home.section === 'title' && home.performer === 'author')) return [];
  return [home.performer];
}
