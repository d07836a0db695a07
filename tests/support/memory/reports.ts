import type { ConsultationId } from '../../../src/core/model/ids.ts';
import type { ReportBook } from '../../../src/pipeline/report-port.ts';
import type { OutboxPhase } from '../../../src/pipeline/sending-port.ts';
import type { MemoryConsultation } from './memory-consultation.ts';

export function createReports(
  byId: ReadonlyMap<ConsultationId, MemoryConsultation>,
  outbox: ReadonlyMap<ConsultationId, { phase: OutboxPhase }>,
): ReportBook {
  const unwilling = new Set<string>();
  const nameOf = (address: string) => address.trim().toLowerCase();
  return {
    note: async ({ reply, says, status }) => {
      const found = [...byId.values()].find(
        ({ id, caseKey }) => id === reply.consultationId && caseKey === reply.caseKey,
      );
      const sending = found && outbox.get(found.id);
      if (found === undefined || sending === undefined || sending.phase === 'new') return 'no-such-reply';
      if (says === 'complaint' && found.sender !== undefined) unwilling.add(found.sender);
      if (says !== 'failed' || found.status === 'failed' || found.status === 'closed') return 'noted';
      if (found.status !== 'answered' && found.status !== 'held') return 'not-yet';
      found.status = found.answer?.kind === 'notice' ? 'closed' : 'failed';
      found.reason = status === '' ? 'bounced' : `bounced (${status})`;
      sending.phase = 'failed';
      return 'noted';
    },
    isUnwilling: async (address) => unwilling.has(nameOf(address)),
    forgive: async (address) => void unwilling.delete(nameOf(address)),
  };
}
