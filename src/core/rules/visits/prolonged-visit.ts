import type { ClaimLine, Draft } from '../../model/draft.ts';
import type { VisitTime } from '../../model/visit.ts';
import { prolongedParents, quartersFrom } from '../../visits/prolonged.ts';
import { finding, librarySource, mapLines, type Rule, type RuleContext, withoutLines } from '../rule.ts';
import { linesOfFamilies, visitOf } from './visit-of.ts';

const AUTHORITY = 'CPT prolonged services; CMS PFS final rules 2021 and 2023 (G2212, G0316-G0318)';
const CPT: readonly string[] = ['99417', '99418'];

/** A line that may not stand as it is: `units` may, none of them when 0. */
interface Fault {
  readonly line: ClaimLine;
  readonly units: number;
  readonly reason: string;
}

/** Prolonged time: the code of this payer, beside the highest code of its kind, as many quarters as are full. */
export const prolongedVisit: Rule = (draft, context) => {
  const lines = linesOfFamilies(draft, ['prolonged']).filter(({ code }) => prolongedParents(code).length > 0);
  const time = lines.length === 0 ? undefined : visitOf(draft, context)?.time;
  const faults = lines.flatMap((line) => faultOf(line, draft, time, context) ?? []);
  if (faults.length === 0) return { draft, findings: [] };
  const kept = withoutLines(
    draft,
    faults.filter(({ units }) => units === 0),
  );
  return {
    draft: mapLines(kept, (line) => ({
      ...line,
      units: faults.find((fault) => fault.line === line)?.units ?? line.units,
    })),
    findings: faults.map(({ line: { code }, reason }) =>
      finding('prolonged-visit', 'F', librarySource(context), AUTHORITY, `${code}: ${reason}`, [code]),
    ),
  };
};

function faultOf(line: ClaimLine, draft: Draft, time: VisitTime | undefined, context: RuleContext): Fault | undefined {
  const isMedicare = context.settings.payer.value === 'medicare';
  const isCpt = CPT.includes(line.code);
  if (isMedicare && isCpt)
    return { line, units: 0, reason: 'not for Medicare, which has G2212, G0316, G0317 and G0318' };
  if (!isMedicare && !isCpt) return { line, units: 0, reason: 'a code of Medicare; elsewhere 99417 or 99418' };
  const parents = prolongedParents(line.code);
  const beside = parents.find(({ parent }) => draft.lines.some(({ code }) => code === parent));
  if (beside === undefined) {
    return {
      line,
      units: 0,
      reason: `goes only beside ${parents.map(({ parent }) => parent).join(', ')}, the highest of their kind`,
    };
  }
  if (time === undefined) return { line, units: 0, reason: 'the note tells no minutes of the physician' };
  const full = quartersFrom(beside.from, time.minutes);
  if (line.units <= full) return undefined;
  return {
    line,
    units: full,
    reason: `beside ${beside.parent} the first quarter is full at ${beside.from} minutes; ${time.minutes} are told: x${full}`,
  };
}
