import { randomUUID } from 'node:crypto';
import type { AnsweredMail } from '../../../src/core/mail/thread/thread.ts';
import type { CaseAnswer } from '../../../src/core/model/consultation.ts';
import type { ConsultationId } from '../../../src/core/model/ids.ts';
import type { CaseEntry, Claim, ConsultationStore, EnteredCase } from '../../../src/pipeline/ports.ts';
import type { MemoryConsultation, MemoryOptions } from './memory-consultation.ts';

export function createMemoryConsultations(
  { clock, leaseMs, attempts }: MemoryOptions,
  byId: Map<ConsultationId, MemoryConsultation>,
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

  const isBusy = ({ status, lease }: MemoryConsultation): boolean =>
    status === 'running' && lease !== undefined && lease.until > clock.now();
  const isDue = (found: MemoryConsultation): boolean => {
    if (mailsOfCase(byId, found.caseKey).some(isBusy)) return false;
    return found.status === 'running' || (found.status === 'waiting' && found.notBefore <= clock.now());
  };

  return {
    receive,
    claim: async (id, stage) => {
      const found = byId.get(id);
      if (found === undefined || found.stage !== stage || !isDue(found)) return undefined;
      if (found.attempts >= attempts) {
        Object.assign(found, { status: 'held', reason: 'attempts used up', lease: undefined });
        return undefined;
      }
      const token = randomUUID();
      Object.assign(found, { status: 'running', attempts: found.attempts + 1, lease: { token, until: leaseEnd() } });
      const { caseKey, receivedAt, arrivedAt, receivedOn } = found;
      return {
        id,
        caseKey,
        stage,
        attempt: found.attempts,
        token,
        receivedAt,
        arrivedAt,
        receivedOn,
        oversizeBytes: found.mail.oversizeBytes,
        released: found.released,
      };
    },
    renew: async (claim) => {
      const held = heldBy(byId, claim);
      if (held?.lease === undefined) return false;
      held.lease.until = leaseEnd();
      return true;
    },
    rawMail: async (id) => byId.get(id)?.mail.source,
    enterCase: async (claim, entry) => {
      const own = heldBy(byId, claim);
      if (own === undefined) throw new Error('The lease of this stage was lost');
      return enterCase(byId, own, entry, isBusy);
    },
    openConfirmed: async (asked) => openConfirmed(byId, asked, clock.now()),
    answerBefore: async (id) => answerBefore(byId, id),
    codingInput: async (id) => byId.get(id)?.input,
    replyInput: async (id) => {
      const { answer, subject } = byId.get(id) ?? {};
      return answer && { answer, subject };
    },
    finishIntake: async (claim, result) => {
      switch (result.next) {
        case 'coding':
          return endClaim(claim, {
            status: 'waiting',
            stage: 'coding',
            attempts: 0,
            input: result.input,
            verdict: result.verdict,
            subject: result.subject,
          });
        case 'reply':
          return endClaim(claim, {
            status: 'waiting',
            stage: 'reply',
            attempts: 0,
            answer: result.answer,
            verdict: result.verdict,
          });
        case 'review':
          return endClaim(claim, { status: 'held', verdict: result.verdict, reason: result.reason });
        case 'nothing':
          return endClaim(claim, { status: 'closed', verdict: result.verdict, reason: result.reason });
      }
    },
    finishCoding: async (claim, answer) => endClaim(claim, { status: 'waiting', stage: 'reply', attempts: 0, answer }),
    finishReply: async (claim, status, reason) => endClaim(claim, { status, reason }),
    release: async (claim, { notBefore, reason, isWait = false }) => {
      const isHeld = !isWait && claim.attempt >= attempts;
      const left = isWait ? { attempts: claim.attempt - 1 } : {};
      endClaim(claim, { status: isHeld ? 'held' : 'waiting', notBefore, reason, ...left });
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

function enterCase(
  byId: ReadonlyMap<ConsultationId, MemoryConsultation>,
  own: MemoryConsultation,
  { sender, domain, answers }: CaseEntry,
  isBusy: (other: MemoryConsultation) => boolean,
): EnteredCase {
  own.sender = sender.trim().toLowerCase();
  own.domain = domain;
  const answered = mailsOfCase(byId, answers?.caseKey).find(
    (one) =>
      one !== own &&
      (answers?.consultationId === undefined
        ? one.sender === own.sender
        : one.id === answers.consultationId &&
          (one.sender === own.sender || (domain !== undefined && one.domain === domain))),
  );
  if (answered === undefined) return { entered: 'own' };
  const others = mailsOfCase(byId, answered.caseKey).filter((other) => other !== own);
  if (others.some(isBusy)) return { entered: 'busy' };
  own.caseKey = answered.caseKey;
  own.sender = answered.sender;
  own.domain = answered.domain;
  const note = answers?.consultationId !== undefined && answered.input?.kind === 'case' ? noteOf(answered) : undefined;
  const earlier = others.findLast((one) => one.input?.kind === 'case' && (note === undefined || noteOf(one) === note));
  if (earlier?.input?.kind !== 'case') return { entered: 'joined', earlier: undefined };
  return { entered: 'joined', earlier: { ...earlier.input, noteOf: noteOf(earlier) } };
}

function openConfirmed(byId: Map<ConsultationId, MemoryConsultation>, asked: AnsweredMail, now: Date): boolean {
  const waiting = mailsOfCase(byId, asked.caseKey).find((one) => one.id === asked.consultationId);
  if (waiting?.answer?.kind !== 'notice' || waiting.answer.notice !== 'confirm') return false;
  if ([...byId.values()].some(({ rerunOf }) => rerunOf === waiting.id)) return true;
  const id = randomUUID() as string as ConsultationId;
  byId.set(id, {
    ...waiting,
    ...{ id, rerunOf: waiting.id, stage: 'intake', status: 'waiting', attempts: 0, notBefore: now, receivedAt: now },
    ...{
      verdict: undefined,
      reason: undefined,
      lease: undefined,
      subject: undefined,
      input: undefined,
      answer: undefined,
    },
  });
  return true;
}

function noteOf({ id, input }: MemoryConsultation): ConsultationId {
  return (input?.kind === 'case' ? input.noteOf : undefined) ?? id;
}

function answerBefore(
  byId: ReadonlyMap<ConsultationId, MemoryConsultation>,
  id: ConsultationId,
): CaseAnswer | undefined {
  const own = byId.get(id);
  if (own?.input?.kind !== 'case' || own.input.noteOf === undefined) return undefined;
  const note = own.input.noteOf;
  const before = mailsOfCase(byId, own.caseKey).findLast(
    (one) => one !== own && one.receivedAt <= own.receivedAt && one.answer?.kind === 'case' && noteOf(one) === note,
  );
  return before?.answer?.kind === 'case' ? before.answer : undefined;
}

/** Oldest first. */
function mailsOfCase(
  byId: ReadonlyMap<ConsultationId, MemoryConsultation>,
  caseKey: string | undefined,
): MemoryConsultation[] {
  return [...byId.values()].filter((one) => one.caseKey === caseKey);
}

function heldBy(byId: ReadonlyMap<ConsultationId, MemoryConsultation>, claim: Claim): MemoryConsultation | undefined {
  const found = byId.get(claim.id);
  return found?.stage === claim.stage && found.lease?.token === claim.token ? found : undefined;
}
