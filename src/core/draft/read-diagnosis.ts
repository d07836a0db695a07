import type { NoteExtract, Statement } from '../extract/note-extract.ts';
import { sidesOf } from '../extract/targets.ts';
import type { DiagnosisRecord } from '../model/code.ts';
import type { DiagnosisCatalogue } from '../retrieve/diagnosis-catalogue.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { valuesIn } from '../retrieve/facets.ts';
import { findNames } from '../retrieve/name-index.ts';
import { type Term, termsOf } from '../retrieve/terms.ts';
import { mend } from '../retrieve/typo.ts';
import { combinationIn } from './combination-codes.ts';
import { diagnosisByWords, explainedBy, isFullyTold } from './diagnosis-match.ts';
import { ofSex, onSides } from './diagnosis-siblings.ts';
import { fractureStems } from './fracture-words.ts';
import { isMalignant, isNeoplasm, neoplasmIn } from './neoplasm.ts';
import { contradicts, type Polarity, polarityOf, polarityOfTitle } from './polarity.ts';

/** The words of a diagnosis list item that deny it. */
export const DENIED = /\b(no evidence of|negative for|without evidence|no|not (shown|seen|found|present|confirmed))\b/;

/** A symptom or an abnormal finding: what the operation looked into, never what it found. */
export const SYMPTOM = /^R/;

/** What a growth has grown into is not its site. */
const INVASION = /\b(invad|involv|extend|adher|infiltrat|erod|encas|abut)\w*\b/;
const PAST = /\b(history of|status post|s p|h o|ago|had (had|undergone)|underwent|previously)\b/;

/**
 * The diagnoses a statement names, the most telling name for each stretch of words, with the side it tells. Where our
 * list knows none of them, the official file and its index are asked.
 */
export function diagnosesIn(statement: Statement, extract: NoteExtract, library: EngineLibrary): DiagnosisRecord[] {
  const own = recordsIn(statement, extract, library, library.diagnoses);
  if (own.length > 0 || library.official === undefined || !/diagnosis$/.test(statement.section)) return own;
  return recordsIn(statement, extract, library, library.official);
}

/** A name of the index tells at least this share of the words: it has words for everything. */
const LEAST_TOLD_BY_INDEX = 0.6;

function recordsIn(
  statement: Statement,
  extract: NoteExtract,
  library: EngineLibrary,
  catalogue: DiagnosisCatalogue,
): DiagnosisRecord[] {
  const own = INVASION.exec(statement.normal)?.index ?? statement.normal.length;
  const terms: Term[] = termsOf(statement.normal.slice(0, own), statement.start, library.lexicon)
    .filter((term) => isAsWritten(term, statement, extract.text, library))
    .map((term) => ({ ...term, term: mend(library.speller, term.term) }));
  const stems = terms.map(({ term }) => term);
  const polarity = polarityOf(extract.text.slice(statement.start, statement.end));
  const side = sideNear(statement, extract);
  const isOwn = catalogue === library.diagnoses;
  const named = namedIn(statement, terms, polarity, catalogue, library).filter(
    (record) => isOwn || (isDefinite(record) && explainedBy(record, stems, catalogue) >= LEAST_TOLD_BY_INDEX),
  );
  const isDenied = DENIED.test(statement.normal);
  const isPast = isGrowthPast(statement);
  const growth = isOwn && !isDenied && !isPast ? neoplasmIn(statement, stems, library) : undefined;
  const isGrowth = valuesIn(library.vocabulary, 'neoplasm', statement.normal).length > 0;
  const byWords =
    named.length > 1 || isDenied || growth !== undefined
      ? undefined
      : // The site of a mass is told in the words of a cancer: it is none until somebody says so.
        diagnosisByWords(
          fractureStems(stems),
          polarity,
          catalogue,
          (record) => (isGrowth || !isMalignant(record.code)) && (isOwn || isDefinite(record)),
        );
  const asserted = stems.filter((stem) => !polarity.denied.has(stem));
  const closest = closer(named[0], byWords, asserted, catalogue);
  return [...(closest === undefined ? withGrowth(named, growth) : [closest])]
    .filter(({ code }) => !isPast || !isNeoplasm(code))
    .flatMap((record) => onSides(record, side, catalogue))
    .map((record) => ofSex(record, extract.sex, catalogue));
}

/** `Unspecified disorder of globe` is what the index says of anything wrong with it. */
function isDefinite({ title }: DiagnosisRecord): boolean {
  return !/\bunspecified (disorder|injury)|\b(disorder|congenital malformation syndrome)s?\b.*\bunspecified|^other specified\b/i.test(
    title,
  );
}

/** A title tells so much more of the words than the name of another one found among them. */
const CLOSER = 0.12;

/** The diagnosis whose whole title fits, where no name stands in the words or one that leaves more of them unsaid. */
function closer(
  named: DiagnosisRecord | undefined,
  byWords: DiagnosisRecord | undefined,
  stems: readonly string[],
  catalogue: DiagnosisCatalogue,
): DiagnosisRecord | undefined {
  if (named === undefined || byWords === undefined || named === byWords)
    return named === undefined ? byWords : undefined;
  const gain = explainedBy(byWords, stems, catalogue) - explainedBy(named, stems, catalogue);
  return gain >= CLOSER && isFullyTold(byWords, stems) ? byWords : undefined;
}

