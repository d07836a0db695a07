import type { ReplyReport } from '../core/mail/reported-reply.ts';
import type { ConsultationId } from '../core/model/ids.ts';

/** What became of our replies, as their receivers tell it. */

/** With the consultation of the report itself. */
export type StampedReport = ReplyReport & { readonly by: ConsultationId };

export interface ReportBook {
  /**
   * Notes on the reply what a report says: a bounce makes it failed, a complaint makes its receiver unwilling, anything
   * else is only noted. False when there is no such reply. Noting a report again changes nothing.
   */
  note(report: StampedReport): Promise<boolean>;
  /** This sender has complained of a reply, and no person has let a mail of his through since. */
  isUnwilling(address: string): Promise<boolean>;
  /** A person let a mail of this sender through. */
  forgive(address: string): Promise<void>;
}
