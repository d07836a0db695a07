import { randomUUID } from 'node:crypto';
import type { ConsultationId } from '../../core/model/ids.ts';
import type { Claim, ConsultationStore } from '../../pipeline/ports.ts';
import type { MemoryConsultation, MemoryOptions } from './memory-consultation.ts';

export function createMemoryConsultations(
  { clock, leaseMs, attempts }: MemoryOptions,
  byId: ReadonlyMap<ConsultationId, MemoryConsultation>,
  receive: ConsultationStore['receive'],
): ConsultationStore {
  const leaseEnd = (): Date => new Date(clock.now().getTime() + leaseMs);

  /** Applies a change under the lease and gives it up; false when it was lost. */
  const endClaim = (claim: Claim, change: Partial<MemoryConsultation>): boolean => {
    const held = heldBy(byId, claim);
    if (held === undefined) return false;
    Object.assign(held, { notBefore: clock.now(), ...change, lease: undefined });
    return true;
  };

  const isDue = ({ status, notBefore, lease }: MemoryConsultation): boolean => {
    if (status === 'running') return lease !== undefined && lease.until <= clock.now();
    return status === 'waiting' && notBefore <= clock.now();
  };

  return {
    receive,
    claim: async (id, stage) => {
      const found = byId.get(id);
      if (found === undefined || found.stage !== stage || !isDue(found)) return undefined;
      if (found.attempts >= attempts) {
        Object.assign(found, { status: 'held', lease: undefined });
        return undefined;
      }
      const token = randomUUID();
      Object.assign(found, { status: 'running', attempts: found.attempts + 1, lease: { token, until: leaseEnd() } });
      const { caseKey, receivedOn } = found;
      return {
        id,
        caseKey,
        stage,
        attempt: found.attempts,
        token,
        receivedOn,
        oversizeBytes: found.mail.oversizeBytes,
      };
    },
    renew: async (claim) => {
      const held = heldBy(byId, claim);
      if (held?.lease === undefined) return false;
      held.lease.until = leaseEnd();
      return true;
    },
    rawMail: async (id) => byId.get(id)?.mail.source,
    codingInput: async (id) => byId.get(id)?.input,
    answer: async (id) => byId.get(id)?.answer,
    finishIntake: async (claim, result) => {
      switch (result.next) {
        case 'coding':
          return endClaim(claim, { status: 'waiting', stage: 'coding', attempts: 0, input: result.input });
        case 'reply':
          return endClaim(claim, { status: 'waiting', stage: 'reply', attempts: 0, answer: result.answer });
        case 'nothing':
          return endClaim(claim, { status: 'closed' });
      }
    },
    finishCoding: async (claim, answer) => endClaim(claim, { status: 'waiting', stage: 'reply', attempts: 0, answer }),
    finishReply: async (claim, status) => endClaim(claim, { status }),
    release: async (claim, { notBefore }) => {
      const isHeld = claim.attempt >= attempts;
      endClaim(claim, { status: isHeld ? 'held' : 'waiting', notBefore });
      return isHeld ? 'held' : 'retry';
    },
    due: async (limit) =>
      [...byId.values()]
        .filter(isDue)
        .sort((a, b) => a.notBefore.getTime() - b.notBefore.getTime())
        .slice(0, limit)
        .map(({ id, stage }) => ({ id, stage })),
  };
}

function heldBy(byId: ReadonlyMap<ConsultationId, MemoryConsultation>, claim: Claim): MemoryConsultation | undefined {
  const found = byId.get(claim.id);
  return found?.stage === claim.stage && found.lease?.token === claim.token ? found : undefined;
}
