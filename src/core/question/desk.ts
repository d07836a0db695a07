import { sourceOn } from '../check/source.ts';
import type { AnsweredPoint, CodeCard, ToldFact } from '../model/consultation.ts';
import type { CheckState } from '../model/draft.ts';
import type { IsoDate } from '../model/ids.ts';
import {
  type Edition,
  editionFor,
  type FeeRow,
  type MueRow,
  type OfficialFacts,
  type OfficialKind,
} from '../model/official.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import type { Asked } from './asked.ts';

/** What an answer may look at: our library, the official rows of the codes asked about, and the day they are asked for. */
export interface Desk {
  readonly library: EngineLibrary;
  readonly official: OfficialFacts;
  readonly day: IsoDate;
}

/** The answer to one question, with the codes told in full. */
export interface Told extends AnsweredPoint {
  readonly cards: readonly CodeCard[];
}

export type Answerer = (asked: Asked, desk: Desk) => Told;

/** What official data is called in a reply. */
const NAMES: Partial<Readonly<Record<OfficialKind, string>>> = {
  pfs: 'Medicare fee schedule',
  ptp: 'NCCI edition',
  mue: 'MUE edition',
  aoc: 'NCCI add-on list',
};

export function editionOn(kind: OfficialKind, { official, day }: Desk): Edition | undefined {
  return editionFor(
    official.editions.filter((edition) => edition.kind === kind),
    day,
  );
}

export function stateOf(kind: OfficialKind, desk: Desk): CheckState {
  return sourceOn(kind, desk.official, desk.day).state;
}

/** A fact out of an official file, or that it was not checked because none is loaded. */
export function officialFact(kind: OfficialKind, label: string, text: string, desk: Desk): ToldFact {
  const edition = editionOn(kind, desk);
  return edition === undefined
    ? { label, text: `not checked: no ${NAMES[kind] ?? kind} is loaded`, state: 'not-checked', source: '' }
    : { label, text, state: stateOf(kind, desk), source: edition.name };
}

export function libraryFact(label: string, text: string, { library }: Desk): ToldFact {
  return { label, text, state: 'checked', source: `CaseConsultant library ${library.library.edition}` };
}

/** The fee row of a code, without a modifier unless one is named. */
export function feeOf(code: string, { official }: Desk, modifier: FeeRow['modifier'] = ''): FeeRow | undefined {
  return official.fees.find((row) => row.code === code && row.modifier === modifier);
}

export function mueOf(code: string, { official }: Desk): MueRow | undefined {
  return official.mues.find((row) => row.code === code);
}

/** `47562 (Gallbladder out by scope)`, or the bare code. */
export function titled(code: string, { library }: Desk): string {
  const title = library.find(code)?.title ?? library.findDiagnosis(code)?.title;
  return title === undefined ? code : `${code} (${title})`;
}

export function codesOf({ codes }: Asked): string[] {
  return codes.map(({ code }) => code);
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** Joins one answer a code: "27447: 90 days. 27130: 90 days." */
export function sentences(parts: readonly string[]): string {
  return parts.map((part) => (/[.?!]$/.test(part) ? part : `${part}.`)).join(' ');
}