/** `history of melanoma` is past; `melanoma, status post biopsy` is not where it stands as the diagnosis. */
function isGrowthPast({ section, normal }: Statement): boolean {
  const words = normal.replace(/ +/g, ' ');
  const past = PAST.exec(words);
  const growth = /\b\w*(carcinoma|cancer|sarcoma|melanoma|lymphoma|tumou?r|neoplasm|malignan)/.exec(words);
  if (past === null || growth === null || !/diagnosis/.test(section)) return past !== null;
  return past.index < growth.index;
}

/** An abbreviation stands in capitals: `all tumor removed` is not the leukemia ALL. */
function isAsWritten(
  { start, end }: Term,
  statement: Statement,
  text: string,
  { abbreviations }: EngineLibrary,
): boolean {
  const raw = text.slice(statement.start, statement.end);
  return !abbreviations.has(text.slice(start, end).toLowerCase()) || isCapital(text.slice(start, end)) || !isMixed(raw);
}

function isCapital(word: string): boolean {
  return word === word.toUpperCase();
}

function isMixed(text: string): boolean {
  return /[a-z]/.test(text) && /[A-Z]/.test(text);
}

function namedIn(
  statement: Statement,
  terms: readonly Term[],
  polarity: Polarity,
  catalogue: DiagnosisCatalogue,
  library: EngineLibrary,
): DiagnosisRecord[] {
  const covered = new Set<number>();
  const records: DiagnosisRecord[] = [];
  const halves: DiagnosisRecord[] = [];
  for (const mention of findNames(catalogue.names, terms)) {
    const fresh = mention.positions.filter((position) => !covered.has(position));
    if (fresh.length * 2 <= mention.positions.length) continue;
    if (fresh.length < mention.positions.length && fresh.every((at) => isPlace(statement, terms, at, library)))
      continue;
    const record = catalogue.find(mention.family);
    if (record === undefined || isDeniedAt(statement, mention.start)) continue;
    if (deniesName(polarity, mention.positions, terms, record)) continue;
    if (contradicts(record, polarity)) {
      halves.push(record);
      continue;
    }
    for (const position of mention.positions) covered.add(position);
    records.push(record);
  }
  return withHalves(records, halves, catalogue);
}

/** `Septic arthritis, right knee`: the knee and its side make no second disease of the arthritis that was read. */
function isPlace(
  { normal, start }: Statement,
  terms: readonly Term[],
  position: number,
  { vocabulary }: EngineLibrary,
): boolean {
  return terms
    .filter((term) => term.position === position)
    .map((term) => normal.slice(term.start - start, term.end - start))
    .some((word) => /^(left|right|bilateral)$/.test(word) || valuesIn(vocabulary, 'anatomy', word).length > 0);
}

/** `Chronic cholecystitis without cholelithiasis` denies a word of the name, which the title may put in other words. */
function deniesName(
  { denied }: Polarity,
  positions: readonly number[],
  terms: readonly Term[],
  record: DiagnosisRecord,
): boolean {
  const own = polarityOfTitle(record).denied;
  return terms.some(({ position, term }) => positions.includes(position) && denied.has(term) && !own.has(term));
}

/** `Coronary disease with unstable angina`: the code of the first says `without angina`, and one code tells both. */
function withHalves(
  records: readonly DiagnosisRecord[],
  halves: readonly DiagnosisRecord[],
  catalogue: DiagnosisCatalogue,
): DiagnosisRecord[] {
  for (const half of halves) {
    const pair = combinationIn([half.code, ...records.map(({ code }) => code)], catalogue.find);
    if (pair === undefined || ![pair.one, pair.other].includes(half.code)) continue;
    const beside = pair.keeps === undefined ? undefined : catalogue.find(pair.keeps);
    const rest = records.filter(({ code }) => code !== pair.one && code !== pair.other);
    return [pair.together, ...(beside === undefined ? [] : [beside]), ...rest];
  }
  return [...records];
}

/** The reading of the neoplasm table beside the names: it replaces symptoms, and the unspecified site of its category. */
function withGrowth(named: readonly DiagnosisRecord[], growth: DiagnosisRecord | undefined): DiagnosisRecord[] {
  if (growth === undefined) return [...named];
  if (!named.some(({ code }) => isNeoplasm(code))) return [growth, ...named.filter(({ code }) => !SYMPTOM.test(code))];
  return named.map((record) => {
    const isSameOrgan = record.code.slice(0, 3) === growth.code.slice(0, 3);
    return isSameOrgan && UNSPECIFIED_SITE.test(record.code) ? growth : record;
  });
}

/** `C18.9`, `C34.90`: the last column of a category of the neoplasm chapter. */
const UNSPECIFIED_SITE = /^[CD]..\.9/;

function isDeniedAt(statement: Statement, at: number): boolean {
  return DENIED.test(statement.normal.slice(Math.max(0, at - statement.start - 24), at - statement.start));
}

/** The side of this diagnosis: its own words, else the one side of the title. */
function sideNear(statement: Statement, extract: NoteExtract): string | undefined {
  const own = new Set(sidesOf(statement.normal.replace(/ +/g, ' ')));
  if (own.size === 1) return [...own][0];
  if (own.size > 1) return own.has('bilateral') || (own.has('left') && own.has('right')) ? 'bilateral' : undefined;
  const title = new Set(extract.instances.flatMap(({ facts }) => facts.sides));
  return title.size === 1 ? [...title][0] : undefined;
}
