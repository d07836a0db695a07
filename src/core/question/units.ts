import type { MueRow } from '../model/official.ts';
import {
  type Answerer,
  codesOf,
  type Desk,
  libraryFact,
  listed,
  mueOf,
  officialFact,
  sentences,
  stateOf,
} from './desk.ts';

/** MUE adjudication indicators (NCCI Policy Manual, ch. 1, section V). */
const MAI: Readonly<Record<MueRow['mai'], string>> = {
  '1': 'MAI 1: a limit per claim line; more needs a second line with a modifier that earns it',
  '2': 'MAI 2: absolute for the day, never more',
  '3': 'MAI 3: a limit for the day; more is denied first and paid on appeal with the record',
};

export function limitWords({ units, mai }: MueRow): string {
  if (units === 0) return 'MUE 0: Medicare does not pay it in this setting';
  return `at most ${units} ${units === 1 ? 'unit' : 'units'} (${MAI[mai]})`;
}

/** "MUE of 11730": the limit with its indicator, and what one unit stands for. */
export const units: Answerer = (asked, desk) => {
  const codes = codesOf(asked);
  return {
    asked: `Units of ${listed(codes)}`,
    answer: sentences(codes.map((code) => `${code}: ${enough(code, asked.words, desk)}${limitOf(code, desk)}`)),
    facts: codes.flatMap((code) => {
      const mue = mueOf(code, desk);
      const text = mue === undefined ? 'no published limit' : `MUE ${mue.units}, MAI ${mue.mai}`;
      return [officialFact('mue', code, text, desk), ...countOf(code, desk)];
    }),
    cards: [],
  };
};

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six'];

/** "Can I bill 2 units of 69436?" is asked to be answered by yes or no. */
function enough(code: string, words: string, desk: Desk): string {
  const mue = mueOf(code, desk);
  const [, told] = /\b(\d{1,3}|two|three|four|five|six) (?:units?|times)\b/.exec(words) ?? [];
  const wanted = /\btwice\b/.test(words) ? 2 : told === undefined ? undefined : Number(told) || WORDS.indexOf(told);
  if (mue === undefined || wanted === undefined) return '';
  if (wanted <= mue.units) return 'yes, as far as the limit goes: ';
  return mue.mai === '1' ? 'not on one line: ' : 'no: ';
}

function limitOf(code: string, desk: Desk): string {
  const mue = mueOf(code, desk);
  if (mue !== undefined) return limitWords(mue);
  return stateOf('mue', desk) === 'not-checked'
    ? 'MUE not known, no MUE edition is loaded'
    : 'no limit in the MUE file; some limits are not published';
}

function countOf(code: string, desk: Desk) {
  const count = desk.library.find(code)?.count;
  if (count === undefined) return [];
  const unit =
    count.rule === 'one' ? 'one unit' : `one unit per ${count.rule === 'further' ? 'further ' : ''}${count.of}`;
  const cap = count.cap === undefined ? '' : `, at most ${count.cap}`;
  return [libraryFact(code, `${unit}${cap}`, desk)];
}
