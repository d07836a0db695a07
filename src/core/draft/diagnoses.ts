import type { NoteExtract, SectionKind, Statement } from '../extract/note-extract.ts';
import { sidesOf } from '../extract/targets.ts';
import type { DiagnosisCode, DiagnosisRecord } from '../model/code.ts';
import type { DiagnosisLine } from '../model/draft.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { findNames } from '../retrieve/name-index.ts';
import { type Term, termsOf } from '../retrieve/terms.ts';
import { mend } from '../retrieve/typo.ts';
import { confidenceOf } from './confidence.ts';
import { diagnosisByWords } from './diagnosis-match.ts';
import { quotesOf } from './evidence.ts';
import type { Doubt, ProtoLine } from './proto-line.ts';

/** Box 21 holds twelve diagnoses, box 24E four pointers a line. */
const MOST_DIAGNOSES = 12;
const MOST_POINTERS = 4;

/** Words that make a diagnosis uncertain: not coded for a surgeon (ICD-10-CM Guidelines, Section IV.H). */
export const UNCERTAIN =
  /\b(probabl[ey]|suspect(ed|s)?|suspicious|questionable|question of|rule ?out|r o|ruled out|compatible with|consistent with|working diagnosis|likely|concern(ing)? for|possibl[ey]|presumed|versus|vs|cannot exclude)\b/;

/** The words of a diagnosis list item that deny it. */
const DENIED = /\b(no evidence of|negative for|without evidence|no)\b/;

interface Found {
  readonly record: DiagnosisRecord;
  readonly statement: Statement;
  readonly doubts: readonly Doubt[];
}

/** Diagnoses of the post-operative list, else the pre-operative one, else the indication. Never read from the operation. */
export function findDiagnoses(extract: NoteExtract, library: EngineLibrary): DiagnosisLine[] {
  const found = new Map<string, Found>();
  for (const { statements, doubts } of sources(extract)) {
    for (const statement of statements) {
      if (UNCERTAIN.test(statement.normal.replace(/ +/g, ' '))) continue;
      for (const record of diagnosesIn(statement, extract, library)) {
        if (!found.has(record.code)) found.set(record.code, { record, statement, doubts });
      }
    }
    if (found.size > 0) break;
  }
  return withoutCoarser([...found.values()])
    .slice(0, MOST_DIAGNOSES)
    .map(({ record, statement, doubts }) => ({
      code: record.code,
      title: record.title,
      evidence: quotesOf([statement], extract),
      confidence: confidenceOf(doubts, 'in the post-operative diagnosis'),
    }));
}

interface Source {
  readonly statements: readonly Statement[];
  readonly doubts: readonly Doubt[];
}

function sources(extract: NoteExtract): Source[] {
  const post = of(extract, 'postop-diagnosis');
  const pre = of(extract, 'preop-diagnosis');
  const isSame =
    post.length > 0 && post.every(({ normal }) => /^\s*(same|as above|same as (above|pre\w*))/.test(normal));
  return [
    { statements: isSame ? pre : post, doubts: [] },
    { statements: pre, doubts: [{ weight: 0.15, because: 'only the pre-operative diagnosis tells it' }] },
    { statements: of(extract, 'findings'), doubts: [{ weight: 0.3, because: 'only the findings tell it' }] },
    {
      statements: of(extract, 'history').filter(isCurrent),
      doubts: [{ weight: 0.3, because: 'only the indication tells it' }],
    },
    {
      statements: of(extract, 'lead').filter(isCurrent),
      doubts: [{ weight: 0.4, because: 'only the opening of the note tells it' }],
    },
  ];
}

function of(extract: NoteExtract, section: SectionKind): Statement[] {
  return extract.statements.filter((statement) => statement.section === section);
}

function isCurrent({ state, normal }: Statement): boolean {
  return (
    state !== 'hypothetical' &&
    state !== 'negated' &&
    !/\b(history of|denies|family history|previous|prior)\b/.test(normal.replace(/ +/g, ' '))
  );
}

/** The diagnoses a statement names, the most telling name for each stretch of words, with the side it tells. */
function diagnosesIn(statement: Statement, extract: NoteExtract, library: EngineLibrary): DiagnosisRecord[] {
  const terms: Term[] = termsOf(statement.normal, statement.start, library.lexicon).map((term) => ({
    ...term,
    term: mend(library.speller, term.term),
  }));
  const covered = new Set<number>();
  const records: DiagnosisRecord[] = [];
  for (const mention of findNames(library.diagnosisNames, terms)) {
    const fresh = mention.positions.filter((position) => !covered.has(position));
    if (fresh.length * 2 <= mention.positions.length) continue;
    const record = library.findDiagnosis(mention.family);
    if (record === undefined || isDeniedAt(statement, mention.start)) continue;
    for (const position of mention.positions) covered.add(position);
    records.push(onSide(record, sideNear(statement, extract), library));
  }
  if (records.length > 0) return records;
  const record = diagnosisByWords(
    terms.map(({ term }) => term),
    library,
  );
  return record === undefined || DENIED.test(statement.normal)
    ? []
    : [onSide(record, sideNear(statement, extract), library)];
}

function isDeniedAt(statement: Statement, at: number): boolean {
  return DENIED.test(statement.normal.slice(Math.max(0, at - statement.start - 24), at - statement.start));
}

const SIDE_WORD = /\b(right|left|bilateral|unspecified)\b/i;

/** The side of this diagnosis: its own words, else the one side of the title. */
function sideNear(statement: Statement, extract: NoteExtract): string | undefined {
  const own = new Set(sidesOf(statement.normal.replace(/ +/g, ' ')));
  if (own.size === 1) return [...own][0];
  if (own.size > 1) return own.has('bilateral') || (own.has('left') && own.has('right')) ? 'bilateral' : undefined;
  const title = new Set(extract.instances.flatMap(({ facts }) => facts.sides));
  return title.size === 1 ? [...title][0] : undefined;
}

/** The sibling of the same category whose title differs in the side alone. */
function onSide(record: DiagnosisRecord, side: string | undefined, library: EngineLibrary): DiagnosisRecord {
  if (side === undefined || !SIDE_WORD.test(record.title)) return record;
  const plain = (title: string): string =>
    title
      .toLowerCase()
      .replace(SIDE_WORD, '*')
      .replace(/,? \*( side)?/, ' *');
  const wanted = plain(record.title);
  const category = record.code.slice(0, 3);
  const sibling = library.library.diagnoses.find(
    (other) =>
      other.code.startsWith(category) &&
      SIDE_WORD.exec(other.title)?.[0].toLowerCase() === side &&
      plain(other.title) === wanted,
  );
  return sibling ?? record;
}

/** `K80` beside `K80.10` says nothing more. */
function withoutCoarser(found: readonly Found[]): Found[] {
  return found.filter(
    ({ record }) =>
      !found.some((other) => other.record.code !== record.code && other.record.code.startsWith(record.code)),
  );
}

/** At most four diagnoses that justify a line: those its record expects first. */
export function pointersFor(line: ProtoLine, diagnoses: readonly DiagnosisLine[]): DiagnosisCode[] {
  const expected = diagnoses.filter(({ code }) =>
    line.record.dx.expects.some((pattern) => matchesPattern(code, pattern)),
  );
  const chosen = expected.length > 0 ? expected : diagnoses;
  return chosen.slice(0, MOST_POINTERS).map(({ code }) => code);
}

/** `K80.-` stands for every code below K80. */
export function matchesPattern(code: string, pattern: string): boolean {
  return pattern.endsWith('-') ? code.startsWith(pattern.slice(0, -1).replace(/\.$/, '')) : code === pattern;
}
