import { faultCode } from '../../core/model/fault-code.ts';
import type { ConsultationId } from '../../core/model/ids.ts';
import type { Doorbell, Log, WorkStage } from '../../pipeline/ports.ts';
import { jobPayload, openQueue, type QueueBackend } from './backend.ts';

export interface ClosableDoorbell extends Doorbell {
  /** Throws within three seconds when the queue is unreachable. */
  probe(): Promise<void>;
  /** Close it after the listeners: a last stage may still ring for the next one. */
  close(): Promise<void>;
}

type OpenQueue = ReturnType<typeof openQueue>;

const RING_WITHIN_MS = 3_000;

/**
 * Rings through BullMQ; a queue is opened at its first ring. Ring after the commit.
 * Throws within three seconds when the queue is unreachable: nothing is lost, housekeeping rings again.
 */
export function createDoorbell(options: { readonly backend: QueueBackend; readonly log: Log }): ClosableDoorbell {
  const { backend, log } = options;
  const queues = new Map<WorkStage, OpenQueue>();
  const queueOf = (stage: WorkStage): OpenQueue => {
    const open = queues.get(stage) ?? openQueue(backend, stage);
    if (!queues.has(stage)) {
      queues.set(stage, open);
      open.on('error', (fault) => log.warn('queue unreachable for ringing', { stage, code: faultCode(fault) }));
    }
    return open;
  };

  return {
    ring: async (stage, id, delayMs = 0) => {
      const data = { consultationId: jobPayload.parse({ consultationId: id }).consultationId };
      const added = queueOf(stage).add(stage, data, { jobId: jobIdOf(stage, id, delayMs), delay: delayMs });
      await within(RING_WITHIN_MS, added);
    },
    probe: async () => {
      await within(RING_WITHIN_MS, queueOf('intake').getWaitingCount());
    },
    close: async () => {
      await Promise.allSettled([...queues.values()].map((queue) => queue.close()));
      queues.clear();
    },
  };
}

/**
 * One job for a stage of a consultation, however often it is rung. A later ring gets an id of its own: it is
 * made while the job of the present try is still active, and BullMQ ignores an id that it already has.
 * No colon: BullMQ refuses it.
 */
function jobIdOf(stage: WorkStage, id: ConsultationId, delayMs: number): string {
  return delayMs > 0 ? `${stage}-${id}-${Date.now() + delayMs}` : `${stage}-${id}`;
}

async function within(limitMs: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The queue did not answer in time')), limitMs);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
