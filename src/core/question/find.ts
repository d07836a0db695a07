import { faultOn, lifeOf } from '../check/code-life.ts';
import { diagnosisByWords } from '../draft/diagnosis-match.ts';
import { polarityOf } from '../draft/polarity.ts';
import { normalize } from '../extract/normalize.ts';
import { codedAs } from '../lookup/coded-as.ts';
import type { LookupHit } from '../lookup/hit.ts';
import { lookup } from '../lookup/lookup.ts';
import type { CodeSystem, DiagnosisRecord } from '../model/code.ts';
import type { CodeRecord } from '../model/code-record.ts';
import { findNames } from '../retrieve/name-index.ts';
import { stemsOf, termsOf } from '../retrieve/terms.ts';
import { cardOf } from './code-card.ts';
import { type Answerer, type Desk, libraryFact } from './desk.ts';

const MOST_HITS = 5;
/** Deep enough that codes in force are among them. */
const LOOKUP_DEPTH = 40;
const LEAST_SHARE = 0.6;
const CLEARLY = 1.15;
/** The words of asking, which name nothing that is done to a patient. */
const ASKING = new Set(
  'hi hello hey dear team all there please pls kindly can could would should may you we i me my our us help need needs needed want know tell find looking look for the a an of to is are was what whats which how do does did code codes coded coding cpt hcpcs icd icd10 bill billed billing report reported use used using correct right best appropriate proper number diagnosis dx thanks thank question quick when if in on this that it with your patient case procedure doc doctor surgeon physician provider dr get give have has had be there any some and or'.split(
    ' ',
  ),
);

/** "Code for apical lung tumor with chest wall": what the engine would code, then the closest valid codes by words. */
export const findCode: Answerer = ({ words }, desk) => {
  const query = queryOf(words);
  const hits = (['cpt', 'hcpcs'] as const)
    .flatMap((system) => hitsFor(query, desk, system, ({ code }) => isValid(code, desk)))
    .toSorted((a, b) => b.score - a.score);
  const close = hits.map(({ code }) => code);
  const coded = hits.length === 0 ? [] : codedAs(query, desk.library, desk.day).filter((code) => isValid(code, desk));
  const ranked = isToldByWords(hits, coded[0], desk) ? close : [...coded, ...close];
  const [first, ...others] = [...new Set(ranked)].flatMap((code) => desk.library.find(code) ?? []);
  if (first === undefined) return nothing(query, 'No code of our library fits these words');
  const bySize = siblingsBySize(first, desk);
  const next = [...bySize, ...others.filter((other) => !bySize.includes(other))];
  return {
    asked: `Code for ${query}`,
    answer: `Closest: ${first.code}, ${first.title}.`,
    facts: next
      .slice(0, Math.max(MOST_HITS - 1, bySize.length))
      .map(({ code, title }) => libraryFact(code, title, desk)),
    cards: [cardOf(first, desk.library)],
  };
};

/** Within one family without sizes the words decide when they fit the other code clearly better: a detail that a title alone does not prove. */
function isToldByWords(hits: readonly LookupHit[], coded: string | undefined, { library }: Desk): boolean {
  const [close] = hits;
  const other = hits.find(({ code }) => code === coded);
  if (close === undefined || coded === undefined) return false;
  const family = library.find(close.code)?.family ?? '';
  const isOneFamily = family === library.find(coded)?.family;
  const isTold = Object.values(library.families.get(family)?.axes ?? {}).every(({ kind }) => kind === 'cue');
  return isOneFamily && isTold && close.score > CLEARLY * (other?.score ?? 0);
}

/** The cells of the same family that only a size or a number tells apart from this code. */
function siblingsBySize(code: CodeRecord, desk: Desk): CodeRecord[] {
  const axes = Object.entries(desk.library.families.get(code.family)?.axes ?? {});
  const words = axes.filter(([, { kind }]) => kind === 'cue').map(([name]) => name);
  if (words.length === axes.length) return [];
  const isSameKind = (other: CodeRecord): boolean =>
    words.every((name) => other.cell[name]?.some((value) => code.cell[name]?.includes(value)) === true);
  return (desk.library.codesOf.get(code.family) ?? []).filter(
    (other) => other.code !== code.code && isSameKind(other) && isValid(other.code, desk),
  );
}

/** "ICD-10 for acute appendicitis": the closest diagnoses. */
export const findDiagnosis: Answerer = ({ words }, desk) => {
  const query = queryOf(words);
  const hits = hitsFor(query, desk, 'icd10cm', () => true).flatMap(
    ({ code }) => desk.library.findDiagnosis(code) ?? desk.library.official?.find(code) ?? [],
  );
  const fitting =
    diagnosisNamed(query, desk) ?? diagnosisByWords(stemsOf(query), polarityOf(query), desk.library.diagnoses);
  const first = fitting ?? hits[0];
  if (first === undefined) return nothing(query, 'No diagnosis of our library fits these words');
  const isCategory = !first.billable;
  return {
    asked: `ICD-10-CM for ${query}`,
    answer: `Closest: ${first.code}, ${first.title}${isCategory ? ' (a category: it needs more characters)' : ''}.`,
    facts: hits.filter(({ code }) => code !== first.code).map(({ code, title }) => libraryFact(code, title, desk)),
    cards: [],
  };
};

/** The diagnosis that clinicians call by just these words. */
function diagnosisNamed(query: string, { library }: Desk): DiagnosisRecord | undefined {
  const terms = termsOf(normalize(query), 0, library.lexicon);
  const words = new Set(terms.map(({ position }) => position)).size;
  const name = findNames(library.diagnoses.names, terms).find(({ positions }) => new Set(positions).size === words);
  return name === undefined ? undefined : library.findDiagnosis(name.family);
}

function nothing(query: string, answer: string) {
  return {
    asked: query === '' ? 'Your mail' : `Code for ${query}`,
    answer: `${answer}. Name the procedure, the organ, the approach and the size, or a code.`,
    facts: [],
    cards: [],
  };
}

function queryOf(words: string): string {
  return words
    .replace(/\bicd ?10(?: cm)?\b/g, '')
    .split(' ')
    .filter((word) => word !== '' && !ASKING.has(word))
    .join(' ')
    .trim();
}

/** Hits that share most of the words: fewer are chance. */
function hitsFor(query: string, { library }: Desk, system: CodeSystem, fits: (hit: LookupHit) => boolean): LookupHit[] {
  const terms = new Set(stemsOf(query)).size;
  if (terms === 0) return [];
  return lookup(library, query, { limit: LOOKUP_DEPTH, system })
    .filter((hit) => fits(hit) && hit.why.length >= Math.min(4, Math.ceil(terms * LEAST_SHARE)))
    .slice(0, MOST_HITS);
}

function isValid(code: string, desk: Desk): boolean {
  return desk.library.find(code) !== undefined && faultOn(lifeOf(code, desk.library), desk.day) === undefined;
}
