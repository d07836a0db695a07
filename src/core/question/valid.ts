import { lifeOf } from '../check/code-life.ts';
import { FEE_STATUS } from '../check/fee-status.ts';
import type { ToldFact } from '../model/consultation.ts';
import {
  type Answerer,
  codesOf,
  type Desk,
  editionOn,
  feeOf,
  libraryFact,
  listed,
  officialFact,
  sentences,
  stateOf,
  titled,
} from './desk.ts';

interface Ended {
  readonly lastDay: string;
  readonly successors: readonly string[];
}

/** "Is 99201 still valid on 2025-06-01?": the life of the code by our library and the fee schedule of that day. */
export const valid: Answerer = (asked, desk) => {
  const codes = codesOf(asked);
  const diagnoses = asked.diagnoses.map((code) => {
    const record = desk.library.findDiagnosis(code);
    return `${code}: ${record === undefined ? 'not in our library, so nothing can be said' : record.billable ? 'a billable code by our library' : 'a category, not billable as it stands'}`;
  });
  return {
    asked: `${listed([...codes, ...asked.diagnoses])} on ${desk.day}`,
    answer: sentences([...codes.map((code) => lifeWords(code, desk)), ...diagnoses]),
    facts: codes.flatMap((code) => factsOf(code, desk)),
    cards: [],
  };
};

/** "What replaced 49585?": its successors and the day it ended; "what did 49591 replace?" read from the other side. */
export const replaced: Answerer = (asked, desk) => {
  const codes = codesOf(asked);
  return {
    asked: `What replaced ${listed(codes)}`,
    answer: sentences(codes.map((code) => replacementOf(code, desk))),
    facts: codes.flatMap((code) => [
      ...(endedOf(code, desk)?.successors ?? []).flatMap((next) => {
        const record = desk.library.find(next);
        return record === undefined ? [] : [libraryFact(next, record.title, desk)];
      }),
      ...factsOf(code, desk),
    ]),
    cards: [],
  };
};

/** "ended 2020-12-31; see 99202" for a retired code, else undefined. */
export function endOf(code: string, desk: Desk): string | undefined {
  const ended = endedOf(code, desk);
  if (ended === undefined) return undefined;
  return `ended ${ended.lastDay}${ended.successors.length === 0 ? '' : `; see ${listed(ended.successors)}`}`;
}

function endedOf(code: string, { library }: Desk): Ended | undefined {
  const { lastDay, successors } = lifeOf(code, library);
  return lastDay === undefined ? undefined : { lastDay, successors };
}

function lifeWords(code: string, desk: Desk): string {
  const ended = endedOf(code, desk);
  if (ended !== undefined && ended.lastDay < desk.day) return `${code}: not valid on ${desk.day}, ${endOf(code, desk)}`;
  if (ended !== undefined) return `${code}: valid on ${desk.day}; ${endOf(code, desk)}`;
  const record = desk.library.find(code);
  const { from } = lifeOf(code, desk.library);
  if (from !== undefined && desk.day < from) return `${code}: not valid on ${desk.day}, it begins on ${from}`;
  const state = stateOf('pfs', desk);
  const fee = feeOf(code, desk);
  if (state === 'checked' && fee !== undefined)
    return `${code}: valid on ${desk.day}, in the fee schedule of that day${paidWords(fee.status)}`;
  if (state === 'checked' && record === undefined)
    return `${code}: not in the fee schedule of ${desk.day} nor in our library`;
  const edition = editionOn('pfs', desk);
  if (fee !== undefined && edition !== undefined) {
    return `${code}: valid by ${edition.name}, the edition nearest to ${desk.day}; no end is known to us${paidWords(fee.status)}`;
  }
  if (record === undefined) return `${code} is not in our library; its validity on ${desk.day} was not checked`;
  return `${code}: no end is known to our library${from === undefined ? '' : `; valid from ${from}`}`;
}

/** A code may be valid and still not be paid by this fee schedule. */
function paidWords(status: string): string {
  return /^[ACRT]$/.test(status) ? '' : `; status ${status}, ${FEE_STATUS[status] ?? 'see the fee schedule'}`;
}

function replacementOf(code: string, desk: Desk): string {
  const ended = endedOf(code, desk);
  if (ended !== undefined) {
    return `${code} ended ${ended.lastDay}${ended.successors.length === 0 ? '; no code took its place' : `; now ${listed(ended.successors)}`}`;
  }
  const record = desk.library.find(code);
  if (record === undefined) return `${code} is not in our library, so what replaced it is not known`;
  const before = record.replaces.length === 0 ? '' : `; it took the place of ${listed(record.replaces)}`;
  return `${titled(code, desk)} has not been replaced as far as our library knows${before}`;
}

function factsOf(code: string, desk: Desk): ToldFact[] {
  const fee = feeOf(code, desk);
  const text =
    fee === undefined ? 'not listed' : `status ${fee.status}: ${FEE_STATUS[fee.status] ?? 'see the fee schedule'}`;
  const own = endOf(code, desk);
  return [
    ...(own === undefined ? [] : [libraryFact(code, own, desk)]),
    officialFact('pfs', `${code} fee schedule`, text, desk),
  ];
}
