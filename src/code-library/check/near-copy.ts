import type { CodeLibrary, CodeRecord } from '../../core/model/code-record.ts';
import type { Problem } from './check-library.ts';
import { activeCodes, type OfficialCodes } from './official-codes.ts';

/** So many words of an official text in a row are a copy. */
const COPIED_WORDS = 4;

/** No title, description or alias may repeat four words in a row of the code's own official text. */
export function checkCopies(library: CodeLibrary, official: OfficialCodes): Problem[] {
  const rows = activeCodes(official);
  return library.codes.flatMap((record) => {
    const theirs = runsOf(rows.get(record.code)?.words ?? '');
    const copied = textsOf(record).find((text) => runsOf(text).some((run) => theirs.includes(run)));
    return copied === undefined ? [] : [{ where: record.code, what: `near copy of the official text: ${copied}` }];
  });
}

function textsOf({ title, says, aliases }: CodeRecord): string[] {
  return [title, says, ...aliases.map(({ text }) => text)];
}

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.slice(0, 1 - COPIED_WORDS || undefined).map((_, at) => words.slice(at, at + COPIED_WORDS).join(' '));
}
