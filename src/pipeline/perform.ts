import { NOBODY_TO_ADDRESS } from '../core/model/attention.ts';
import type { ConsultationId } from '../core/model/ids.ts';
import type { Counter } from '../core/model/sender.ts';
import { type CodingPorts, coding, type IntakePorts, intake } from './consult.ts';
import type { CaseBook } from './follow-up.ts';
import { reportsFor } from './hear-back.ts';
import type { Claim, Clock, ConsultationStore, Doorbell, Log, WorkStage } from './ports.ts';
import { type RenderPorts, render } from './render.ts';
import type { ReportBook } from './report-port.ts';
import { retryDelayMs } from './retry-policy.ts';
import { ringOrLeave } from './ring.ts';
import { type SendPorts, send } from './send.ts';
import type { SenderGate } from './sender-gate.ts';
import { tellChanges } from './tell-changes.ts';
import { TryAgain } from './try-again.ts';

/** What a stage leaves behind after its commit: who is to be rung, if anybody. */
type Rings = WorkStage | undefined;

export interface PerformPorts {
  readonly store: ConsultationStore;
  readonly doorbell: Doorbell;
  readonly log: Log;
  readonly clock: Clock;
  /** Milliseconds between two renewals of the lease. */
  readonly renewEveryMs: number;
}

/**
 * Does one stage of one consultation: claim (the attempt is counted first), work under a renewed lease, one commit,
 * then the bell for the next stage. Called at least once per ring; a second call while the first runs does nothing.
 */
export async function perform(
  stage: WorkStage,
  id: ConsultationId,
  work: (claim: Claim) => Promise<Rings>,
  ports: PerformPorts,
): Promise<void> {
  const { store, log, clock } = ports;
  const claim = await store.claim(id, stage);
  if (claim === undefined) return;
  const renewal = setInterval(() => void store.renew(claim).catch(() => false), ports.renewEveryMs);
  const startedAt = clock.now().getTime();
  try {
    const rings = await work(claim);
    log.info('stage finished', { consultationId: id, stage, durationMs: clock.now().getTime() - startedAt });
    if (rings !== undefined) await ringOrLeave(rings, id, ports);
  } catch (fault) {
    const reason = fault instanceof TryAgain ? fault.message : faultName(fault);
    const until = fault instanceof TryAgain ? fault.until : undefined;
    const now = clock.now().getTime();
    const delayMs = until === undefined ? retryDelayMs(claim.attempt) : Math.max(0, until.getTime() - now);
    const decided = await store.release(claim, {
      reason,
      notBefore: new Date(now + delayMs),
      isWait: until !== undefined,
    });
    const fields = { consultationId: id, stage, attempt: claim.attempt, reason };
    if (decided === 'held') log.error('consultation held after its last attempt', fields);
    else {
      log.warn(until === undefined ? 'stage will be tried again' : 'stage waits', { ...fields, delayMs });
      await ringOrLeave(stage, id, ports, delayMs);
    }
  } finally {
    clearInterval(renewal);
  }
}

/** Class and code of a fault; its message may hold text of a mail and is not looked at. */
function faultName(fault: unknown): string {
  if (!(fault instanceof Error)) return 'fault';
  const code = 'code' in fault && typeof fault.code === 'string' ? ` ${fault.code}` : '';
  return `${fault.name}${code}`;
}

export type IntakeWorkPorts = Omit<IntakePorts, 'gate' | 'cases' | 'reports'> & {
  readonly store: ConsultationStore;
  readonly gateFor: (claim: Claim) => SenderGate;
  readonly reports: ReportBook;
  readonly log: Log;
};

export async function performIntake(claim: Claim, ports: IntakeWorkPorts): Promise<Rings> {
  const source = await ports.store.rawMail(claim.id);
  const cases: CaseBook = { enter: (entry) => ports.store.enterCase(claim, entry) };
  const result =
    source === undefined
      ? ({ next: 'nothing', verdict: 'unreadable', reason: 'the raw mail was purged' } as const)
      : await intake(
          { source, ...claim },
          { ...ports, cases, gate: ports.gateFor(claim), reports: reportsFor(claim, ports.reports) },
        );
  const committed = await ports.store.finishIntake(claim, result);
  if (!committed || result.next === 'nothing') return undefined;
  if (result.next !== 'review') return result.next;
  ports.log.warn('consultation held for review', { consultationId: claim.id, reason: result.reason });
  return undefined;
}

export async function performCoding(
  claim: Claim,
  ports: CodingPorts & { readonly store: ConsultationStore },
): Promise<Rings> {
  const input = await ports.store.codingInput(claim.id);
  if (input === undefined) throw new TryAgain('no input stored');
  const { answer, trace } = await coding(input, claim.id, ports);
  const told = tellChanges(answer, input, await ports.store.answerBefore(claim.id));
  return (await ports.store.finishCoding(claim, told, trace)) ? 'reply' : undefined;
}

export type ReplyWorkPorts = SendPorts &
  RenderPorts & {
    readonly store: ConsultationStore;
    readonly log: Log;
    /** Counts the reply, once per consultation; the cap that it is above. */
    readonly cap: (claim: Claim, to: string) => Promise<Counter | undefined>;
  };

export async function performReply(claim: Claim, ports: ReplyWorkPorts): Promise<Rings> {
  const [input, source] = await Promise.all([ports.store.replyInput(claim.id), ports.store.rawMail(claim.id)]);
  if (input === undefined) throw new TryAgain('no answer stored');
  const addressed = source && (await render({ ...input, caseKey: claim.caseKey }, source, ports));
  if (addressed === undefined) {
    await ports.store.finishReply(claim, 'held', NOBODY_TO_ADDRESS);
    return undefined;
  }
  const exceeded = claim.released ? undefined : await ports.cap(claim, addressed.envelope.to);
  if (exceeded !== undefined) {
    const reason = `perhaps a loop: more than ${exceeded.most} ${exceeded.what}`;
    ports.log.error('reply held: perhaps a loop', { consultationId: claim.id, reason });
    await ports.store.finishReply(claim, 'held', reason);
    return undefined;
  }
  const delivered = await send(claim, addressed, ports);
  switch (delivered.delivery) {
    case 'sent':
      await ports.store.finishReply(claim, 'answered', 'sent');
      return undefined;
    case 'wait':
      throw new TryAgain(delivered.why, delivered.until);
    case 'given-up':
      ports.log.error('no mail server took the reply: held for a person', {
        consultationId: claim.id,
        reason: delivered.why,
      });
      await ports.store.finishReply(claim, 'held', delivered.why);
      return undefined;
    case 'refused':
      ports.log.error('the mail server refused the reply', { consultationId: claim.id, reason: delivered.why });
      await ports.store.finishReply(claim, 'failed', delivered.why);
      return undefined;
    case 'unknown':
      ports.log.error('delivery unknown: held for a person', { consultationId: claim.id, reason: delivered.why });
      await ports.store.finishReply(claim, 'held', delivered.why);
      return undefined;
  }
}
