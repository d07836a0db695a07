import type { ToldFact } from '../model/consultation.ts';
import { type Answerer, codesOf, type Desk, libraryFact, listed, sentences, titled } from './desk.ts';

const MOST_TITLES = 4;

/** "Which diagnosis supports 29881?", "does K35.80 support 44970?": what our library expects; coverage stays unchecked. */
export const diagnosisFor: Answerer = (asked, desk) => {
  const codes = codesOf(asked);
  const expected = codes.map((code) => ({ code, expects: desk.library.find(code)?.dx.expects ?? [] }));
  const answers =
    asked.diagnoses.length > 0
      ? expected.flatMap(({ code, expects }) => asked.diagnoses.map((diagnosis) => fits(diagnosis, code, expects)))
      : expected.map(({ code, expects }) =>
          expects.length === 0 ? `${code}: our library names no diagnosis` : `${code}: usually ${listed(expects)}`,
        );
  return {
    asked:
      asked.diagnoses.length > 0 ? `${listed(asked.diagnoses)} for ${listed(codes)}` : `Diagnoses for ${listed(codes)}`,
    answer: sentences([...answers, 'Code what the note says, never what the procedure suggests']),
    facts: [
      ...asked.diagnoses.map((diagnosis) =>
        libraryFact(diagnosis, desk.library.findDiagnosis(diagnosis)?.title ?? 'not in our library', desk),
      ),
      ...(asked.diagnoses.length > 0
        ? []
        : expected.flatMap(({ expects }) => expects.map((pattern) => categoryFact(pattern, desk)))),
      { label: 'Coverage', text: 'not checked: no LCD or article is loaded', state: 'not-checked', source: '' },
    ],
    cards: [],
  };
};

function fits(diagnosis: string, code: string, expects: readonly string[]): string {
  if (expects.some((pattern) => diagnosis.startsWith(stemOf(pattern)))) {
    return `${diagnosis} is among the diagnoses our library expects with ${code}`;
  }
  return `${diagnosis} is not among the diagnoses our library expects with ${code}${expects.length === 0 ? '' : ` (${listed(expects)})`}`;
}

/** `K80.-` stands for every code below it. */
function stemOf(pattern: string): string {
  return pattern.replace(/\.?-$/, '');
}

function categoryFact(pattern: string, desk: Desk): ToldFact {
  const stem = stemOf(pattern);
  if (stem === pattern) return libraryFact(pattern, desk.library.findDiagnosis(pattern)?.title ?? '', desk);
  const below = desk.library.library.diagnoses.filter(({ code, billable }) => billable && code.startsWith(stem));
  const some = below.slice(0, MOST_TITLES).map(({ code }) => titled(code, desk));
  const more = below.length > MOST_TITLES ? ` and ${below.length - MOST_TITLES} more` : '';
  return libraryFact(pattern, some.length === 0 ? 'codes of this category' : `e.g. ${some.join('; ')}${more}`, desk);
}
