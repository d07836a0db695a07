import { readMeasures } from '../extract/measures.ts';
import { splitSections } from '../extract/sections.ts';
import { splitStatements } from '../extract/statements.ts';
import type { Edit } from './edited-text.ts';
import { strikeDeed } from './same-deed.ts';
import { type Slot, type SlotValue, slotsIn } from './slots.ts';
import { sharedThings, thingsIn } from './things.ts';

/** What a correction says, and what it says that it was not. */
export interface Correction {
  readonly says: string;
  readonly not: string | undefined;
  /** It says itself that it is a correction. */
  readonly isExplicit: boolean;
}

const SLOTS: readonly Slot[] = ['side', 'digit', 'level', 'part', 'length'];

/** The changes of the note that a correction asks for: none where the note tells nothing else, or two things that it may mean. */
export function correct(text: string, correction: Correction): readonly Edit[] {
  const { says, not } = correction;
  if (not !== undefined && slotsIn(not).length === 0 && !/^[\d.]+$/.test(not)) return contrasted(text, { says, not });
  const pathology = correctPathology(text, says);
  const own = slotsIn(says).filter(
    ({ start }) => correction.isExplicit || not !== undefined || isPredicate(says, start),
  );
  return [...pathology, ...SLOTS.flatMap((slot) => correctSlot(slot, text, correction, own))];
}

/** "The levels were C4-C5" tells the levels; "C6-C7 was normal" tells something of a level. */
function isPredicate(says: string, start: number): boolean {
  const verb = /\b(?:was|were|is|are|be|been|reads?|had)\b/i.exec(says)?.index;
  return verb === undefined || verb < start;
}

function correctSlot(slot: Slot, text: string, { says, not }: Correction, own: readonly SlotValue[]): readonly Edit[] {
  const said = own.filter((value) => value.slot === slot);
  if (said.length === 0 || (not === undefined && isOfAnotherThing(says, text))) return [];
  const values = new Set(said.map(({ value }) => value));
  if (slot !== 'level' && values.size > 1) return [];
  const denied = not === undefined ? [] : slotValuesOf(not, slot, said);
  const inNote = slotsIn(text).filter((value) => value.slot === slot);
  const rivals =
    denied.length > 0 ? inNote.filter(({ value }) => denied.includes(value)) : meant(slot, text, says, inNote);
  const words = slot === 'level' ? wordsOf(said) : (said[0]?.words ?? '').replace(/^both sides$/i, 'bilateral');
  return rivals
    .filter(({ value }) => !values.has(value) || values.size > 1)
    .map(({ start, end }) => ({ start, end, words }));
}

/** "Left hand." answers, whatever the note calls the hand. */
const MOST_BARE_WORDS = 2;

/** "The tumor was in the left lobe" says nothing of the knee of the note. */
function isOfAnotherThing(says: string, text: string): boolean {
  const things = thingsIn(says);
  const isBare = says.trim().split(/\s+/).length <= MOST_BARE_WORDS;
  return !isBare && things.size > 0 && sharedThings(text, things) === 0;
}

function wordsOf(said: readonly SlotValue[]): string {
  return [...new Set(said.map(({ words }) => words))].join(' and ');
}

/** "not 1.2": the unit of the correction is that of the number too. */
function slotValuesOf(not: string, slot: Slot, said: readonly SlotValue[]): readonly string[] {
  const unit = /[a-z]+$/i.exec(said[0]?.words ?? '')?.[0] ?? '';
  const full = slot === 'length' && /^\d+(?:\.\d+)?$/.test(not.trim()) ? `${not.trim()} ${unit}` : not;
  return slotsIn(full).flatMap((value) => (value.slot === slot ? [value.value] : []));
}

/** Where the note tells one value of the kind, all its places; among several those beside the things the correction names. */
function meant(slot: Slot, text: string, says: string, inNote: readonly SlotValue[]): readonly SlotValue[] {
  const alike = slot === 'length' ? ofOneKind(text, says, inNote) : inNote;
  if (new Set(alike.map(({ value }) => value)).size <= 1) return alike;
  const things = thingsIn(says);
  const near = alike.map((value) => sharedThings(lineAround(text, value), things));
  const most = Math.max(...near);
  const nearest = alike.filter((_, at) => near[at] === most);
  return most > 0 && new Set(nearest.map(({ value }) => value)).size === 1 ? nearest : [];
}

function lineAround(text: string, { start, end }: SlotValue): string {
  const from = Math.max(text.lastIndexOf('\n', start), text.lastIndexOf('. ', start)) + 1;
  const to = [text.indexOf('\n', end), text.indexOf('. ', end)].filter((at) => at >= 0);
  return text.slice(from, Math.min(text.length, ...to));
}

/** Lengths of the same thing: a wound's is no lesion's. */
function ofOneKind(text: string, says: string, inNote: readonly SlotValue[]): readonly SlotValue[] {
  const kinds = new Set(kindsOf(says).values());
  const ofNote = kindsOf(text);
  return inNote.filter(({ start }) => {
    const kind = ofNote.get(start);
    return kind !== undefined && kind !== 'device' && kind !== 'margin' && (kinds.has(kind) || kinds.has('other'));
  });
}

function kindsOf(text: string): ReadonlyMap<number, string> {
  const measures = readMeasures(text, splitStatements(text, splitSections(text)));
  return new Map(measures.map(({ start, of }) => [start, of]));
}

const LEAD = /^.*\b(?:was|were|is|are|should (?:be|read|say|have been))\b(?: (?:on|in|at|of|from))?(?: (?:the|an?))? /i;

/** "It was a repair, not a meniscectomy": the words in the place of the other ones, wherever the note has these. */
function contrasted(text: string, { says, not }: { readonly says: string; readonly not: string }): readonly Edit[] {
  const word = not.trim().split(/\s+/).at(-1) ?? '';
  if (word.length < 4) return [];
  const words = says.replace(LEAD, '').replace(/[.,;:\s]+$/, '');
  const places = [...text.matchAll(new RegExp(`\\b${escaped(word)}\\b`, 'gi'))];
  if (places.length === 0) return [];
  return [
    ...places.map(({ index }) => ({ start: index, end: index + word.length, words })),
    ...strikeDeed(text, word).filter(({ start, end }) => !places.some(({ index }) => index >= start && index < end)),
  ];
}

const OF_PATHOLOGY = /\b(?:path(?:ology)?|histology|biopsy|frozen|report|specimen)\b/i;
const BENIGN = /\b(?:benign|no (?:evidence of )?malignan\w+|negative for malignan\w+)\b/i;
const MALIGNANT =
  /\b(?:(?:basal|squamous) cell (?:carcinoma|cancer)|bcc|scc|(?:malignant )?melanoma(?: in situ)?|carcinoma(?: in situ)?|malignan(?:t|cy)|cancer)\b/gi;

/** What the pathologist saw decides between benign and malignant, whatever the surgeon took it for. */
function correctPathology(text: string, says: string): readonly Edit[] {
  if (!OF_PATHOLOGY.test(says) || !BENIGN.test(says)) return [];
  const named = /\bbenign\b[^.;]*/i.exec(says)?.[0].replace(/[,:]/g, '').trim() ?? 'benign';
  return [...text.matchAll(MALIGNANT)].map((hit) => ({
    start: hit.index,
    end: hit.index + hit[0].length,
    words: named,
  }));
}

function escaped(word: string): string {
  return word.replace(/[^\w-]/g, '\\$&');
}
