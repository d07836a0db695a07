import type { CaseDesk } from '../../pipeline/desk-port.ts';
import type { MailboxStore } from '../../pipeline/mailbox-port.ts';
import type { ConsultationStore, SenderStore } from '../../pipeline/ports.ts';
import type { OutboxStore } from '../../pipeline/sending-port.ts';
import { createCaseDesk } from './case-desk.ts';
import { createConsultationStore } from './consultation-store.ts';
import { createMailboxStore } from './mailbox-store.ts';
import { createOutboxStore } from './outbox-store.ts';
import { createSenderStore } from './sender-store.ts';
import type { StoreContext } from './store-context.ts';

export interface Stores {
  readonly consultations: ConsultationStore;
  readonly senders: SenderStore;
  readonly mailboxes: MailboxStore;
  readonly outbox: OutboxStore;
  readonly desk: CaseDesk;
}

/** The stores of the pipeline on one PostgreSQL database. */
export function createStores(context: StoreContext): Stores {
  return {
    consultations: createConsultationStore(context),
    senders: createSenderStore(context),
    mailboxes: createMailboxStore(context),
    outbox: createOutboxStore(context),
    desk: createCaseDesk(context),
  };
}
