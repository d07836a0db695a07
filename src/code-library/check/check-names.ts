import type { Alias, CodeLibrary } from '../../core/model/code-record.ts';
import { isApart } from '../../core/retrieve/apart.ts';
import { stemsOf } from '../../core/retrieve/terms.ts';
import type { Problem } from './check-library.ts';

/**
 * No two codes have one title, and a name that several families use at one time is declared ambiguous: the brand of a
 * drug, which no index of names knows, may be the everyday name of the act too.
 */
export function checkNames(library: CodeLibrary): Problem[] {
  return [...sharedTitles(library), ...sharedNames(library)];
}

function sharedTitles({ codes }: CodeLibrary): Problem[] {
  return [...Map.groupBy(codes, ({ title }) => title.toLowerCase()).values()]
    .filter((same) => same.length > 1)
    .map((same) => ({ where: same.map(({ code }) => code).join(' '), what: `one title: ${same[0]?.title}` }));
}

interface Use {
  readonly family: string;
  readonly alias: Alias;
}

function sharedNames(library: CodeLibrary): Problem[] {
  const indexed = library.families.filter((family) => !isApart(family));
  const known = new Set(indexed.map(({ family }) => family));
  const uses: Use[] = [
    ...indexed.flatMap(({ family, names }) => names.map((alias) => ({ family, alias }))),
    ...library.codes
      .filter(({ family }) => known.has(family))
      .flatMap(({ family, aliases }) => aliases.map((alias) => ({ family, alias }))),
  ];
  const byWords = Map.groupBy(uses, ({ alias }) => [...new Set(stemsOf(alias.text))].sort().join(' '));
  return [...byWords.values()].flatMap((same) => {
    const open = same.filter(({ alias }) => alias.ambiguousWith.length === 0);
    const clash = same.find(({ family }) =>
      open.some((use) => use.family !== family && overlap(use.family, family, library)),
    );
    const families = [...new Set(same.map(({ family }) => family))];
    return clash === undefined || open.length === 0
      ? []
      : [{ where: families.join(' '), what: `name "${clash.alias.text}" is not declared ambiguous` }];
  });
}

/** A family of last year and its successor may share their names. */
function overlap(one: string, other: string, library: CodeLibrary): boolean {
  const [a, b] = [lifeOf(one, library), lifeOf(other, library)];
  return a.from <= b.to && b.from <= a.to;
}

function lifeOf(family: string, { codes, families }: CodeLibrary): { readonly from: string; readonly to: string } {
  const own = families.find((each) => each.family === family);
  const members = codes.filter((code) => code.family === family);
  const froms = members.map((code) => code.validFrom ?? own?.validFrom ?? '');
  const tos = members.map((code) => code.validTo ?? own?.validTo ?? '9999');
  return { from: froms.toSorted()[0] ?? '', to: tos.toSorted().at(-1) ?? '9999' };
}
