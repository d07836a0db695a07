import type { NoticeKind } from '../../../core/model/consultation.ts';

/** One notice a sender got; `day` is `YYYY-MM-DD` in UTC and is only written and compared. */
export interface SenderNoticeTable {
  readonly sender_hmac: string;
  readonly kind: NoticeKind;
  readonly day: string;
  readonly consultation_id: string;
}
