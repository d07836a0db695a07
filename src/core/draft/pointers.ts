import { normalize } from '../extract/normalize.ts';
import type { DiagnosisCode } from '../model/code.ts';
import type { ClaimLine, DiagnosisLine } from '../model/draft.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { valuesIn } from '../retrieve/facets.ts';
import { isOtherSide, sideOfModifiers, sideOfTitle } from './diagnosis-side.ts';

/** Box 24E holds four pointers a line. */
export const MOST_POINTERS = 4;

type Pointing = Pick<ClaimLine, 'code' | 'modifiers' | 'title' | 'evidence' | 'parent'>;

/**
 * At most four diagnoses that justify each line: of its own side, and those its record expects; else those of the same
 * part of the body; an add-on those of its parent; where nothing tells them apart, the first ones.
 */
export function pointersFor(
  lines: readonly Pointing[],
  diagnoses: readonly DiagnosisLine[],
  library: EngineLibrary,
): readonly (readonly DiagnosisCode[])[] {
  const reasons = lines.map((line) => reasonsFor(line, diagnoses, library));
  const taken = new Set(reasons.flat());
  return lines.map(({ modifiers, parent }, at) => {
    const ofParent = reasons[lines.findIndex(({ code }) => code === parent)] ?? [];
    const ofSide = diagnoses.filter((diagnosis) => isOfSide(diagnosis, modifiers));
    // What another line was done for gives way, unless it is why the patient came.
    const left = ofSide.filter((diagnosis) => !taken.has(diagnosis));
    const free = left.some((diagnosis) => diagnosis === diagnoses[0]) ? left : ofSide;
    const chosen = [reasons[at] ?? [], ofParent, free, diagnoses].find(isReason) ?? diagnoses;
    return chosen.slice(0, MOST_POINTERS).map(({ code }) => code);
  });
}

function isOfSide({ title }: DiagnosisLine, modifiers: readonly string[]): boolean {
  return !isOtherSide(sideOfTitle(title), sideOfModifiers(modifiers));
}

/** What the record of a line expects, else what lies in the same part of the body. */
function reasonsFor(line: Pointing, diagnoses: readonly DiagnosisLine[], library: EngineLibrary): DiagnosisLine[] {
  const ofSide = diagnoses.filter((diagnosis) => isOfSide(diagnosis, line.modifiers));
  const expects = library.find(line.code)?.dx.expects ?? [];
  const expected = ofSide.filter(({ code }) => expects.some((pattern) => matchesPattern(code, pattern)));
  if (expected.length > 0) return expected;
  const places = placesIn([line.title, ...line.evidence.map(({ quote }) => quote)], library);
  return ofSide.filter((diagnosis) => isIn(placesOf(diagnosis, library), places));
}

/** Nobody is operated for a status, a history or the weeks of gestation: they stand behind a reason. */
const NO_REASON = /^([V-Y]|B9[5-7]|Z1[5-7]|Z2[12]|Z37|Z3A|Z6[6-8]|Z7[89]|Z8[0-9]|Z9[0-8]|Z99\.[028])/;

function isReason(diagnoses: readonly DiagnosisLine[]): boolean {
  return diagnoses.some(({ code }) => !NO_REASON.test(code));
}

/** `K80.-` stands for every code below K80. */
export function matchesPattern(code: string, pattern: string): boolean {
  return pattern.endsWith('-') ? code.startsWith(pattern.slice(0, -1).replace(/\.$/, '')) : code === pattern;
}

/** Parts of the body that a diagnosis lies in: by its title, else by its quotes, which it may share with others. */
function placesOf({ title, evidence }: DiagnosisLine, library: EngineLibrary): ReadonlySet<string> {
  const own = placesIn([title], library);
  const quotes = evidence.map(({ quote }) => quote);
  return own.size > 0 ? own : placesIn(quotes, library);
}

function placesIn(texts: readonly string[], { vocabulary }: EngineLibrary): ReadonlySet<string> {
  return new Set(valuesIn(vocabulary, 'anatomy', normalize(texts.join(' ; '))));
}

function isIn(some: ReadonlySet<string>, places: ReadonlySet<string>): boolean {
  return [...some].some((place) => places.has(place));
}
