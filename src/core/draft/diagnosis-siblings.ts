import type { DiagnosisRecord } from '../model/code.ts';
import type { DiagnosisCatalogue } from '../retrieve/diagnosis-catalogue.ts';

/** The word of a title that tells the side: `right`, or an `unspecified` that stands for one. */
function sideWordOf(title: string): { readonly word: string; readonly at: number } | undefined {
  const told = /\b(right|left|bilateral)\b/i.exec(title) ?? [...title.matchAll(/\bunspecified\b/gi)].at(-1);
  return told === undefined ? undefined : { word: told[0].toLowerCase(), at: told.index };
}

/** Osteoarthritis of a told side is primary where nothing else is told (AHA Coding Clinic, 4th quarter 2016). */
const PRIMARY: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  ['M16.9', { right: 'M16.11', left: 'M16.12', bilateral: 'M16.0' }],
  ['M17.9', { right: 'M17.11', left: 'M17.12', bilateral: 'M17.0' }],
]);

/** Both sides are one code where there is one for both, else the right one and the left one (Guidelines I.B.13). */
export function onSides(
  record: DiagnosisRecord,
  side: string | undefined,
  catalogue: DiagnosisCatalogue,
): DiagnosisRecord[] {
  const told = onSide(record, side, catalogue);
  const isForBoth = side !== 'bilateral' || sideWordOf(told.title)?.word === 'bilateral';
  if (isForBoth || sideWordOf(told.title) === undefined) return [told];
  const [right, left] = [onSide(record, 'right', catalogue), onSide(record, 'left', catalogue)];
  return right === left ? [told] : [right, left];
}

/** The sibling of the same category whose title differs in the side alone. */
function onSide(record: DiagnosisRecord, side: string | undefined, catalogue: DiagnosisCatalogue): DiagnosisRecord {
  const primary = PRIMARY.get(record.code)?.[side ?? ''];
  if (primary !== undefined) return catalogue.find(primary) ?? record;
  if (side === undefined || sideWordOf(record.title) === undefined) return record;
  const wanted = withoutSide(record.title);
  const category = record.code.slice(0, 3);
  const isOfSide = (other: DiagnosisRecord): boolean => sideWordOf(other.title)?.word === side;
  const sibling = catalogue.records.find(
    (other) => other.code.startsWith(category) && isOfSide(other) && withoutSide(other.title) === wanted,
  );
  return sibling ?? onlySibling(record, catalogue.records.filter(isOfSide)) ?? record;
}

/** `I70.219, unspecified extremity`: the one code beside it, apart in the last character of what is told, of that side. */
function onlySibling(
  { code, title }: DiagnosisRecord,
  ofSide: readonly DiagnosisRecord[],
): DiagnosisRecord | undefined {
  if (sideWordOf(title)?.word !== 'unspecified') return undefined;
  const last = /^(.{4,6})9(X?X?[A-Z])?$/.exec(code);
  if (last === null) return undefined;
  const [, stem = '', seventh = ''] = last;
  const beside = ofSide.filter(
    (other) => other.code.length === code.length && other.code.startsWith(stem) && other.code.endsWith(seventh),
  );
  return beside.length === 1 ? beside[0] : undefined;
}

function withoutSide(title: string): string {
  const told = sideWordOf(title);
  if (told === undefined) return title.toLowerCase();
  const plain = `${title.slice(0, told.at)}*${title.slice(told.at + told.word.length)}`;
  return plain.toLowerCase().replace(/,? \*( side|(?: ear| eye)(?=,|$))?/, ' *');
}

const MALE_BREAST = /^(C50\..)2(.)$/;

/** The breast of a man has codes of its own, which only a man gets. */
export function ofSex(
  record: DiagnosisRecord,
  sex: 'female' | 'male' | undefined,
  catalogue: DiagnosisCatalogue,
): DiagnosisRecord {
  const [, site, side] = (sex === 'male' ? undefined : MALE_BREAST.exec(record.code)) ?? [];
  return (site === undefined ? undefined : catalogue.find(`${site}1${side}`)) ?? record;
}
