import type { CodeLibrary, CodeRecord, FamilyRecord, Predicate } from '../../core/model/code-record.ts';

/** Something in the library that breaks its own rules. */
export interface Problem {
  readonly where: string;
  readonly what: string;
}

/** Rules of the records themselves: codes unique, cells complete and known, predicates and steps in the vocabulary. */
export function checkRecords(library: CodeLibrary): Problem[] {
  const families = new Map(library.families.map((family) => [family.family, family]));
  return [
    ...repeated(library.codes.map(({ code }) => code)).map((code) => ({
      where: code,
      what: 'stands in the library twice',
    })),
    ...repeated(library.families.map(({ family }) => family)).map((family) => ({
      where: family,
      what: 'family stands twice',
    })),
    ...library.families.flatMap((family) => checkFamily(family, library)),
    ...library.codes.flatMap((code) => checkCode(code, families.get(code.family), library)),
  ];
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}

function checkFamily(family: FamilyRecord, library: CodeLibrary): Problem[] {
  const at = (what: string): Problem => ({ where: family.family, what });
  const steps = new Set(library.includedSteps.map(({ id }) => id));
  return [
    ...unknownPredicates(family, library).map((name) => at(`predicate ${name} is not in the vocabulary`)),
    ...family.includes
      .filter((step) => !steps.has(step))
      .map((step) => at(`step ${step} is not in included-steps.yaml`)),
    ...family.ask.filter(({ text }) => namesCode(text)).map(({ id }) => at(`question ${id} names a code`)),
    ...(library.codes.some((code) => code.family === family.family) ? [] : [at('has no code')]),
  ];
}

function checkCode(code: CodeRecord, family: FamilyRecord | undefined, library: CodeLibrary): Problem[] {
  const at = (what: string): Problem => ({ where: code.code, what });
  if (family === undefined) return [at(`family ${code.family} does not exist`)];
  const steps = new Set(library.includedSteps.map(({ id }) => id));
  const problems = [
    ...unknownPredicates(code, library).map((name) => at(`predicate ${name} is not in the vocabulary`)),
    ...code.includes.filter((step) => !steps.has(step)).map((step) => at(`step ${step} is not in included-steps.yaml`)),
    ...code.ask.filter(({ text }) => namesCode(text)).map(({ id }) => at(`question ${id} names a code`)),
    ...Object.keys(code.cell)
      .filter((axis) => family.axes[axis] === undefined)
      .map((axis) => at(`cell names axis ${axis}, which ${family.family} lacks`)),
  ];
  for (const [axis, definition] of Object.entries(family.axes)) {
    const known =
      definition.kind === 'cue'
        ? definition.values.map(({ value }) => value)
        : definition.bands.map(({ value }) => value);
    const told = code.cell[axis];
    if (told === undefined && code.role === 'primary') problems.push(at(`cell lacks axis ${axis}`));
    for (const value of told ?? []) if (!known.includes(value)) problems.push(at(`${axis} has no value ${value}`));
  }
  return problems;
}

function unknownPredicates(
  { needs, forbids }: { needs: readonly Predicate[]; forbids: readonly Predicate[] },
  library: CodeLibrary,
): string[] {
  return [...needs, ...forbids].flatMap(({ facet, values }) =>
    values
      .filter((value) => !library.vocabulary.some((entry) => entry.facet === facet && entry.value === value))
      .map((value) => `${facet}=${value}`),
  );
}

/** Questions to a surgeon never name a code. */
function namesCode(text: string): boolean {
  return /\b\d{5}\b|\b[A-Z]\d{4}\b/.test(text);
}
