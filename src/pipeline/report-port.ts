import type { ReplyReport } from '../core/mail/bounce/reported-reply.ts';
import type { ConsultationId } from '../core/model/ids.ts';

/** What became of our replies, as their receivers tell it. */

/** With the consultation of the report itself. */
export type StampedReport = ReplyReport & { readonly by: ConsultationId };

/** `not-yet`: the reply's sending is still being recorded, so another try must note what the report says. */
export type Noted = 'noted' | 'not-yet' | 'no-such-reply';

export interface ReportBook {
  /**
   * Notes on the reply what a report says: a bounce makes it failed, a complaint makes its receiver unwilling, anything
   * else is only noted. Noting a report again changes nothing.
   */
  note(report: StampedReport): Promise<Noted>;
  /** This sender has complained of a reply, and no person has let a mail of his through since. */
  isUnwilling(address: string): Promise<boolean>;
  /** A person let a mail of this sender through. */
  forgive(address: string): Promise<void>;
}
