import { daysBetween } from '../deidentify/dates.ts';
import type { DeidentifiedNote, NoteFacts } from '../model/deidentified-note.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { termsOf } from '../retrieve/terms.ts';
import { noteHints, senderHints } from './case-hints.ts';
import { ageIn, preciseAge, readCircumstances, sexIn } from './header.ts';
import { findInstances } from './instances.ts';
import { readMeasures } from './measures.ts';
import { normalize } from './normalize.ts';
import type { NoteExtract, Statement } from './note-extract.ts';
import { readPriorOperation } from './prior-operation.ts';
import { splitSections } from './sections.ts';
import { withOwnStretch } from './segments.ts';
import { isPerformed } from './statement-state.ts';
import { splitStatements } from './statements.ts';
import { strikeDenied } from './struck-titles.ts';

export type { NoteExtract } from './note-extract.ts';

/**
 * Reads a note into sections, statements, procedure instances and case facts. Offsets refer to `note.text`.
 * `senderText` is what the sender wrote around the note: it settles date of service, role, place and payer.
 */
export function extractNote(note: DeidentifiedNote, library: EngineLibrary, senderText = ''): NoteExtract {
  const sections = splitSections(note.text);
  const { text, statements, struck } = strikeDenied(note.text, splitStatements(note.text, sections), library);
  const performed = statements.filter((statement) => isPerformed(statement) && statement.section !== 'title');
  const titles = statements.filter((statement) => isPerformed(statement) && statement.section === 'title');
  return {
    text: note.text,
    normal: normalize(note.text),
    facts: note.facts,
    ageYears: preciseAge(note.facts.ageYears ?? ageIn(note.text), note.text),
    sex: note.facts.sex ?? sexIn(note.text),
    sections,
    statements,
    titles,
    titleStems: new Set(
      titles.flatMap(({ normal, start }) => termsOf(normal, start, library.lexicon).map(({ term }) => term)),
    ),
    diagnoses: diagnosesOf(statements),
    performed,
    instances: withOwnStretch(findInstances(text, statements, library, struck.length > 0), performed, library),
    struck,
    measures: readMeasures(note.text, statements),
    noteHints: noteHints(note.text),
    senderHints: senderHints(senderText),
    senderText,
    circumstances: readCircumstances(note.text, sections, statements),
    priorOperation: readPriorOperation(statements, note.text, daysSince(note.facts)),
  };
}

/** Days from a labelled earlier operation to the date of service, where the note gives both. */
function daysSince({ priorOperationOn, dateOfService }: NoteFacts): number | undefined {
  if (priorOperationOn === undefined || dateOfService === undefined) return undefined;
  return daysBetween(priorOperationOn, dateOfService);
}

/** `Same. Viable girl.`, `Same, with adhesions`: what stood before the operation, and what was found beside it. */
function diagnosesOf(statements: readonly Statement[]): Statement[] {
  const post = statements.filter(({ section }) => section === 'postop-diagnosis');
  const more = post.filter(({ normal }) => !/^\s*(same|as above)\b *$/.test(normal));
  const isSame = post.length === 0 || post.some(({ normal }) => /^\s*(same|as above)\b/.test(normal));
  return isSame ? [...statements.filter(({ section }) => section === 'preop-diagnosis'), ...more] : post;
}
