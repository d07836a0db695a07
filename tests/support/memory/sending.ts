import type { ConsultationId } from '../../../src/core/model/ids.ts';
import type { Claim, Clock } from '../../../src/pipeline/ports.ts';
import type {
  OutboxPhase,
  OutboxStore,
  OutgoingMail,
  PauseScope,
  SendingPace,
} from '../../../src/pipeline/sending-port.ts';
import type { MemoryConsultation } from './memory-consultation.ts';

type Consultations = ReadonlyMap<ConsultationId, MemoryConsultation>;

export interface OutboxRow {
  mail: OutgoingMail;
  phase: OutboxPhase;
  tries: number;
  firstTriedAt: Date | undefined;
}

export function createOutbox(byId: Consultations, rows: Map<ConsultationId, OutboxRow>, clock: Clock): OutboxStore {
  const leased = (claim: Claim) => {
    requireLease(byId, claim);
    return rows.get(claim.id);
  };
  return {
    put: async (claim, mail) => {
      const row = leased(claim) ?? { mail, phase: 'new', tries: 0, firstTriedAt: undefined };
      rows.set(claim.id, row);
      return { ...row };
    },
    enterData: async (claim) => {
      const row = leased(claim);
      if (row?.phase !== 'new') throw new Error('The reply is not new: it may have been sent');
      row.phase = 'data';
    },
    settle: async (claim, phase, _replyCode, left) => {
      const row = leased(claim);
      const isOpen = row?.phase === 'new' || row?.phase === 'data' || row?.phase === phase;
      if (row === undefined || !isOpen) throw new Error('The reply was settled otherwise');
      row.phase = phase;
      row.mail = left ?? row.mail;
      if (phase !== 'new') return;
      row.tries += 1;
      row.firstTriedAt ??= clock.now();
    },
    beginAgain: async (claim) => {
      const row = leased(claim);
      if (row?.phase !== 'new') throw new Error('The reply is not new: it may have been sent');
      Object.assign(row, { tries: 0, firstTriedAt: undefined });
    },
  };
}

const TURN_KEEPS_MS = 10_000;

export function createPace(byId: Consultations, clock: Clock): SendingPace {
  const pauses = new Map<string, { until: number; count: number }>();
  const nextTurns = new Map<string, number>();
  const turns = new Map<ConsultationId, number>();
  const now = () => clock.now().getTime();
  const nameOf = (scope: PauseScope) => (scope === 'account' ? scope : scope.domain.toLowerCase());
  return {
    pausedUntil: async (domain) => {
      const until = Math.max(...['account', domain].map((scope) => pauses.get(scope)?.until ?? 0));
      return until > now() ? new Date(until) : undefined;
    },
    turn: async (claim, domain, gapMs) => {
      requireLease(byId, claim);
      const kept = turns.get(claim.id);
      if (kept !== undefined && kept > now() - TURN_KEEPS_MS) return new Date(kept);
      const turnAt = Math.max(nextTurns.get(domain) ?? 0, now());
      nextTurns.set(domain, turnAt + gapMs);
      turns.set(claim.id, turnAt);
      return new Date(turnAt);
    },
    pause: async (scope, { firstMs, longestMs }) => {
      const before = pauses.get(nameOf(scope)) ?? { until: 0, count: 0 };
      if (before.until > now()) return new Date(before.until);
      const until = now() + Math.min(firstMs * 2 ** before.count, longestMs);
      pauses.set(nameOf(scope), { until, count: before.count + 1 });
      return new Date(until);
    },
    accepted: async (domain) => {
      for (const scope of ['account', domain]) {
        const pause = pauses.get(scope);
        if (pause !== undefined) pause.count = 0;
      }
    },
  };
}

function requireLease(byId: Consultations, claim: Claim): void {
  if (byId.get(claim.id)?.lease?.token !== claim.token) throw new Error('The lease of this stage was lost');
}
