import { activePairs } from '../../check/pairs.ts';
import type { ClaimLine, Draft } from '../../model/draft.ts';
import { isEncounterCode, isVisitCode } from '../../visits/visit-codes.ts';
import {
  feeOf,
  finding,
  librarySource,
  type Rule,
  type RuleContext,
  type Source,
  sourceOf,
  withoutLines,
} from '../rule.ts';

const AUTHORITY = 'NCCI Policy Manual ch. I, section D; CMS Claims Processing Manual ch. 12, 40.2';
const OPENS: readonly string[] = ['25', '57'];
const MAJOR = '090';
const WITH_GLOBAL: readonly string[] = ['000', '010', MAJOR];

/**
 * A visit on the day of a procedure is part of it unless 25 (small procedures, and others with an edit to the visit) or
 * 57 (major operations) is earned. Without the modifier it is not billed.
 */
export const visitBesideProcedure: Rule = (draft, context) => {
  const dropped = draft.lines.flatMap((line) => {
    const procedure = procedureHolding(line, draft, context);
    return procedure === undefined ? [] : [{ line, procedure, reason: reasonOf(procedure, context) }];
  });
  if (dropped.length === 0) return { draft, findings: [] };
  const gone = new Set(dropped.map(({ line }) => line.code));
  const left = withoutOrphans(withoutLines(draft, dropped), gone);
  // What we drafted ourselves stands among what is not billed, with its reason.
  const told = draft.visit === undefined ? dropped : [];
  return {
    draft: { ...left, questions: left.questions.filter(({ id }) => !id.startsWith('visit-')) },
    findings: told.map(({ line, procedure, reason }) =>
      finding(
        'visit-beside-procedure',
        'F',
        sourceFor(procedure, context),
        AUTHORITY,
        `${line.code} not billed: ${reason}`,
        [line.code, procedure.code],
      ),
    ),
  };
};

/** The procedure of that day that the visit is part of. */
function procedureHolding(line: ClaimLine, { lines }: Draft, context: RuleContext): ClaimLine | undefined {
  if (!isEncounterCode(line.code) || line.modifiers.some((modifier) => OPENS.includes(modifier))) return undefined;
  return lines.find((other) => !isVisitCode(other.code) && takesVisit(other.code, line.code, context));
}

/** By its global days; without any, by an edit between the two; unknown to the fee schedule, when it is surgery. */
function takesVisit(code: string, visit: string, context: RuleContext): boolean {
  const days = feeOf(code, context)?.globalDays;
  if (days !== undefined && WITH_GLOBAL.includes(days)) return true;
  const { official, settings } = context;
  const isPaired = activePairs([code, visit], official, settings.dateOfService.value).some(
    ({ column1, column2 }) => column1 === code && column2 === visit,
  );
  return isPaired || (days === undefined && /^[1-6]\d{4}$/.test(code));
}

function sourceFor({ code }: ClaimLine, context: RuleContext): Source {
  return feeOf(code, context) === undefined ? librarySource(context) : sourceOf('pfs', context);
}

function reasonOf({ code }: ClaimLine, context: RuleContext): string {
  return feeOf(code, context)?.globalDays === MAJOR
    ? `on the day of ${code} or the day before it needs 57, the decision for the operation`
    : `on the day of ${code} it needs 25, work of its own beyond the procedure`;
}

/** What only adds to a visit goes with it. */
function withoutOrphans(draft: Draft, gone: ReadonlySet<string>): Draft {
  return { ...draft, lines: draft.lines.filter(({ parent }) => parent === undefined || !gone.has(parent)) };
}
