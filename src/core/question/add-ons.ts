import type { ToldFact } from '../model/consultation.ts';
import {
  type Answerer,
  codesOf,
  type Desk,
  libraryFact,
  listed,
  officialFact,
  sentences,
  stateOf,
  titled,
} from './desk.ts';

const MOST_TITLED = 12;
/** The list leaves it to the contractor which primary codes there are (NCCI add-on code edits, type 2 and 3). */
const ANY_PRIMARY = 'CCCCC';

/** "Add-ons of 22551": by the NCCI list and by our library. */
export const addOns: Answerer = (asked, desk) => {
  const codes = codesOf(asked);
  const found = codes.map((code) => ({ code, list: addOnsOf(code, desk) }));
  return {
    asked: `Add-ons of ${listed(codes)}`,
    answer: sentences(
      found.map(({ code, list }) =>
        list.length === 0
          ? `${code}: no add-on ${knownTo(desk)}`
          : `${code} has ${list.length} ${list.length === 1 ? 'add-on' : 'add-ons'}: ${shortList(list)}`,
      ),
    ),
    facts: found.flatMap(({ code, list }) => told(code, list, desk)),
    cards: [],
  };
};

/** "Parents of 22552", "is 22552 an add-on?": the codes it is billed with. */
export const parents: Answerer = (asked, desk) => {
  const codes = codesOf(asked);
  const found = codes.map((code) => ({ code, list: parentsOf(code, desk) }));
  return {
    asked: `Parents of ${listed(codes)}`,
    answer: sentences(found.map(({ code, list }) => `${code}: ${parentWords(code, list, desk)}`)),
    facts: found.flatMap(({ code, list }) =>
      told(
        code,
        list.filter((parent) => parent !== ANY_PRIMARY),
        desk,
      ),
    ),
    cards: [],
  };
};

function addOnsOf(code: string, { library, official }: Desk): string[] {
  const listedOnes = official.addOns.filter(({ primary }) => primary === code).map(({ addOn }) => addOn);
  const own = library.library.codes.filter((record) => record.parents.includes(code)).map((record) => record.code);
  // What our library tells of comes first: the official list holds every code that may ever stand beside this one.
  return [...new Set([...own.toSorted(), ...listedOnes.toSorted()])];
}

function parentsOf(code: string, { library, official }: Desk): string[] {
  const rows = official.addOns.filter(({ addOn }) => addOn === code).map(({ primary }) => primary);
  return [...new Set([...rows, ...(library.find(code)?.parents ?? [])])].toSorted();
}

function parentWords(code: string, list: readonly string[], desk: Desk): string {
  if (list.includes(ANY_PRIMARY)) return 'an add-on; the contractor decides beside which codes';
  if (list.length > 0) return `an add-on, never alone; billed beside ${shortList(list)}`;
  return desk.library.find(code)?.role === 'addOn'
    ? 'an add-on, never alone; its parents are not in our library'
    : `not an add-on ${knownTo(desk)}`;
}

function knownTo(desk: Desk): string {
  return stateOf('aoc', desk) === 'not-checked'
    ? 'by our library (no NCCI add-on list is loaded)'
    : 'by the NCCI list and our library';
}

function shortList(list: readonly string[]): string {
  return list.length > MOST_TITLED
    ? `${list.slice(0, MOST_TITLED).join(', ')} and ${list.length - MOST_TITLED} more`
    : listed(list);
}

function told(code: string, list: readonly string[], desk: Desk): ToldFact[] {
  const inList = (other: string): boolean =>
    desk.official.addOns.some(
      ({ addOn, primary }) => (addOn === code && primary === other) || (addOn === other && primary === code),
    );
  const titles = list.slice(0, MOST_TITLED).map((other) => {
    const title = desk.library.find(other)?.title ?? 'not in our library';
    return inList(other) ? officialFact('aoc', other, title, desk) : libraryFact(other, title, desk);
  });
  const rest = list.slice(MOST_TITLED);
  const source = officialFact(
    'aoc',
    'Add-on list',
    rest.length > 0 ? `further: ${rest.join(', ')}` : `searched for ${titled(code, desk)}`,
    desk,
  );
  return rest.length > 0 || source.state === 'not-checked' || titles.length === 0 ? [...titles, source] : titles;
}
