import { type Amendment, withSendersWords } from '../core/amend/amend-note.ts';
import { auditClaim, auditCorrection } from '../core/audit/audit-claim.ts';
import { withAuditVerdict } from '../core/audit/audit-verdict.ts';
import { verdictOf } from '../core/draft/verdict.ts';
import { verifyChoice } from '../core/draft/verify-draft.ts';
import { partsOf } from '../core/mail/case-text/case-parts.ts';
import type { Answer, AnswerOrigin } from '../core/model/consultation.ts';
import type { ClaimLine, Draft } from '../core/model/draft.ts';
import { withOfficialTitles } from '../core/question/official-titles.ts';
import type { EngineLibrary } from '../core/retrieve/engine-library.ts';
import { applyRules as check } from '../core/rules/apply-rules.ts';
import type { CheckedCase } from './apply-rules.ts';
import type { DraftModel } from './model-port.ts';
import type { Trace } from './trace.ts';

type DraftedBy = AnswerOrigin['draftedBy'];

/** Lets a model, when there is one, choose among the candidates; what it cannot prove is dropped, and the rules run again. */
export async function draft(
  work: CheckedCase,
  limits: readonly string[],
  trace: Trace,
  ports: { readonly library: EngineLibrary; readonly model: DraftModel | undefined },
): Promise<Answer> {
  const { claim, draftedBy } = await choose(work, trace, ports);
  const { billed, correction, note, extracted: extract, settings, official } = work;
  const context = { note, extract, library: ports.library, settings, official };
  const audit = billed === undefined ? undefined : auditClaim(billed, claim, context);
  return {
    kind: 'case',
    ...claim,
    lines: quoting(withOfficialTitles(claim.lines, official.cptTitles, 'short'), work.amendments),
    verdict: withAuditVerdict(audit, verdictOf(claim)),
    settings,
    parts: partsOf(note.text),
    audit,
    ...(correction && { correction: auditCorrection(correction, claim, context) }),
    origin: { draftedBy, limits, editions: editionNames(work, ports.library), traceId: trace.id },
  };
}

async function choose(
  work: CheckedCase,
  trace: Trace,
  { library, model }: { readonly library: EngineLibrary; readonly model: DraftModel | undefined },
): Promise<{ readonly claim: Draft; readonly draftedBy: DraftedBy }> {
  const { note, candidates, floor, extracted, settings, official } = work;
  // A model chooses among operations; the anesthetic follows from them by rule.
  if (model === undefined || settings.role.value === 'anesthesia') return { claim: floor, draftedBy: 'deterministic' };
  const describe = new Map(
    candidates.flatMap(({ code }) => {
      const record = library.find(code);
      return record === undefined ? [] : [[code as string, { title: record.title, says: record.says }] as const];
    }),
  );
  const outcome = await model.choose({ note, candidates, describe, findings: floor.findings, draft: floor });
  if (outcome.outcome === 'failed') {
    trace.note('model', { outcome: outcome.why, attempts: outcome.attempts });
    return { claim: floor, draftedBy: 'deterministic-after-model-failure' };
  }
  const verified = verifyChoice(outcome.choice, candidates, note, floor, describe);
  trace.note('model', {
    outcome: 'chosen',
    attempts: outcome.attempts,
    tokens: outcome.tokens,
    chosen: outcome.choice.lines.map((line) => line.code),
    dropped: verified.dropped,
  });
  const isBelieved = verified.dropped.length < outcome.choice.lines.length;
  const claim = check(verified.draft, { note, extract: extracted, library, settings, official });
  return isBelieved && claim.lines.length > 0
    ? { claim, draftedBy: 'model' }
    : { claim: floor, draftedBy: 'deterministic-after-model-failure' };
}

/** Lines whose quotes a follow-up changed quote the follow-up too. */
function quoting(lines: readonly ClaimLine[], amendments: readonly Amendment[]): readonly ClaimLine[] {
  return lines.map((line) => ({ ...line, evidence: withSendersWords(line.evidence, amendments) }));
}

function editionNames(work: CheckedCase, library: EngineLibrary): string[] {
  return [
    `CaseConsultant library ${library.library.edition}`,
    ...work.official.editions.map((edition) => edition.name),
  ];
}
