import type { ConsultationStore, Doorbell, Log, ReceivedMail, ReceiveOutcome } from './ports.ts';
import { ringOrLeave } from './ring.ts';

/**
 * Commits a mail with its source, then rings for intake and returns without waiting for the bell: the next mail can be
 * committed meanwhile. A mail that is known already changes nothing.
 */
export async function receive(
  mail: ReceivedMail,
  ports: { readonly store: ConsultationStore; readonly doorbell: Doorbell; readonly log: Log },
): Promise<ReceiveOutcome> {
  const received = await ports.store.receive(mail);
  ports.log.info(received.outcome === 'new' ? 'mail received' : 'duplicate mail, not worked on again', {
    consultationId: received.id,
    sizeBytes: mail.source.length,
  });
  if (received.outcome === 'new') void ringOrLeave('intake', received.id, ports);
  return received;
}
