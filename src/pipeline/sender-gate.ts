import type { AnsweredMail } from '../core/mail/thread/thread.ts';
import type { NoticeKind } from '../core/model/consultation.ts';
import type { Confirmation, Counter, Identity } from '../core/model/sender.ts';
import type { SenderRules } from '../core/senders/sender-rules.ts';

/** Finds out who sent a mail: from what our receiving server wrote on top of it, or by its signatures. */
export interface SenderProof {
  /** `author`: the address in From. `isWhole` is false when the body was not fetched. Never throws for a bad mail. */
  prove(source: Uint8Array, author: string, isWhole: boolean): Promise<Identity>;
}

/** Who may ask, and what is known of the sender of one mail; every count is kept once per mail, however often it is tried. */
export interface SenderGate extends SenderProof {
  readonly rules: SenderRules;
  /** A person let this mail through. */
  readonly released: boolean;
  /** Counts the mail under every counter, also above the cap; the first counter that it exceeds. */
  arrive(counters: readonly Counter[]): Promise<Counter | undefined>;
  /** Counts an answer under all counters, or under none and tells which one is used up. */
  grant(counters: readonly Counter[]): Promise<Counter | undefined>;
  /** Whether this address answered the notice that asked it to: with this mail, or before. */
  confirm(address: string, answered: AnsweredMail | undefined): Promise<Confirmation>;
  /** Opens the mail that was answered with that notice; false when it is gone. */
  openConfirmed(asked: AnsweredMail): Promise<boolean>;
  /** True once per sender, kind and day. */
  mayNotify(address: string, kind: NoticeKind): Promise<boolean>;
}

/** Lets everything through: for a person who codes his own file. */
export const OPEN_GATE: SenderGate = {
  rules: {
    registered: { addresses: [], domains: [] },
    blocked: { addresses: [], domains: [] },
    unproven: 'answer',
    guest: { answers: 0, confirmedAnswers: 0 },
    perSender: { hour: 0, day: 0 },
    perDomain: { hour: 0, day: 0 },
    loopMails: 0,
  },
  released: true,
  prove: async () => ({ proof: 'pass' }),
  arrive: async () => undefined,
  grant: async () => undefined,
  confirm: async () => 'no',
  openConfirmed: async () => false,
  mayNotify: async () => true,
};
