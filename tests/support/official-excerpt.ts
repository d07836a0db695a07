import { readFileSync, writeFileSync } from 'node:fs';
import type { IsoDate } from '../../src/core/model/ids.ts';
import { NO_OFFICIAL_FACTS, type OfficialFacts } from '../../src/core/model/official.ts';
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

/** Records what the loaded editions tell of these codes on a day. */
export async function recordExcerpt(file: URL, codes: ReadonlySet<string>, official: OfficialData, day: string) {
  const facts = factsFor(await official.forCodes([...codes], day as IsoDate), codes);
  const addOns = facts.addOns.filter(({ primary, addOn }) => codes.has(primary) && codes.has(addOn));
  const rows = Object.entries({ ...facts, addOns, diagnosisNotes: [] }).flatMap(([kind, of]) =>
    (of ?? []).map((row: unknown) => JSON.stringify([kind, row])),
  );
  writeFileSync(file, `${rows.join('\n')}\n`);
}

function factsFor(facts: OfficialFacts, codes: ReadonlySet<string>): OfficialFacts {
  const isOf = ({ code }: { readonly code: string }): boolean => codes.has(code);
  return {
    ...facts,
    fees: facts.fees.filter(isOf),
    mues: facts.mues.filter(isOf),
    pairs: facts.pairs.filter(({ column1, column2 }) => codes.has(column1) && codes.has(column2)),
    addOns: facts.addOns.filter(({ primary, addOn }) => codes.has(primary) || codes.has(addOn)),
    unpaired: (facts.unpaired ?? []).filter((code) => codes.has(code)),
    levelTwo: (facts.levelTwo ?? []).filter(isOf),
    diagnoses: (facts.diagnoses ?? []).filter(isOf),
  };
}
