import { type AddOnEntry, ANY_PRIMARY, addOnEntry } from '../../check/add-ons.ts';
import type { ProcedureCode } from '../../model/code.ts';
import type { ClaimLine, Draft, Finding } from '../../model/draft.ts';
import { finding, librarySource, mapLines, type Rule, type RuleContext, sourceOf, withoutLines } from '../rule.ts';

const AUTHORITY = 'NCCI add-on code edits';

/** How an add-on stands on the claim. `colleague`: another physician may have billed its parent. */
interface Standing {
  readonly parent: ProcedureCode | undefined;
  readonly kind: 'listed' | 'contractor' | 'colleague' | 'orphan';
}

/**
 * Every add-on has a parent on the claim: by the NCCI list when it knows the code, else by the library. Type 1 has a
 * closed list; of type 2 and 3 the contractor may take further primaries.
 */
export const addOnParent: Rule = (draft, context) => {
  const standings = new Map<ClaimLine, Standing>();
  for (const line of draft.lines) if (isAddOn(line, context)) standings.set(line, standingOf(line, draft, context));
  const lost = [...standings].filter(([, { kind }]) => kind === 'orphan').map(([line]) => line);
  const kept = withoutLines(
    draft,
    lost.map((line) => ({ line, reason: 'an add-on without the code it is added to' })),
  );
  const parented = mapLines(kept, (line) => ({ ...line, parent: standings.get(line)?.parent ?? line.parent }));
  return { draft: parented, findings: findingsOf(standings, context) };
};

/** Added to visits by the fee schedule alone: neither the NCCI list nor CPT has a parent for them. */
const OUTSIDE_LIST: ReadonlySet<string> = new Set(['G0559', 'G2211']);

function isAddOn({ code }: ClaimLine, { library, official }: RuleContext): boolean {
  if (OUTSIDE_LIST.has(code)) return false;
  return library.find(code)?.role === 'addOn' || addOnEntry(code, official.addOns) !== undefined;
}

function standingOf(line: ClaimLine, { lines }: Draft, { library, official }: RuleContext): Standing {
  const primaries = lines.filter(({ code }) => library.find(code)?.role !== 'addOn' && code !== line.code);
  const entry = addOnEntry(line.code, official.addOns);
  const allowed = new Set([...(entry?.primaries ?? []), ...(library.find(line.code)?.parents ?? [])]);
  const parent = primaries.find(({ code }) => allowed.has(code));
  if (parent !== undefined) return { parent: parent.code, kind: 'listed' };
  const nearest = line.parent ?? primaries[0]?.code;
  if (isUnlisted(allowed, entry)) return nearest === undefined ? ORPHAN : { parent: nearest, kind: 'listed' };
  if (entry?.isOpen === true && nearest !== undefined) return { parent: nearest, kind: 'contractor' };
  return COLLEAGUES.has(line.code) ? { parent: undefined, kind: 'colleague' } : ORPHAN;
}

const ORPHAN: Standing = { parent: undefined, kind: 'orphan' };

/** Critical care by the minute goes on after a colleague of the same group and specialty (Medicare Claims Processing Manual, ch. 12, 30.6.12). */
const COLLEAGUES: ReadonlySet<string> = new Set(['99292']);

function isUnlisted(allowed: ReadonlySet<string>, entry: AddOnEntry | undefined): boolean {
  return allowed.size === 0 || entry?.primaries.includes(ANY_PRIMARY) === true;
}

function findingsOf(standings: ReadonlyMap<ClaimLine, Standing>, context: RuleContext): Finding[] {
  if (standings.size === 0) return [];
  const source = sourceOf('aoc', context);
  const told = [...standings].flatMap(([{ code }, { kind, parent }]) => {
    if (kind === 'listed') return [];
    const isListed = addOnEntry(code, context.official.addOns) !== undefined;
    return [
      finding(
        'add-on-parent',
        SEVERITY[kind],
        isListed ? source : librarySource(context),
        AUTHORITY,
        WORDS[kind](code, parent),
        [code],
      ),
    ];
  });
  if (source.state === 'not-checked') {
    const text = 'add-ons checked against the library only: no add-on file is loaded';
    return [...told, finding('add-on-parent', 'I', source, AUTHORITY, text)];
  }
  if (told.length > 0) return told;
  return [finding('add-on-parent', 'I', source, AUTHORITY, `${standings.size} add-on(s) with their parent`)];
}

const SEVERITY = { contractor: 'W', colleague: 'W', orphan: 'F' } as const;

const WORDS = {
  contractor: (code: string, parent: string | undefined) =>
    `${code} is an add-on and ${parent} is not among its listed parents; the contractor may accept it (type 3)`,
  colleague: (code: string) =>
    `${code} stands without its parent: only where a colleague of the same group and specialty billed the first time of that day`,
  orphan: (code: string) => `${code} is an add-on and its parent is not on the claim`,
} as const;
