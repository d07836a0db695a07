import type { RenderedReply, ReplyContext } from '../core/model/consultation.ts';
import type { CaseKey, ConsultationId } from '../core/model/ids.ts';
import type { Claim } from './ports.ts';

/** What rendering and sending a reply need of the outside. */

export interface ReplyRenderer {
  render(context: ReplyContext): RenderedReply;
}

/** Who gets the reply and where it threads; read from the raw mail at the last moment, never stored in clear. */
export interface ReplyEnvelope {
  readonly to: string;
  /** Colleagues of the sender who get the reply too. */
  readonly copies: readonly string[];
  readonly inReplyTo: string | undefined;
  readonly references: readonly string[];
}

/** A composed mail, byte for byte what every try sends. */
export interface OutgoingMail {
  /** Deterministic per consultation, so that two tries are one mail to every reader. */
  readonly messageId: string;
  readonly envelopeFrom: string;
  readonly to: string;
  /** Everybody else in the envelope; absent in mails composed before there were any. */
  readonly copies?: readonly string[];
  readonly mime: Uint8Array;
}

export interface MailComposer {
  compose(reply: RenderedReply, envelope: ReplyEnvelope, caseKey: CaseKey, id: ConsultationId): Promise<OutgoingMail>;
}

export type SendOutcome =
  | { readonly outcome: 'sent'; readonly replyCode: number }
  /** Not accepted and safe to try again (4xx, or the line fell before DATA). */
  | {
      readonly outcome: 'retry';
      readonly replyCode: number | undefined;
      /** What else waits, since other mails would meet the same trouble. */
      readonly pause?: SendPause | undefined;
      readonly why: string;
      /** The copies were taken, and `to` alone was not: whatever comes next goes to nobody else. */
      readonly haveCopies?: true | undefined;
    }
  /** Refused for good (5xx, unless it is about the session or our account). */
  | {
      readonly outcome: 'refused';
      readonly replyCode: number;
      readonly why: string;
      readonly haveCopies?: true | undefined;
    }
  /** The line fell after DATA was accepted: it may have been delivered, so nobody sends it again by himself. */
  | { readonly outcome: 'unknown'; readonly why: string };

export interface SendPause {
  readonly scope: 'account' | 'domain';
  readonly kind: 'busy' | 'daily-limit';
}

export interface Postman {
  /** `beforeBody` runs after DATA was accepted and before the first byte of the body: commit the phase there. */
  send(mail: OutgoingMail, beforeBody: () => Promise<void>): Promise<SendOutcome>;
}

export type OutboxPhase = 'new' | 'data' | 'sent' | 'failed' | 'unknown';

/** A stored mail and how far its sending got. */
export interface PostedMail {
  readonly mail: OutgoingMail;
  readonly phase: OutboxPhase;
  /** Tries that ended with "later", and when the first of them did. */
  readonly tries: number;
  readonly firstTriedAt: Date | undefined;
}

export interface OutboxStore {
  /** Stores the composed mail once (encrypted); a second call returns what the first one stored. */
  put(claim: Claim, mail: OutgoingMail): Promise<PostedMail>;
  /** new -> data, committed; throws when the row is not `new` or the lease was lost. */
  enterData(claim: Claim): Promise<void>;
  /** `new`: the try is counted, and the mail gives up its turn. `left`: from now on the mail is this one. */
  settle(
    claim: Claim,
    phase: 'new' | 'sent' | 'failed' | 'unknown',
    replyCode: number | undefined,
    left?: OutgoingMail,
  ): Promise<void>;
  /** Forgets the tries of a mail that is given up: a person who releases it gives it a new life. */
  beginAgain(claim: Claim): Promise<void>;
}

/** Whom a pause concerns: everything that this account sends, or the mails to one domain. */
export type PauseScope = 'account' | { readonly domain: string };

/** Holds mails back, for all workers together. */
export interface SendingPace {
  /** Until when the account, or the account's mail to this domain, is paused; undefined when neither is. */
  pausedUntil(domain: string): Promise<Date | undefined>;
  /**
   * When this mail may go: turns of one domain lie `gapMs` apart. It keeps its turn until that is some seconds past;
   * asking again then gives a new one.
   */
  turn(claim: Claim, domain: string, gapMs: number): Promise<Date>;
  /** Begins a pause, each longer than the one before while nothing could be sent; returns its end. */
  pause(scope: PauseScope, length: { readonly firstMs: number; readonly longestMs: number }): Promise<Date>;
  /** A mail was taken: the next pause is a first one again. */
  accepted(domain: string): Promise<void>;
}
