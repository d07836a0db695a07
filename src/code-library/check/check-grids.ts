import type { CodeLibrary, CodeRecord } from '../../core/model/code-record.ts';
import type { Problem } from './check-library.ts';

/** Two codes never fill one cell of a grid, unless time, patient or facts of their own tell them apart. */
export function checkGrids(library: CodeLibrary): Problem[] {
  const families = new Map(library.families.map((family) => [family.family, family]));
  return [...Map.groupBy(library.codes, ({ family }) => family)].flatMap(([id, codes]) => {
    const axes = Object.keys(families.get(id)?.axes ?? {});
    const primaries = codes.filter(({ role }) => role === 'primary');
    return primaries.flatMap((one, at) =>
      primaries
        .slice(at + 1)
        .filter((other) => isSameCell(one, other, axes) && !isToldApart(one, other))
        .map((other) => ({ where: `${one.code} ${other.code}`, what: `fill one cell of ${id}` })),
    );
  });
}

function isSameCell(one: CodeRecord, other: CodeRecord, axes: readonly string[]): boolean {
  return axes.every((axis) => one.cell[axis]?.some((value) => other.cell[axis]?.includes(value)) === true);
}

function isToldApart(one: CodeRecord, other: CodeRecord): boolean {
  const own = ({ needs, forbids, favours, aliases }: CodeRecord): string =>
    JSON.stringify([needs, forbids, favours, aliases]);
  return own(one) !== own(other) || !isSamePatient(one, other) || !isSameTime(one, other);
}

function isSamePatient({ patient: a }: CodeRecord, { patient: b }: CodeRecord): boolean {
  if (a.sex !== undefined && b.sex !== undefined && a.sex !== b.sex) return false;
  return (a.ageBelow ?? 999) > (b.ageFrom ?? 0) && (b.ageBelow ?? 999) > (a.ageFrom ?? 0);
}

function isSameTime(a: CodeRecord, b: CodeRecord): boolean {
  return (a.validFrom ?? '') <= (b.validTo ?? '9999') && (b.validFrom ?? '') <= (a.validTo ?? '9999');
}
