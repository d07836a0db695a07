import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/app/library.ts';
import { factWords, valueWords } from '../../src/core/draft/question-words.ts';
import type { Axis } from '../../src/core/model/code-record.ts';
import { sourceFiles } from '../architecture/source-files.ts';
import { surgeonQuestions } from '../support/questions-of.ts';
import { faultsOf } from '../support/surgeon-query.ts';
import { MAIL_NAMES, mailOf, recordedOfficial } from './golden-mails.ts';

const { library } = await openLibrary();
const WAY_OUT = 'other / cannot be determined';
const official = recordedOfficial();

describe('queries to the surgeon', () => {
  it('of the library hold no code, no modifier and no money, and leave a way out', () => {
    const records = [...library.families, ...library.codes].flatMap(({ ask }) =>
      ask.filter(({ to }) => to === 'surgeon'),
    );
    expect(records.length).toBeGreaterThan(10);
    expect(records.flatMap((each) => faultsOf(each).map((fault) => `${each.id}: ${fault}`))).toEqual([]);
  });

  it('made of the axes of the library do too', () => {
    const asked = library.families.flatMap(({ family, axes }) =>
      Object.entries(axes).map(([axis, definition]) => ({
        at: `${family}.${axis}`,
        text: definition.ask ?? `Please document ${factWords(axis, definition)}.`,
        options: [...valuesOf(definition).map((value) => valueWords(axis, value, definition)), WAY_OUT],
      })),
    );
    expect(asked.length).toBeGreaterThan(300);
    expect(asked.flatMap((each) => faultsOf(each).map((fault) => `${each.at}: ${fault}`))).toEqual([]);
  });

  it('written in the code do too', () => {
    const written = sourceFiles('src').flatMap(({ path, text }) => queriesIn(text).map((words) => ({ path, words })));
    expect(written.length).toBeGreaterThan(20);
    const faults = written.flatMap(({ path, words }) =>
      faultsOf({ text: words, options: [WAY_OUT] }).map((fault) => `${path}: ${fault}: ${words}`),
    );
    expect(faults).toEqual([]);
  });
});

describe('queries that the engine asks of hand-written notes', () => {
  it('hold no code, no modifier, no value and no money, quote the note and leave a way out', async () => {
    const sentences = library.families.flatMap(({ family }, at) =>
      at % 24 === 0 ? (library.codes.find((code) => code.family === family)?.examples.yes[0] ?? []) : [],
    );
    const notes = [
      ...MAIL_NAMES.map(mailOf),
      ...sentences.map((sentence) => `PROCEDURE: ${sentence}\nTECHNIQUE: As planned.`),
    ];
    const asked = (await Promise.all(notes.map((note) => surgeonQuestions(note, official)))).flat();
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.flatMap(({ question, faults }) => faults.map((fault) => `${question.id}: ${fault}`))).toEqual([]);
  }, 120_000);
});

function valuesOf(definition: Axis): string[] {
  const values = definition.kind === 'cue' ? definition.values : definition.bands;
  return values.map(({ value }) => value);
}

/** The words of every question that a source file writes and that is not the sender's: its text and its options. */
function queriesIn(source: string): string[] {
  return [...source.matchAll(/\btext:((?:(?!\btext:)[^;])*?)\boptions:([^;]*?\])/g)]
    .filter(({ index }) => !/to: 'sender'/.test(source.slice(source.lastIndexOf('{\n', index), index)))
    .map(([, text = '', options = '']) => `${literalsOf(text)} | ${literalsOf(options)}`)
    .filter((words) => words !== ' | ');
}

/** String literals of a stretch of source, without what is filled in. */
function literalsOf(source: string): string {
  const literals = [...source.matchAll(/'((?:[^'\\]|\\.)*)'|`([^`]*)`/g)];
  return literals.map(([, plain, template]) => (plain ?? template ?? '').replace(/\$\{[^}]*\}/g, '')).join(' ');
}
