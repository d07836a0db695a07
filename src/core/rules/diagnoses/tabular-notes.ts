import type { DiagnosisNote, OfficialFacts } from '../../model/official.ts';

const RANGE = /^([A-Z]\d[0-9A-Z])-([A-Z]\d[0-9A-Z])$/;

/** The notes of one kind that hold for a code: its own first, then those of its categories, block and chapter. */
export function notesOver(
  code: string,
  kinds: readonly DiagnosisNote['kind'][],
  { diagnosisNotes = [] }: OfficialFacts,
): DiagnosisNote[] {
  return diagnosisNotes
    .filter(({ kind, subject }) => kinds.includes(kind) && standsUnder(code, subject))
    .sort((one, other) => nearness(other.subject) - nearness(one.subject));
}

/** Whether a code is the subject of a note, or inherits it: of a category `K80.2`, a block `K80-K87`, a chapter. */
export function standsUnder(code: string, subject: string): boolean {
  const [, from, to] = RANGE.exec(subject) ?? [];
  if (from === undefined || to === undefined) return code.startsWith(subject);
  const category = code.slice(0, 3);
  return from <= category && category <= to;
}

/** Codes stand nearer than blocks. */
function nearness(subject: string): number {
  return RANGE.test(subject) ? 0 : subject.length;
}

const REFERENCE =
  /\b([A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{0,4})?)(?: ?- ?(?=[A-Z]\d[0-9A-Z])([A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{0,4})?)|-)?/g;

/** Whether a note names the code: as it is, by its category (`K80.-`), or in a range (`A00-B99`). */
export function refersTo(note: string, code: string): boolean {
  const seventh = /with 7th character ([A-Z])/.exec(note)?.[1];
  if (seventh !== undefined && code.at(-1) !== seventh) return false;
  // The intent of a poisoning or an underdosing stands in the sixth place.
  const sixth = /with fifth or sixth character ([\d\-, or]+)/.exec(note)?.[1];
  if (sixth !== undefined && !isAmong(code.replace('.', '').charAt(5), sixth)) return false;
  return [...note.matchAll(REFERENCE)].some(([, from = '', to]) => {
    const first = from.replace(/\.$/, '');
    if (to === undefined) return code.startsWith(first);
    const last = to.replace(/\.$/, '');
    return first <= code.slice(0, first.length) && code.slice(0, last.length) <= last;
  });
}

/** Whether a note names any code at all. */
export function namesCodes(note: string): boolean {
  return note.search(REFERENCE) >= 0;
}

/** `1-4 or 6` holds 3. */
function isAmong(digit: string, list: string): boolean {
  return [...list.matchAll(/(\d)(?:-(\d))?/g)].some(([, from = '', to]) => from <= digit && digit <= (to ?? from));
}
