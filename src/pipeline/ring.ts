import type { ConsultationId } from '../core/model/ids.ts';
import type { Doorbell, Log, WorkStage } from './ports.ts';

/** Rings after a commit. A queue that is away costs time, not work: housekeeping rings again for all that is due. */
export async function ringOrLeave(
  stage: WorkStage,
  id: ConsultationId,
  ports: { readonly doorbell: Doorbell; readonly log: Log },
  delayMs?: number,
): Promise<void> {
  try {
    await ports.doorbell.ring(stage, id, delayMs);
  } catch {
    ports.log.warn('the bell could not be rung; housekeeping will', { consultationId: id, stage });
  }
}
