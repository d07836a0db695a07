import type { NoteExtract, ProcedureInstance, Statement } from '../extract/note-extract.ts';
import type { Axis, CodeRecord, LibraryQuestion } from '../model/code-record.ts';
import type { Question } from '../model/draft.ts';
import type { AxisReading } from '../retrieve/axis-reading.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { quoteAt } from './evidence.ts';
import type { ProtoLine } from './proto-line.ts';
import { factWords, unitWords, valueWords } from './question-words.ts';
import { unlistedFor } from './unlisted.ts';

const CANNOT_TELL = 'other / cannot be determined';
const MOST_QUESTIONS = 6;

/** What the lines still need: one question for each undocumented axis, side or digit. Names no code and no money. */
export function questionsOf(lines: readonly ProtoLine[], extract: NoteExtract, library: EngineLibrary): Question[] {
  const questions = lines.flatMap((line) => [
    ...axisQuestions(line, extract, library),
    ...targetQuestions(line, extract),
  ]);
  const distinct = [...new Map(questions.map((question) => [question.id, question])).values()];
  return distinct.sort((a, b) => b.holds.length - a.holds.length).slice(0, MOST_QUESTIONS);
}

/** What another value of the axis would lead to. */
interface Alternative {
  readonly value: string;
  readonly code: string;
}

/** One question for every open axis whose answer would change the code. */
function axisQuestions(line: ProtoLine, extract: NoteExtract, library: EngineLibrary): Question[] {
  return line.readings.flatMap((reading) => {
    if (reading.how === 'told' || reading.how === 'assume') return [];
    const alternatives = alternativesOf(line, reading, library);
    if (!alternatives.some(({ code }) => code !== line.record.code)) return [];
    const definition = line.family.axes[reading.axis];
    const asked = askedFor(line, reading.axis);
    const isAge = definition?.kind === 'band' && definition.measure === 'age-years';
    return [
      {
        id: `${line.family.family}.${asked?.id ?? reading.axis}`,
        to: asked?.to ?? (isAge ? 'sender' : 'surgeon'),
        quote: quoteAt(line.instance, extract),
        text: definition?.ask ?? asked?.text ?? `Please document ${factWords(reading.axis, definition)}.`,
        options: closed(asked?.options ?? optionsOf(reading.axis, definition, alternatives)),
        ifThen: ifThenOf(line, reading, alternatives),
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

/** The code of each value of one axis, every other fact staying as it was read. */
function alternativesOf(line: ProtoLine, reading: AxisReading, library: EngineLibrary): Alternative[] {
  const definition = line.family.axes[reading.axis];
  const values = definition?.kind === 'cue' ? definition.values : (definition?.bands ?? []);
  const codes = (library.codesOf.get(line.family.family) ?? []).filter(({ role }) => role === line.record.role);
  const fits = (code: CodeRecord, value: string): boolean =>
    line.readings.every((each) => {
      const wanted = code.cell[each.axis];
      const told = each.axis === reading.axis ? value : each.value;
      return wanted === undefined || (told !== undefined && wanted.includes(told));
    });
  return [...new Set(values.map(({ value }) => value))].flatMap((value) => {
    const own = fits(line.record, value) ? line.record : codes.find((code) => fits(code, value));
    return own === undefined ? [] : [{ value, code: own.code }];
  });
}

const MOST_OPTIONS = 8;

function optionsOf(axis: string, definition: Axis | undefined, alternatives: readonly Alternative[]): string[] {
  if (definition?.kind === 'band') return [`____ ${unitWords(definition)}`];
  return alternatives.map(({ value }) => valueWords(axis, value, definition)).slice(0, MOST_OPTIONS);
}

function closed(options: readonly string[]): string[] {
  return options.some((option) => /cannot be determined/.test(option)) ? [...options] : [...options, CANNOT_TELL];
}

const MOST_CONSEQUENCES = 4;

/** `4 to 7 vertebrae: 22846 instead of 22845`. */
function ifThenOf(line: ProtoLine, reading: AxisReading, alternatives: readonly Alternative[]): string {
  const definition = line.family.axes[reading.axis];
  const isHeld = reading.how === 'hold';
  const changes = alternatives
    .filter(({ code }) => isHeld || code !== line.record.code)
    .slice(0, MOST_CONSEQUENCES)
    .map(
      ({ value, code }) =>
        `${valueWords(reading.axis, value, definition)}: ${code}${isHeld ? '' : ` instead of ${line.record.code}`}`,
    );
  const more =
    alternatives.length > MOST_CONSEQUENCES + 1 ? '; other answers lead to other codes of the same group' : '';
  const stays = isHeld ? 'without an answer the line waits' : `without an answer ${line.record.code} stands`;
  return `${changes.join('; ')}${more}; ${stays}.`;
}

function targetQuestions(line: ProtoLine, extract: NoteExtract): Question[] {
  const missing = line.doubts.find(({ because }) => /^the (side|digit|lid) is not|different sides/.test(because));
  if (missing === undefined) return [];
  const what = /side/.test(missing.because) ? 'side' : /lid/.test(missing.because) ? 'lid' : 'digit';
  return [
    {
      id: `${line.family.family}.${what === 'side' ? 'side' : 'target'}`,
      to: 'surgeon',
      quote: quoteAt(line.instance, extract),
      text: `Please document the ${what} on which this was performed.`,
      options: [...PLACES[what], CANNOT_TELL],
      ifThen: `${line.record.code}: the ${what} modifier follows the answer.`,
      holds: line.held === undefined ? [] : [line.record.code],
    },
  ];
}

const PLACES = {
  side: ['left', 'right', 'both'],
  lid: ['upper left', 'lower left', 'upper right', 'lower right'],
  digit: ['side and digit: ____'],
} as const;

/** A stated post-operative diagnosis that the library cannot code: the sender is told, nothing else takes its place. */
export function unknownDiagnosis(statements: readonly Statement[], extract: NoteExtract): Question[] {
  const [first] = statements;
  const quote = first === undefined ? undefined : quoteAt(first, extract);
  if (quote === undefined) return [];
  return [
    {
      id: 'diagnosis.unknown',
      to: 'sender',
      quote,
      text: `The post-operative diagnosis "${bare(quote.quote)}" has no code in our library. Please code it yourself, or tell us its ICD-10-CM code.`,
      options: [],
      ifThen: 'It goes first on the claim.',
      holds: [],
    },
  ];
}

const MOST_UNFIT = 2;

/** Acts of the title that no code fits: never stretched to a neighbour, always told. */
export function unfitProcedures(
  unfit: readonly ProcedureInstance[],
  extract: NoteExtract,
  library: EngineLibrary,
): Question[] {
  return unfit.slice(0, MOST_UNFIT).flatMap((instance, at): Question[] => {
    const quote = quoteAt(instance, extract);
    if (quote === undefined) return [];
    return [
      {
        id: `${UNFIT}.${at + 1}`,
        to: 'sender',
        quote,
        text: `No code of our library fits "${bare(quote.quote)}". Please code it yourself, or send the words of the surgeon for what was done.`,
        options: [],
        ifThen: `Without a code of its own it is ${unlistedFor(instance, extract, library)?.code ?? 'the unlisted one of its section'}, sent with the note and a comparable procedure.`,
        holds: [],
      },
    ];
  });
}

/** Words of a list item without its number and stop. */
export function bare(words: string): string {
  return words.replace(/^\s*\(?\d{1,2}[.)]\s*/, '').replace(/[.;]\s*$/, '');
}

/** How the questions of this kind begin; the verdict tells them first. */
export const UNFIT = 'procedure.unknown';
