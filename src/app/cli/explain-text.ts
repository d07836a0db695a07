import { type Explanation, explainNote, setAside } from '../../core/draft/explain.ts';
import { extractNote } from '../../core/extract/extract.ts';
import type { EngineLibrary } from '../../core/retrieve/engine-library.ts';
import type { CodingInput } from '../../pipeline/ports.ts';

const SHORTENED = 110;

/** How the note was read, line by line, for `answer --explain`. Of a question there is nothing to explain. */
export function explainText(input: CodingInput, library: EngineLibrary): string {
  if (input.kind !== 'case') return '';
  const extract = extractNote(input.note, library, input.senderText);
  const told = explainNote(extract, library).map(oneProcedure);
  const aside = setAside(extract).map(({ words, why }) => `  "${shortened(words)}": ${why}`);
  return [
    'HOW IT WAS READ',
    ...(told.length === 0 ? ['No procedure was found in the note.'] : told),
    ...(aside.length === 0 ? [] : ['', 'Read, and not counted as done', ...aside]),
  ].join('\n');
}

function oneProcedure({ words, source, families, facts, codes }: Explanation, at: number): string {
  return [
    '',
    `${at + 1}. "${shortened(words)}" (${source})`,
    ...families.map(({ title, score, why }) => `   may be  ${title}: ${score.toFixed(1)}, ${why.join(', ')}`),
    ...facts.map(
      ({ axis, value, how, quote }) =>
        `   fact    ${axis} = ${value ?? '?'} (${how}${quote === undefined ? '' : ` by "${shortened(quote)}"`})`,
    ),
    `   leads to ${codes.join(' ') || 'no code'}`,
  ].join('\n');
}

function shortened(words: string): string {
  return words.length <= SHORTENED ? words : `${words.slice(0, SHORTENED - 3)}...`;
}
