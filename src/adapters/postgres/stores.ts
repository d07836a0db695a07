import type { TokenStore } from '../../pipeline/access-token-port.ts';
import type { CaseDesk } from '../../pipeline/desk-port.ts';
import type { MailboxStore } from '../../pipeline/mailbox-port.ts';
import type { ConsultationStore, SenderStore } from '../../pipeline/ports.ts';
import type { ReportBook } from '../../pipeline/report-port.ts';
import type { OutboxStore, SendingPace } from '../../pipeline/sending-port.ts';
import { createCaseDesk } from './case-desk.ts';
import { createConsultationStore } from './consultation-store.ts';
import { createMailboxStore } from './mailbox-store.ts';
import { createOutboxStore } from './outbox-store.ts';
import { createReportBook } from './report-book.ts';
import { createSenderStore } from './sender-store.ts';
import { createSendingPace } from './sending-pace.ts';
import type { StoreContext } from './store-context.ts';
import { createTokenStore } from './token-store.ts';

export interface Stores {
  readonly consultations: ConsultationStore;
  readonly senders: SenderStore;
  readonly mailboxes: MailboxStore;
  readonly outbox: OutboxStore;
  readonly desk: CaseDesk;
  readonly pace: SendingPace;
  readonly reports: ReportBook;
  readonly tokens: TokenStore;
}

/** The stores of the pipeline on one PostgreSQL database. */
export function createStores(context: StoreContext): Stores {
  return {
    consultations: createConsultationStore(context),
    senders: createSenderStore(context),
    mailboxes: createMailboxStore(context),
    outbox: createOutboxStore(context),
    desk: createCaseDesk(context),
    pace: createSendingPace(context),
    reports: createReportBook(context),
    tokens: createTokenStore(context),
  };
}
