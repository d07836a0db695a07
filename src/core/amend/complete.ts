import type { SectionKind } from '../extract/note-extract.ts';
import { splitSections } from '../extract/sections.ts';
import { splitStatements } from '../extract/statements.ts';
import type { Edit } from './edited-text.ts';
import { type Slot, type SlotValue, slotsIn } from './slots.ts';
import { sharedThings, thingsIn } from './things.ts';
import { OPERATION, tellsAct } from './told-deed.ts';

const ACT_OR_VERB = /\b(?:was|were|is|are|did|do|has|have|been)\b|\b\w{3,}ed\b|\b(?:done|taken|took|put|cut|sewn)\b/i;
const HAD = /\b(?:had|got|received)\b/i;
const LEAD =
  /^(?:(?:and|also|oh|sorry|fyi|ps|plus|forgot(?: to (?:say|mention))?|(?:i |we )?forgot(?: (?:that|the))?|(?:we |you |i )?missed(?: the)?|in addition|additionally)\b[\s,:-]*)+/i;
/**
 * An addition as the engine reads one: "C6-C7 was done too" means the operation of the title, and "plus IOC" that it was
 * done. What is meant stands in brackets behind the sender's words, or before them.
 */
export function completed(sentence: string, signed: string): { readonly words: string; readonly isTitle: boolean } {
  if (OPERATION.test(sentence)) return { words: withDeed(sentence), isTitle: false };
  const title = tellsAct(sentence) ? titleAtOther(signed, sentence) : undefined;
  if (title === undefined) return { words: withDeed(sentence), isTitle: false };
  return { words: `${sentence.replace(/[.\s]+$/, '')} [${title}].`, isTitle: true };
}

function withDeed(sentence: string): string {
  const words = sentence.replace(/[.\s]+$/, '');
  const told = words.replace(LEAD, '');
  if (told === '' || ACT_OR_VERB.test(told)) return sentence;
  return HAD.test(told)
    ? `${words} [performed].`
    : `${words.slice(0, words.length - told.length)}[with] ${told} [performed].`;
}

/** The operation that the title names, at the level, the digit or the part that the sentence tells. */
function titleAtOther(signed: string, sentence: string): string | undefined {
  const [first] = splitStatements(signed, splitSections(signed)).filter(({ section }) => section === 'title');
  if (first === undefined) return undefined;
  const title = signed.slice(first.start, first.end);
  const told = slotsIn(sentence);
  if (told.some(({ slot }) => TARGETS.has(slot))) return titleWithoutTarget(title, told);
  const part = told.find(({ slot }) => slot === 'part');
  return part === undefined ? undefined : titleAtPart(title, part, sentence);
}

const TARGETS: ReadonlySet<Slot> = new Set(['level', 'digit']);

/** The operation that the title names first, without its levels and digits, with its side where the sentence tells none. */
function titleWithoutTarget(title: string, told: readonly SlotValue[]): string | undefined {
  const own = slotsIn(title);
  if (!own.some(({ slot }) => TARGETS.has(slot))) return undefined;
  const [operation = ''] = title.split(/,|;|\bwith\b|\busing\b|\bat\b/i);
  const cut = slotsIn(operation).filter(({ slot }) => slot === 'side' || TARGETS.has(slot));
  const named = cut.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), operation);
  const side = own.find(({ slot }) => slot === 'side');
  const isSided = told.some(({ slot }) => slot === 'side');
  const words = [named, ...(side === undefined || isSided ? [] : [side.words])].join(', ');
  return words
    .replace(/\s+/g, ' ')
    .replace(/ (?=,)|[.\s]+$/g, '')
    .trim();
}

/** The item of the title that names the other part of the same thing: the medial meniscus where the lateral one was told. */
function titleAtPart(title: string, part: SlotValue, sentence: string): string | undefined {
  const things = thingsIn(sentence.replace(new RegExp(`\\b${part.words}\\b`, 'gi'), ' '));
  const item = title
    .split(/,|;|\bwith\b|\band\b|\bplus\b/i)
    .find((each) => sharedThings(each, things) > 0 && slotsIn(each).some(({ slot }) => slot === 'part'));
  const other = item === undefined ? undefined : slotsIn(item).find(({ slot }) => slot === 'part');
  if (item === undefined || other === undefined || other.value === part.value) return undefined;
  return `${item.slice(0, other.start)}${part.value}${item.slice(other.end)}`.replace(/[.\s]+$/, '').trim();
}

const SIZE_WORDS = /\b(?:diameter|margins?|size|length|width|lesion|wound|total|excised)\b/gi;

/** Sections that tell no deed. */
const NOT_DONE: ReadonlySet<SectionKind> = new Set([
  'preop-diagnosis',
  'postop-diagnosis',
  'history',
  'plan',
  'staff',
  'anesthesia',
]);

/** "Forearm 5 cm, scalp 3 cm": each length stands beside its place where the note tells none there. */
export function filledIn(text: string, sentence: string): readonly Edit[] {
  const pieces = sentence
    .split(/[,;]|\band\b/i)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const edits = pieces.flatMap((piece) => fill(text, piece));
  return edits.length === pieces.length ? edits : [];
}

function fill(text: string, piece: string): readonly Edit[] {
  const [length, ...more] = slotsIn(piece).filter(({ slot }) => slot === 'length');
  const [place] = [...thingsIn(piece.replace(SIZE_WORDS, ' '))];
  if (length === undefined || more.length > 0 || place === undefined) return [];
  const statements = splitStatements(text, splitSections(text)).filter(
    ({ start, end, section }) =>
      !NOT_DONE.has(section) && !slotsIn(text.slice(start, end)).some(({ slot }) => slot === 'length'),
  );
  for (const { start, end } of statements) {
    const hit = new RegExp(`\\b${place}[a-z]*`, 'i').exec(text.slice(start, end));
    if (hit === null) continue;
    const at = start + hit.index;
    return [{ start: at, end: at + hit[0].length, words: `${hit[0]} ${length.words}` }];
  }
  return [];
}
