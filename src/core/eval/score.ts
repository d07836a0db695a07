import { wordOf } from '../draft/confidence.ts';
import { type ComparedLine, comparable, multiset, optionalModifiers, sameModifiers } from './claim-lines.ts';
import type { CaseScore, EvalAnswer, EvalCase, EvalReport, EvalScores, ScoringFacts } from './eval-case.ts';

const NO_FACTS: ScoringFacts = { fees: [], mues: [] };
const THRESHOLDS = [0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;
/** First codes whose total values differ by less than this share are equal. */
const EQUAL_VALUE = 0.05;

/**
 * Scores answers against adjudicated keys (DESIGN section 9, CODING section 6). Cases of other kinds than procedure and
 * em are left out; a case without an answer counts as answered with nothing.
 */
export function scoreSet(
  cases: readonly EvalCase[],
  answers: readonly EvalAnswer[],
  facts: ScoringFacts = NO_FACTS,
): EvalReport {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  const scored = cases
    .filter(({ kind }) => kind === 'procedure' || kind === 'em')
    .map((key) => judge(key, byId.get(key.id) ?? nothing(key.id), facts));
  return {
    ...totals(scored.filter(({ key }) => key.confidence !== 'low')),
    lowConfidence: totals(scored.filter(({ key }) => key.confidence === 'low')),
  };
}

function nothing(id: string): EvalAnswer {
  return { id, lines: [], diagnoses: [], candidates: [], mentions: [], milliseconds: 0 };
}

interface Judged {
  readonly key: EvalCase;
  readonly answer: EvalAnswer;
  readonly score: CaseScore;
  readonly hits: number;
  readonly isFirstRight: boolean;
  readonly matched: number;
  readonly modifiersRight: number;
  readonly unitsRight: number;
}

function judge(key: EvalCase, answer: EvalAnswer, facts: ScoringFacts): Judged {
  const expected = comparable(key.cpt, facts);
  const given = comparable(answer.lines, facts);
  const exact = isExact(key, expected, given);
  const wanted = codesOf(expected);
  const told = codesOf(given);
  const optional = new Set(key.optional);
  const matches = expected.flatMap((line) => {
    const other = given.find(({ code }) => code === line.code);
    return other === undefined ? [] : [{ line, other }];
  });
  return {
    key,
    answer,
    score: {
      id: key.id,
      expected: labels(expected),
      given: labels(given),
      missed: wanted.filter((code) => !told.includes(code)),
      extra: told.filter((code) => !wanted.includes(code) && !optional.has(code)),
      exact,
      candidates: answer.candidates.slice(0, 20),
    },
    hits: matches.length,
    isFirstRight: isFirstRight(key, answer, exact, facts),
    matched: matches.length,
    modifiersRight: matches.filter(({ line, other }) =>
      sameModifiers(line, other, optionalModifiers(line.code, key.cpt)),
    ).length,
    unitsRight: matches.filter(({ line, other }) => line.units === other.units).length,
  };
}

/** The code multiset, with optional codes ignored, equals the key's or one of the alternatives. */
function isExact(key: EvalCase, expected: readonly ComparedLine[], given: readonly ComparedLine[]): boolean {
  const told = multiset(given);
  return [multiset(expected), ...key.alternatives.map((codes) => [...codes].sort())].some((accepted) => {
    const ignored = new Set(key.optional.filter((code) => !accepted.includes(code)));
    return told.filter((code) => !ignored.has(code)).join() === accepted.join();
  });
}

function isFirstRight(key: EvalCase, answer: EvalAnswer, exact: boolean, facts: ScoringFacts): boolean {
  const first = answer.lines[0]?.code;
  const wanted = key.cpt[0]?.code;
  if (first === undefined) return wanted === undefined;
  if (first === wanted) return true;
  const isAlternative = exact && !key.cpt.some(({ code }) => code === first);
  if (isAlternative) return true;
  if (!key.cpt.some(({ code }) => code === first)) return false;
  const [top, own] = [worthOf(wanted, facts), worthOf(first, facts)];
  return top !== undefined && own !== undefined && Math.abs(top - own) < EQUAL_VALUE * Math.max(top, own);
}

function worthOf(code: string | undefined, { fees }: ScoringFacts): number | undefined {
  return fees.find((row) => row.code === code && row.modifier === '')?.totalFacilityRvu;
}

function codesOf(lines: readonly ComparedLine[]): string[] {
  return lines.map(({ code }) => code);
}

function labels(lines: readonly ComparedLine[]): string[] {
  return lines.map(({ code, modifiers, units }) => `${[code, ...modifiers].join('-')}${units > 1 ? ` x${units}` : ''}`);
}

function totals(judged: readonly Judged[]): EvalScores {
  const sum = (value: (each: Judged) => number): number => judged.reduce((total, each) => total + value(each), 0);
  const hits = sum(({ hits }) => hits);
  const extra = sum(({ score }) => score.extra.length);
  const missed = sum(({ score }) => score.missed.length);
  const precision = ratio(hits, hits + extra);
  const recall = ratio(hits, hits + missed);
  const matched = sum(({ matched: each }) => each);
  const times = judged.map(({ answer }) => answer.milliseconds).sort((a, b) => a - b);
  return {
    cases: judged.length,
    wholeCaseExact: ratio(
      sum(({ score }) => Number(score.exact)),
      judged.length,
    ),
    codePrecision: precision,
    codeRecall: recall,
    codeF1: harmonic(precision, recall),
    firstCode: ratio(
      sum(({ isFirstRight: each }) => Number(each)),
      judged.length,
    ),
    modifierAccuracy: ratio(
      sum(({ modifiersRight }) => modifiersRight),
      matched,
    ),
    unitAccuracy: ratio(
      sum(({ unitsRight }) => unitsRight),
      matched,
    ),
    candidateRecallAt20: recallOf(judged, ({ candidates }, code) => candidates.slice(0, 20).includes(code)),
    candidateRecallAt60: recallOf(judged, ({ candidates }, code) => candidates.slice(0, 60).includes(code)),
    familyRecallPerMention: recallOf(judged, ({ mentions }, code) =>
      mentions.some((families) => families.slice(0, 20).some((codes) => codes.includes(code))),
    ),
    icd10F1At3: diagnosisF1(judged, (code) => code.slice(0, 3)),
    icd10F1: diagnosisF1(judged, (code) => code),
    coverage: THRESHOLDS.map((threshold) => coverageAt(judged, threshold)),
    words: accuracyOfWords(judged),
    msP50: percentile(times, 0.5),
    msP95: percentile(times, 0.95),
    perCase: judged.map(({ score }) => score),
  };
}

function recallOf(judged: readonly Judged[], has: (answer: EvalAnswer, code: string) => boolean): number {
  const wanted = judged.flatMap(({ key, answer }) =>
    [...new Set(key.cpt.map(({ code }) => code))].map((code) => has(answer, code)),
  );
  return ratio(wanted.filter(Boolean).length, wanted.length);
}

/** Micro F1 over distinct diagnoses; the other coder's further codes are neither right nor wrong. */
function diagnosisF1(judged: readonly Judged[], cut: (code: string) => string): number {
  let [hits, extra, missed] = [0, 0, 0];
  for (const { key, answer } of judged) {
    const wanted = new Set(key.icd10.map(cut));
    const also = new Set((key.icd10_also ?? []).map(cut));
    const told = new Set(answer.diagnoses.map(cut));
    hits += [...told].filter((code) => wanted.has(code)).length;
    extra += [...told].filter((code) => !wanted.has(code) && !also.has(code)).length;
    missed += [...wanted].filter((code) => !told.has(code)).length;
  }
  return harmonic(ratio(hits, hits + extra), ratio(hits, hits + missed));
}

/** A case is answered at a threshold when the confidences of its lines multiply to it: all of them must be right. */
function coverageAt(judged: readonly Judged[], threshold: number): EvalScores['coverage'][number] {
  const answered = judged.filter(
    ({ answer }) =>
      answer.lines.length > 0 && answer.lines.reduce((all, { confidence }) => all * confidence, 1) >= threshold,
  );
  return {
    threshold,
    share: ratio(answered.length, judged.length),
    accuracy: ratio(answered.filter(({ score }) => score.exact).length, answered.length),
  };
}

function accuracyOfWords(judged: readonly Judged[]): EvalScores['words'] {
  const told = judged.flatMap(({ key, answer }) => {
    const accepted = new Set([...key.cpt.map(({ code }) => code), ...key.optional, ...key.alternatives.flat()]);
    return answer.lines.map(({ code, confidence }) => ({ word: wordOf(confidence), isRight: accepted.has(code) }));
  });
  return (['sure', 'likely', 'needs a coder'] as const).map((word) => {
    const own = told.filter((line) => line.word === word);
    return { word, lines: own.length, accuracy: ratio(own.filter(({ isRight }) => isRight).length, own.length) };
  });
}

function percentile(sorted: readonly number[], share: number): number {
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10000) / 10000;
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : Math.round(((2 * a * b) / (a + b)) * 10000) / 10000;
}
