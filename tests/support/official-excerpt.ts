import { readFileSync, writeFileSync } from 'node:fs';
import { isAnesthesiaCode } from '../../src/core/model/code.ts';
import type { IsoDate } from '../../src/core/model/ids.ts';
import { type AddOnRow, type Edition, NO_OFFICIAL_FACTS, type OfficialFacts } from '../../src/core/model/official.ts';
import type { OfficialData } from '../../src/pipeline/ports.ts';

/** Official rows kept in a file, one a line with its kind: `["fees",{"code":"47562", ...}]`. */
export function readExcerpt(file: URL): OfficialData {
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): [keyof OfficialFacts, unknown] => JSON.parse(line));
  const byKind = [...Map.groupBy(rows, ([kind]) => kind)].map(([kind, of]) => [kind, of.map(([, row]) => row)]);
  const facts: OfficialFacts = { ...NO_OFFICIAL_FACTS, ...Object.fromEntries(byKind) };
  return { forCodes: async (codes) => factsFor(facts, new Set(codes)) };
}

/** Codes that are asked for together: the codes of one case. */
type Together = ReadonlySet<string>;

/** Notes of the tabular list that rules read. */
const READ: ReadonlySet<string> = new Set(['excludes1', 'excludes2', 'code-first', 'use-additional', 'code-also']);

/**
 * Records what the loaded editions tell of the codes of these cases on a day: pairs of codes of one case only, and of
 * the tabular list nothing where its notes are not wanted.
 */
export async function recordExcerpt(
  file: URL,
  cases: readonly Together[],
  official: OfficialData,
  day: string,
  withNotes = false,
) {
  const codes = new Set(cases.flatMap((each) => [...each]));
  const all = await official.forCodes([...codes], day as IsoDate);
  const facts = factsFor(all, codes);
  const kept: OfficialFacts = {
    ...facts,
    pairs: facts.pairs.filter(({ column1, column2 }) => cases.some((each) => each.has(column1) && each.has(column2))),
    addOns: nearAddOns(facts, codes),
    diagnosisNotes: withNotes ? (facts.diagnosisNotes ?? []).filter(({ kind }) => READ.has(kind)) : [],
  };
  const rows = Object.entries(kept).flatMap(([kind, of]) => {
    const lines = (of ?? []).map((row: unknown) => JSON.stringify([kind, row]));
    return kind === 'editions' ? lines : lines.toSorted();
  });
  writeFileSync(file, `${rows.join('\n')}\n`);
}

/** Of each add-on the parents among the codes, or one row that says that there are others. */
function nearAddOns({ addOns }: OfficialFacts, codes: ReadonlySet<string>): readonly AddOnRow[] {
  const near = addOns.filter(({ primary, addOn }) => codes.has(addOn) && (primary === 'CCCCC' || codes.has(primary)));
  const known = new Set(near.map(({ addOn }) => addOn));
  const others = new Map(
    addOns.filter(({ addOn }) => codes.has(addOn) && !known.has(addOn)).map((row) => [row.addOn, row]),
  );
  return [...near, ...others.values()];
}

function factsFor(facts: OfficialFacts, codes: ReadonlySet<string>): OfficialFacts {
  const isOf = ({ code }: { readonly code: string }): boolean => codes.has(code);
  const categories = new Set([...codes].map((code) => code.slice(0, 3)));
  const isAsked = ({ kind }: Edition): boolean => kind !== 'anesthesia' || [...codes].some(isAnesthesiaCode);
  return {
    ...facts,
    editions: facts.editions.filter(isAsked),
    fees: facts.fees.filter(isOf),
    mues: facts.mues.filter(isOf),
    pairs: facts.pairs.filter(({ column1, column2 }) => codes.has(column1) && codes.has(column2)),
    addOns: facts.addOns.filter(({ primary, addOn }) => codes.has(primary) || codes.has(addOn)),
    unpaired: (facts.unpaired ?? []).filter((code) => codes.has(code)),
    levelTwo: (facts.levelTwo ?? []).filter(isOf),
    // With the categories above them and their siblings.
    diagnoses: (facts.diagnoses ?? []).filter(({ code }) => categories.has(code.slice(0, 3))),
  };
}
