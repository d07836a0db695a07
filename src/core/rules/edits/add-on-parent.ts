import type { ProcedureCode } from '../../model/code.ts';
import type { ClaimLine, Draft, Finding } from '../../model/draft.ts';
import { finding, librarySource, mapLines, type Rule, type RuleContext, sourceOf, withoutLines } from '../rule.ts';

/** Every add-on has a parent on the claim: by the NCCI add-on file when it knows the code, else by the library. */
export const addOnParent: Rule = (draft, context) => {
  const parents = new Map<ClaimLine, ProcedureCode | undefined>();
  for (const line of draft.lines) if (isAddOn(line, context)) parents.set(line, parentOn(line, draft, context));
  const orphans = [...parents].filter(([, parent]) => parent === undefined).map(([line]) => line);
  const parented = mapLines(draft, (line) => (parents.has(line) ? { ...line, parent: parents.get(line) } : line));
  const lost = parented.lines.filter(
    ({ code, parent }) => parent === undefined && orphans.some((orphan) => orphan.code === code),
  );
  return {
    draft: withoutLines(
      parented,
      lost.map((line) => ({ line, reason: 'an add-on without the code it is added to' })),
    ),
    findings: findingsOf(parents.size, orphans, context),
  };
};

function isAddOn({ code }: ClaimLine, { library, official }: RuleContext): boolean {
  return (
    library.find(code)?.role === 'addOn' ||
    (library.find(code) === undefined && official.addOns.some(({ addOn }) => addOn === code))
  );
}

function parentOn(line: ClaimLine, { lines }: Draft, { library, official }: RuleContext): ProcedureCode | undefined {
  const primaries = lines.filter(({ code }) => library.find(code)?.role !== 'addOn');
  const listed = official.addOns.filter(({ addOn }) => addOn === line.code).map(({ primary }) => primary);
  const own = library.find(line.code)?.parents ?? [];
  const allowed = new Set([...listed, ...own]);
  const parent = primaries.find(({ code }) => allowed.has(code));
  if (parent !== undefined) return parent.code;
  const isOpen = allowed.size === 0 || listed.includes('CCCCC');
  return isOpen ? (line.parent ?? primaries[0]?.code) : undefined;
}

function findingsOf(addOns: number, orphans: readonly ClaimLine[], context: RuleContext): Finding[] {
  const source = sourceOf('aoc', context);
  const lost = orphans.map(({ code }) =>
    finding(
      'add-on-parent',
      'F',
      librarySource(context),
      'NCCI add-on code edits',
      `${code} is an add-on and its parent is not on the claim`,
      [code],
    ),
  );
  if (addOns === 0) return [];
  if (source.state === 'not-checked') {
    return [
      ...lost,
      finding(
        'add-on-parent',
        'I',
        source,
        'NCCI add-on code edits',
        'add-ons checked against the library only: no add-on file is loaded',
      ),
    ];
  }
  return orphans.length > 0
    ? lost
    : [finding('add-on-parent', 'I', source, 'NCCI add-on code edits', `${addOns} add-on(s) with their parent`)];
}
