import type { ConsultationId } from '../../../src/core/model/ids.ts';
import type { ReportBook } from '../../../src/pipeline/report-port.ts';
import type { MemoryConsultation } from './memory-consultation.ts';

export function createReports(byId: ReadonlyMap<ConsultationId, MemoryConsultation>): ReportBook {
  const unwilling = new Set<string>();
  const nameOf = (address: string) => address.trim().toLowerCase();
  return {
    note: async ({ reply, says, status }) => {
      const found = [...byId.values()].find(
        ({ id, caseKey }) => id === reply.consultationId && caseKey === reply.caseKey,
      );
      if (found?.stage !== 'reply' || !['answered', 'held', 'failed', 'closed'].includes(found.status)) return false;
      if (says === 'failed' && found.status !== 'failed') {
        found.status = found.answer?.kind === 'notice' ? 'closed' : 'failed';
        found.reason = status === '' ? 'bounced' : `bounced (${status})`;
      }
      if (says === 'complaint' && found.sender !== undefined) unwilling.add(found.sender);
      return true;
    },
    isUnwilling: async (address) => unwilling.has(nameOf(address)),
    forgive: async (address) => void unwilling.delete(nameOf(address)),
  };
}
