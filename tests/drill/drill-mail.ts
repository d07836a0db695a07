/** What has to become of a mail. */
export type Expected =
  /** Exactly one reply, or none and its delivery held as unknown. */
  | 'reply'
  /** No reply: a machine, nobody to answer, or thanks. */
  | 'silence'
  /** One notice for all mails of this sender on one day. */
  | 'one notice a day'
  /** The mail server refuses its address for good: listed as failed. */
  | 'refused';

/** What the script does with the first reply to a mail. */
export const ANSWERS = [
  'new facts',
  'a setting',
  'a question about it',
  'thanks',
  'absence notice',
  'bounce',
  'delay notice',
  'abuse report',
  'our reply come back',
  'our reply, headers stripped',
  'our reply, sender rewritten',
  'loop',
] as const;
export type AnswerKind = (typeof ANSWERS)[number];

export interface DrillMail {
  /** Stands in the header `X-Drill`, if the mail has headers at all. */
  readonly id: string;
  /** Its row in the tally. */
  readonly kind: string;
  readonly from: string;
  /** Without angle brackets; undefined for a mail that has none. */
  readonly messageId: string | undefined;
  readonly source: Buffer;
  readonly expected: Expected;
  /** How the very same mail comes again. */
  readonly again: 'never' | 'delivered twice' | 'copied in the mailbox';
  /** Words that nobody may find in a log. */
  readonly planted: readonly string[];
  readonly answered: AnswerKind | undefined;
  /** SMTP's sender; empty for what nobody may answer (RFC 5321, section 4.5.5). */
  readonly envelopeFrom: string;
  /** The mail whose reply did not arrive, as this report tells. */
  readonly bounceOf: DrillMail | undefined;
}

/** A reply belongs to the mail with this key: whom it goes to, and which Message-ID it answers. */
export function replyKey(address: string, messageId: string | undefined): string {
  return `${address.toLowerCase()} ${messageId ?? ''}`;
}
