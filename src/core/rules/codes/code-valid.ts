import { faultOn, lifeOf } from '../../check/code-life.ts';
import { listingOf } from '../../check/listing.ts';
import type { ClaimLine, Finding } from '../../model/draft.ts';
import { finding, librarySource, mapLines, type Rule, type RuleContext, type Source, withoutLines } from '../rule.ts';

const AUTHORITY = 'CPT and HCPCS code sets by date';

/** Why a code may not be billed on the day. `certain`: it goes; `unknown`: it waits; `unlisted`: only told. */
interface Fault {
  readonly kind: 'certain' | 'unknown' | 'unlisted';
  readonly source: Source;
  readonly reason: string;
}

/**
 * The code is valid on the date of service: by our library, by the fee schedule and by HCPCS. A deleted one goes and
 * names its successors; one that nobody here knows waits.
 */
export const codeValid: Rule = (draft, context) => {
  const faults = new Map<ClaimLine, Fault>();
  for (const line of draft.lines) {
    const fault = faultOf(line.code, context);
    if (fault !== undefined) faults.set(line, fault);
  }
  const gone = [...faults].filter(([, { kind }]) => kind === 'certain').map(([line, { reason }]) => ({ line, reason }));
  const waiting = mapLines(withoutLines(draft, gone), (line) => {
    const fault = faults.get(line);
    return fault?.kind === 'unknown' ? { ...line, held: line.held ?? fault.reason } : line;
  });
  return { draft: waiting, findings: [...faults].map(([{ code }, fault]) => told(code, fault)) };
};

const SEVERITY = { certain: 'F', unknown: 'W', unlisted: 'I' } as const;

function told(code: string, { kind, source, reason }: Fault): Finding {
  return finding('code-valid', SEVERITY[kind], source, AUTHORITY, `${code}: ${reason}`, [code]);
}

function faultOf(code: string, context: RuleContext): Fault | undefined {
  const { library, official, settings } = context;
  const day = settings.dateOfService.value;
  const ended = faultOn(lifeOf(code, library), day);
  if (ended !== undefined) return { kind: 'certain', source: librarySource(context), reason: ended };
  const listing = listingOf(code, official, day);
  const isOurs = library.find(code) !== undefined;
  if (listing?.fault === undefined) {
    if (isOurs || listing !== undefined) return undefined;
    const source: Source = { state: 'not-checked', edition: 'none loaded' };
    return { kind: 'unknown', source, reason: 'not in our library, and no list of codes is loaded to check it' };
  }
  const { source, fault } = listing;
  if (source.state === 'checked' || fault.startsWith('ended')) return { kind: 'certain', source, reason: fault };
  return isOurs
    ? {
        kind: 'unlisted',
        source: { ...source, state: 'not-checked' },
        reason: `status and values not checked, ${fault}`,
      }
    : { kind: 'unknown', source, reason: fault };
}
