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
 * part of the body; else those that justify no other line; where nothing tells them apart, the first ones.
 */
export function pointersFor(
  lines: readonly Pointing[],
  diagnoses: readonly DiagnosisLine[],
  library: EngineLibrary,
): readonly (readonly DiagnosisCode[])[] {
  const own = lines.map((line) => reasonsFor(line, diagnoses, library));
  // An add-on is done for what its parent is done for.
  const reasons = lines.map(({ parent }, at) =>
    own[at]?.length ? own[at] : (own[lines.findIndex(({ code }) => code === parent)] ?? []),
  );
  const taken = new Set(reasons.flat());
  return lines.map(({ modifiers }, at) => {
    const ofSide = diagnoses.filter((diagnosis) => isOfSide(diagnosis, modifiers));
    const left = ofSide.filter((diagnosis) => !taken.has(diagnosis));
    const chosen = [reasons[at] ?? [], left, ofSide, diagnoses].find(isReason) ?? diagnoses;
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
  const places = placesOf(line, library);
  return expected.length > 0 ? expected : ofSide.filter((diagnosis) => isIn(placesOf(diagnosis, library), places));
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

/** Parts of the body that title and quotes name. */
function placesOf(
  { title, evidence }: Pick<Pointing, 'title' | 'evidence'>,
  { vocabulary }: EngineLibrary,
): Set<string> {
  const words = normalize([title, ...evidence.map(({ quote }) => quote)].join(' ; '));
  return new Set(valuesIn(vocabulary, 'anatomy', words));
}

function isIn(some: ReadonlySet<string>, places: ReadonlySet<string>): boolean {
  return [...some].some((place) => places.has(place));
}
