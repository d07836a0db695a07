import type { NoteExtract } from '../extract/note-extract.ts';
import type { Level, VisitElement } from '../model/visit.ts';
import {
  DISCUSSED_OUTSIDE,
  EXTERNAL_NOTES,
  INDEPENDENT_HISTORIAN,
  OWN_INTERPRETATION,
  RESULT_NUMBER,
  TEST_ACTS,
  TESTS,
} from './data-table.ts';
import { type CueHit, findAll, findIn, quotesOfHits } from './find-cues.ts';
import type { VisitLine } from './parts.ts';

/**
 * Amount and complexity of data. Category 1: external notes, tests (each once, whether ordered or reviewed) and an
 * independent historian; category 2: own interpretation of a test; category 3: talk with someone outside the group.
 * A test interpreted here is not counted as a test again.
 */
export function readData(lines: readonly VisitLine[], extract: NoteExtract): VisitElement {
  const told = lines.filter(({ part }) => part !== 'lists');
  const interpreted = findAll(told, OWN_INTERPRETATION);
  const others = told.filter((line) => !interpreted.some((hit) => hit.line === line));
  const tests = testsOf(others, interpreted);
  const notes = findAll(told, EXTERNAL_NOTES);
  const historian = findAll(told, INDEPENDENT_HISTORIAN).slice(0, 1);
  const talks = findAll(told, DISCUSSED_OUTSIDE);
  const items = [...notes, ...tests];
  const isFirstFull = items.length + historian.length >= 3;
  const full = [isFirstFull, interpreted.length > 0, talks.length > 0].filter(Boolean).length;
  const isSomething = items.length >= 2 || historian.length > 0;
  const level: Level = full >= 2 ? 'high' : full === 1 ? 'moderate' : isSomething ? 'low' : 'straightforward';
  return {
    name: 'data',
    level,
    because: wordsFor([
      [tests.length, 'test', 'tests'],
      [notes.length, 'external note', 'external notes'],
      [historian.length, 'independent historian', 'independent historians'],
      [interpreted.length > 0 ? 1 : 0, 'own interpretation of a test', ''],
      [talks.length > 0 ? 1 : 0, 'discussion with someone outside the group', ''],
    ]),
    evidence: quotesOfHits([...talks, ...interpreted, ...historian, ...notes, ...tests], extract),
  };
}

/** Different tests ordered or reviewed, without those that the author interpreted himself. */
function testsOf(lines: readonly VisitLine[], interpreted: readonly CueHit[]): CueHit[] {
  const taken: CueHit[] = [];
  for (const test of TESTS) {
    if (interpreted.some(({ line }) => findIn(line, test) !== undefined)) continue;
    const hit = lines
      .filter(isCounted)
      .flatMap((line) => findIn(line, test) ?? [])
      .find((found) => !taken.some((known) => known.start < found.end && found.start < known.end));
    if (hit !== undefined) taken.push(hit);
  }
  return taken;
}

/** An order or a result; of old tests told in the history only those that were reviewed. */
function isCounted(line: VisitLine): boolean {
  if (line.part === 'history') return findIn(line, 'review*') !== undefined;
  if (line.part === 'results') return true;
  if (line.part === 'exam') return false;
  return TEST_ACTS.some((act) => findIn(line, act) !== undefined) || RESULT_NUMBER.test(line.words);
}

function wordsFor(counts: readonly (readonly [number, string, string])[]): string {
  const told = counts.flatMap(([count, one, many]) => (count === 0 ? [] : [count === 1 ? one : `${count} ${many}`]));
  return told.length === 0 ? 'no data reviewed or ordered' : told.join(', ');
}
