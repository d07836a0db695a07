import { setTimeout as sleep } from 'node:timers/promises';
import { faultCode } from '../../core/model/fault-code.ts';
import type { ConsultationId } from '../../core/model/ids.ts';
import type { Log, WorkStage } from '../../pipeline/ports.ts';
import { jobPayload, openWorker, type QueueBackend } from './backend.ts';

export interface ListenOptions {
  readonly backend: QueueBackend;
  readonly log: Log;
  /** Jobs of this stage at a time in this process. @default 1 */
  readonly concurrency?: number;
}

export interface Listener {
  /** Resolves once the queue is reachable and jobs are taken. */
  readonly ready: Promise<void>;
  /**
   * Takes no new job, gives the running ones `deadlineMs` to end, then lets go: what is unfinished is delivered
   * again to another worker. Idempotent.
   */
  close(deadlineMs: number): Promise<void>;
}

/**
 * Performs a stage for every ring. A handler may be called twice for one ring (a lost lock, a killed worker), so
 * it claims first. A handler that throws ends its job; housekeeping rings again when work is left.
 */
export function listen(
  stage: WorkStage,
  handler: (id: ConsultationId) => Promise<void>,
  { backend, log, concurrency = 1 }: ListenOptions,
): Listener {
  const perform = async (data: unknown): Promise<void> => {
    const payload = jobPayload.safeParse(data);
    if (payload.success) await handler(payload.data.consultationId);
    else log.error('a job without a consultation id was dropped', { stage });
  };
  const worker = openWorker(backend, stage, perform, concurrency);
  worker.on('error', (fault) => log.warn('queue unreachable for listening', { stage, code: faultCode(fault) }));
  worker.on('failed', (_job, fault) => log.error('stage fault', { stage, code: faultCode(fault) }));

  const close = async (deadlineMs: number): Promise<void> => {
    // `close()` cannot be cut short once it waits; pausing can.
    const patience = new AbortController();
    const late = sleep(deadlineMs, undefined, { signal: patience.signal }).catch(() => undefined);
    await Promise.race([worker.pause().catch(() => undefined), late]);
    patience.abort();
    await worker.close(true);
  };
  const ready = worker.waitUntilReady().then(() => undefined);
  // Told by the `error` event too; not everybody waits for it.
  ready.catch(() => undefined);
  let closed: Promise<void> | undefined;
  return {
    ready,
    close: (deadlineMs) => {
      closed ??= close(deadlineMs);
      return closed;
    },
  };
}
