import type { ClaimLine, Draft } from '../../model/draft.ts';
import type { VisitBasis } from '../../model/visit.ts';
import { readData } from '../../visits/data-reviewed.ts';
import { levelOf } from '../../visits/decision-making.ts';
import { LEVEL_TABLE, type LevelRow, rowByLevel, rowByTime } from '../../visits/level-table.ts';
import { visitLines } from '../../visits/parts.ts';
import { visitFamilyOf } from '../../visits/visit-codes.ts';
import { finding, librarySource, mapLines, type Rule, type RuleContext } from '../rule.ts';
import { visitOf } from './visit-of.ts';

const AUTHORITY = 'CPT E/M guidelines, data: a test whose interpretation is billed apart does not count';

/** Tests that are billed with their interpretation, and the words a note has for them. */
const TESTS: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^93(000|010|04[0-2])$/, /\b(ekg|ecg|electrocardiogram|rhythm strip|tracing)\b/, 'ECG'],
  [/^7[0-6]\d{3}$/, /\b(x[ -]?rays?|radiographs?|films?|ct|mri|ultrasound|sonogram|scan|imag(es|ing))\b/, 'imaging'],
  [/^940(10|60)$/, /\b(spirometry|pulmonary function|pfts?)\b/, 'spirometry'],
];

/** What is billed as an interpretation of its own is not counted in the data of the visit as well. */
export const dataCountedOnce: Rule = (draft, context) => {
  const visit = visitOf(draft, context);
  const data = visit?.elements.find(({ name }) => name === 'data');
  const test =
    visit === undefined ? undefined : TESTS.find(([codes]) => draft.lines.some(({ code }) => codes.test(code)));
  if (visit === undefined || data === undefined || test === undefined) return { draft, findings: [] };
  const [, words, name] = test;
  const lines = visitLines(context.extract);
  const without = readData(
    lines.filter((line) => !words.test(line.words)),
    context.extract,
  );
  const elements = visit.elements.map((element) => (element.name === 'data' ? without : element));
  const lowered = draft.lines.flatMap((line) => {
    const row = rowReached(line, { ...visit, elements });
    return row === undefined ? [] : [{ line, row }];
  });
  const [first] = lowered;
  if (first === undefined) return { draft, findings: [] };
  const text = `${first.line.code} counts the ${name} that is billed apart: without it data are ${without.level} and the note reaches ${first.row.code}`;
  return {
    draft: {
      ...lower(draft, lowered, context),
      ...(draft.visit === undefined ? {} : { visit: { ...draft.visit, elements } }),
    },
    findings: [finding('data-counted-once', 'F', librarySource(context), AUTHORITY, text, [first.line.code])],
  };
};

/** The lower row of the same kind that is left to a line. */
function rowReached({ code }: ClaimLine, { elements, time }: VisitBasis): LevelRow | undefined {
  const family = visitFamilyOf(code);
  const table = Object.entries(LEVEL_TABLE).find(([kind]) => kind === family)?.[1];
  if (table === undefined) return undefined;
  const rows = [rowByLevel(table, levelOf(elements)), rowByTime(table, time)].flatMap((row) => row ?? []);
  const best = rows.toSorted((a, b) => table.indexOf(b) - table.indexOf(a))[0];
  const at = table.findIndex((row) => row.code === code);
  return best === undefined || table.indexOf(best) >= at ? undefined : best;
}

/** Our own draft takes the lower code; a claim that somebody else wrote is only told of it. */
function lower(
  draft: Draft,
  lowered: readonly { readonly line: ClaimLine; readonly row: LevelRow }[],
  { library }: RuleContext,
): Draft {
  if (draft.visit === undefined) return draft;
  return mapLines(draft, (line) => {
    const record = library.find(lowered.find((each) => each.line === line)?.row.code ?? '');
    return record === undefined ? line : { ...line, code: record.code, title: record.title };
  });
}
