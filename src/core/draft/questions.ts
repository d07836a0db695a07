import type { NoteExtract } from '../extract/note-extract.ts';
import type { LibraryQuestion } from '../model/code-record.ts';
import type { Question } from '../model/draft.ts';
import type { AxisReading } from '../retrieve/axis-reading.ts';
import { quoteAt } from './evidence.ts';
import { wordsOfSlug } from './lines-of.ts';
import type { ProtoLine } from './proto-line.ts';

const CANNOT_TELL = 'other / cannot be determined';
const MOST_QUESTIONS = 6;

/** What the lines still need: one question for each undocumented axis, side or digit. Names no code and no money. */
export function questionsOf(lines: readonly ProtoLine[], extract: NoteExtract): Question[] {
  const questions = lines.flatMap((line) => [...axisQuestions(line, extract), ...targetQuestions(line, extract)]);
  const distinct = [...new Map(questions.map((question) => [question.id, question])).values()];
  return distinct.sort((a, b) => b.holds.length - a.holds.length).slice(0, MOST_QUESTIONS);
}

function axisQuestions(line: ProtoLine, extract: NoteExtract): Question[] {
  return line.readings.flatMap((reading) => {
    if (reading.how === 'told' || reading.how === 'assume') return [];
    const asked = askedFor(line, reading.axis);
    return [
      {
        id: `${line.family.family}.${asked?.id ?? reading.axis}`,
        to: asked?.to ?? 'surgeon',
        quote: quoteAt(line.instance, extract),
        text: asked?.text ?? `For "${line.family.title.toLowerCase()}", please document: ${wordsOfSlug(reading.axis)}.`,
        options: closed(asked?.options ?? optionsOf(line, reading.axis)),
        ifThen: ifThenOf(line, reading),
        holds: reading.how === 'hold' ? [line.record.code] : [],
      },
    ];
  });
}

/** The library's own question for an axis: the one whose id holds a word of the axis. */
function askedFor(line: ProtoLine, axis: string): LibraryQuestion | undefined {
  const words = axis.split('-').filter((word) => word.length > 3);
  return [...line.record.ask, ...line.family.ask].find(({ id }) => words.some((word) => id.includes(word)));
}

function optionsOf(line: ProtoLine, axis: string): string[] {
  const definition = line.family.axes[axis];
  return definition?.kind === 'cue' ? definition.values.map(({ value }) => wordsOfSlug(value)).slice(0, 8) : ['____'];
}

function closed(options: readonly string[]): string[] {
  return options.some((option) => /cannot be determined/.test(option)) ? [...options] : [...options, CANNOT_TELL];
}

function ifThenOf(line: ProtoLine, reading: AxisReading): string {
  const others = line.record.notThis.map(({ code, decidingFact }) => `${code} if ${decidingFact}`).join('; ');
  const now =
    reading.value === undefined
      ? `${line.record.code} waits`
      : `${line.record.code} stands on "${wordsOfSlug(reading.value)}"`;
  return others === '' ? `${now}.` : `${now}; ${others}.`;
}

function targetQuestions(line: ProtoLine, extract: NoteExtract): Question[] {
  const missing = line.doubts.find(({ because }) => /^the (side|digit|lid) is not|different sides/.test(because));
  if (missing === undefined) return [];
  const isSide = /side/.test(missing.because);
  return [
    {
      id: `${line.family.family}.${isSide ? 'side' : 'target'}`,
      to: 'surgeon',
      quote: quoteAt(line.instance, extract),
      text: isSide
        ? 'Please document the side on which this was performed.'
        : 'Please document the digit or lid on which this was performed.',
      options: isSide ? ['left', 'right', 'both', CANNOT_TELL] : ['____', CANNOT_TELL],
      ifThen: `${line.record.code}: the side or digit modifier follows the answer.`,
      holds: line.held === undefined ? [] : [line.record.code],
    },
  ];
}
