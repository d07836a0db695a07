import { attentionOf } from '../../../src/core/model/attention.ts';
import { refusalOf } from '../../../src/core/model/decision.ts';
import type { ConsultationId } from '../../../src/core/model/ids.ts';
import type { CaseDesk, DeskEntry } from '../../../src/pipeline/desk-port.ts';
import type { Clock } from '../../../src/pipeline/ports.ts';
import type { OutboxPhase } from '../../../src/pipeline/sending-port.ts';
import type { MemoryConsultation } from './memory-consultation.ts';

export function createMemoryDesk(
  clock: Clock,
  byId: ReadonlyMap<ConsultationId, MemoryConsultation>,
  outbox: ReadonlyMap<ConsultationId, { phase: OutboxPhase }>,
): CaseDesk {
  const entryOf = (one: MemoryConsultation): DeskEntry => {
    const sending = outbox.get(one.id)?.phase;
    const { id, caseKey, stage, status, verdict, reason, attempts, receivedAt } = one;
    const attention = attentionOf({ stage, status, isJudged: verdict !== undefined, reason, sending });
    const times = { receivedAt, since: one.notBefore };
    return { id, caseKey, stage, status, verdict, reason, attempts, attention, sending, ...times, hasRawMail: true };
  };
  return {
    list: async (which) =>
      [...byId.values()]
        .map(entryOf)
        .filter(({ attention, status }) =>
          attention !== undefined ? true : which === 'open' && (status === 'waiting' || status === 'running'),
        ),
    decide: async (caseKey, decision, reason) => {
      const mails = [...byId.values()].filter((one) => one.caseKey === caseKey).map(entryOf);
      const newest = mails.at(-1);
      if (newest === undefined) return { outcome: 'refused', why: 'is not known' };
      const refusal = (entry: DeskEntry) => refusalOf(decision, { ...entry, isJudged: entry.verdict !== undefined });
      const waiting = mails.filter(({ attention }) => attention !== undefined);
      const fitting = waiting.filter((entry) => refusal(entry) === undefined);
      if (fitting.length === 0) return { outcome: 'refused', why: refusal(waiting.at(-1) ?? newest) ?? '' };
      for (const { id, sending } of fitting) {
        const one = byId.get(id);
        if (one === undefined) continue;
        if (decision === 'reject') {
          const told = reason === undefined ? 'rejected by a person' : `rejected by a person: ${reason}`;
          Object.assign(one, { status: 'closed', reason: told });
          continue;
        }
        Object.assign(one, { status: 'waiting', attempts: 0, notBefore: clock.now(), reason: undefined });
        if (decision === 'release') Object.assign(one, { released: true, verdict: undefined });
        const row = outbox.get(id);
        const isResent = decision === 'retry' ? sending === 'failed' : sending === 'data' || sending === 'unknown';
        if (row !== undefined && isResent) row.phase = 'new';
      }
      return { outcome: 'decided', count: fitting.length, rings: decision === 'reject' ? [] : fitting };
    },
  };
}
