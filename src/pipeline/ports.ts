import type { AnsweredMail, NamedCase } from '../core/mail/thread/thread.ts';
import type { Answer, CaseAnswer, NoticeKind } from '../core/model/consultation.ts';
import type { DeidentifiedNote, DeidentifiedText } from '../core/model/deidentified-note.ts';
import type { SenderCorrection, SenderFeedback } from '../core/model/feedback.ts';
import type { CaseKey, ConsultationId, IsoDate } from '../core/model/ids.ts';
import type { AttachmentPart, AttachmentText, InboundEmail } from '../core/model/inbound-email.ts';
import type { OfficialFacts } from '../core/model/official.ts';
import type { AuthenticationFacts, Confirmation, Counter, MailClient } from '../core/model/sender.ts';

/** What the pipeline needs of the outside. Each stage declares which of these it takes. */

/** The three stages that workers claim; receiving comes before, filing after. */
export type WorkStage = 'intake' | 'coding' | 'reply';
// ---- reading a mail -------------------------------------------------------------------------

export type MimeOutcome =
  | { readonly outcome: 'read'; readonly email: InboundEmail }
  | { readonly outcome: 'unreadable'; readonly why: 'too-slow' | 'too-large' | 'broken' };

/** Reads MIME source under a time and size budget, never blocking the caller's event loop. */
export interface MimeReader {
  read(source: Uint8Array): Promise<MimeOutcome>;
}

/** Looks up how the author's domain says its mail is known: DKIM, SPF and DMARC. Never throws for a bad mail. */
export interface Authenticator {
  /** Undefined when it took too long. */
  check(source: Uint8Array, client: MailClient | undefined): Promise<AuthenticationFacts | undefined>;
}

/** Turns one attachment into text, in a process that cannot hurt this one. Never throws for a bad file. */
export interface AttachmentReader {
  /** What all attachments of one mail together may take. */
  timeForMail(): ReadingTime;
  /** Counts `time` down; when it is up, files are `out-of-time`. @default the time of a whole mail */
  read(part: AttachmentPart, time?: ReadingTime): Promise<AttachmentText>;
}

/** Time spent reading; waiting for a free process is none. */
export interface ReadingTime {
  leftMs: number;
}

// ---- the truth: PostgreSQL ------------------------------------------------------------------

/** Where a mail lies in its mailbox (RFC 3501, section 2.3.1.1: a UID is only good with its UIDVALIDITY). */
export interface MailboxPlace {
  readonly mailbox: string;
  readonly uidValidity: bigint;
  readonly uid: number;
}

export interface ReceivedMail {
  readonly place: MailboxPlace;
  /** The untouched RFC 5322 source. */
  readonly source: Uint8Array;
  /** SHA-256 hex of the Message-ID, or undefined without one. */
  readonly messageIdHash: string | undefined;
  /** SHA-256 hex over From, Date and body: two mails with one Message-ID but other content are two mails. */
  readonly contentHash: string;
  /** RFC822.SIZE of a mail over the limit: then `source` holds its headers only. */
  readonly oversizeBytes: number | undefined;
  /** When the mail server took it in (INTERNALDATE, RFC 3501, section 2.3.3); undefined where it does not tell. */
  readonly arrivedAt: Date | undefined;
}

export type ReceiveOutcome =
  | { readonly outcome: 'new'; readonly id: ConsultationId }
  | { readonly outcome: 'duplicate'; readonly id: ConsultationId };

/** The right to do one stage of one consultation, until its lease ends. */
export interface Claim {
  readonly id: ConsultationId;
  readonly caseKey: CaseKey;
  readonly stage: WorkStage;
  /** 1 for the first try; counted before the work starts. */
  readonly attempt: number;
  /** Guards every later write: a worker whose lease was taken over changes nothing. */
  readonly token: string;
  readonly receivedAt: Date;
  /** When the mail came to its mailbox: never after `receivedAt`, long before it when we were away. */
  readonly arrivedAt: Date;
  readonly receivedOn: IsoDate;
  readonly oversizeBytes: number | undefined;
  /** A person let the mail through: identity, allowance and rates are no longer asked. Machines stay unanswered. */
  readonly released: boolean;
}

/** What coding works on: all of it de-identified. */
export type CodingInput =
  | {
      readonly kind: 'case';
      readonly note: DeidentifiedNote;
      /** The sender's own words around the note (settings, a question). */
      readonly senderText: DeidentifiedText;
      /** Said in the reply, e.g. "one attachment could not be read". */
      readonly limits: readonly string[];
      /** Day the mail was written: the date of service when nothing tells another. */
      readonly mailedOn: IsoDate;
      /** The date of service in the sender's own words, read before they were masked. */
      readonly toldDateOfService?: IsoDate | undefined;
      /** Set in a follow-up: the consultation whose mail brought the note. */
      readonly noteOf?: ConsultationId | undefined;
      /** What the newest mail of the thread tells, in its own words. */
      readonly told?: DeidentifiedText | undefined;
      /** Sentences of earlier mails that it takes back. */
      readonly takenBack?: readonly string[] | undefined;
      /** The codes that it would bill instead of ours. */
      readonly correction?: SenderCorrection | undefined;
    }
  | {
      readonly kind: 'question';
      readonly question: DeidentifiedText;
      readonly mailedOn: IsoDate;
      /** The day the question names ("is 99201 valid on ..."), read before it was masked. */
      readonly toldDateOfService?: IsoDate | undefined;
    };

export type CaseInput = Extract<CodingInput, { kind: 'case' }>;

/** What a mail says of its place among the cases. */
export interface CaseEntry {
  /** Address of the sender; only a keyed hash of it is kept. */
  readonly sender: string;
  /** The reply of ours that the mail answers, by its headers: anybody can write them. */
  readonly answers: NamedCase | undefined;
  /** The domain whose members work on cases together; undefined where an address stands for itself alone. */
  readonly domain?: string | undefined;
}

export type EnteredCase =
  /** A case of its own. */
  | { readonly entered: 'own' }
  /** The case of the answered reply, with what the note that it answers was coded from last. */
  | { readonly entered: 'joined'; readonly earlier: CaseInput | undefined }
  /** Another mail of that case is being worked on. */
  | { readonly entered: 'busy' };

export type IntakeResult =
  | {
      readonly next: 'coding';
      readonly input: CodingInput;
      readonly verdict: string;
      /** For the reply, masked with the names of the note. */
      readonly subject?: DeidentifiedText;
      readonly feedback?: SenderFeedback | undefined;
    }
  /** A notice instead of a coded answer. */
  | { readonly next: 'reply'; readonly answer: Answer; readonly verdict: string }
  /** Held for a person, who releases or rejects it; nobody is answered meanwhile. */
  | { readonly next: 'review'; readonly verdict: string; readonly reason: string }
  | {
      readonly next: 'nothing';
      readonly verdict: string;
      readonly reason: string;
      readonly feedback?: SenderFeedback | undefined;
    };

/** One step of the model chain or the engine, kept per case; holds codes, counts and de-identified text only. */
export interface TraceEntry {
  readonly step: string;
  readonly durationMs: number;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What a reply is rendered from: the answer, and the masked subject when intake has read a note or a question. */
export type ReplyInput = { readonly answer: Answer; readonly subject: DeidentifiedText | undefined };

export interface ConsultationStore {
  /** One transaction: message, encrypted raw mail, case, consultation waiting for intake. */
  receive(mail: ReceivedMail): Promise<ReceiveOutcome>;
  /** Takes the stage when it is due and nobody else has it; counts the attempt first. Undefined: nothing to do. */
  claim(id: ConsultationId, stage: WorkStage): Promise<Claim | undefined>;
  /** Prolongs the lease; false when it was lost. */
  renew(claim: Claim): Promise<boolean>;
  /** The decrypted source, or undefined when retention has purged it. */
  rawMail(id: ConsultationId): Promise<Uint8Array | undefined>;
  /** Notes whose case it is, or moves the consultation into the case it answers when that is the same sender's. */
  enterCase(claim: Claim, entry: CaseEntry): Promise<EnteredCase>;
  /**
   * Opens a mail that was answered with the notice to confirm once more, in its case: true when that is done now or was
   * before, false when there is no such mail any more. It is due at once; nobody is rung.
   */
  openConfirmed(asked: AnsweredMail): Promise<boolean>;
  codingInput(id: ConsultationId): Promise<CodingInput | undefined>;
  /** The newest answer to the same note that an earlier mail of the thread got; undefined when there is none. */
  answerBefore(id: ConsultationId): Promise<CaseAnswer | undefined>;
  /** Undefined before there is an answer. */
  replyInput(id: ConsultationId): Promise<ReplyInput | undefined>;
  /** Each `finish` commits the result and opens the next stage in one transaction; false when the lease was lost. */
  finishIntake(claim: Claim, result: IntakeResult): Promise<boolean>;
  finishCoding(claim: Claim, answer: Answer, trace: readonly TraceEntry[]): Promise<boolean>;
  finishReply(claim: Claim, status: 'answered' | 'held' | 'failed', reason: string): Promise<boolean>;
  /**
   * Gives the stage back: due again at `notBefore`. After a fault it is held when the attempts are used up; an orderly
   * wait takes back the attempt that its claim counted.
   */
  release(
    claim: Claim,
    reason: { readonly reason: string; readonly notBefore: Date; readonly isWait?: boolean },
  ): Promise<'retry' | 'held'>;
  /** Work that is due and that no doorbell may have told anybody about (crash between commit and ring). */
  due(limit: number): Promise<readonly { readonly id: ConsultationId; readonly stage: WorkStage }[]>;
}

/** What is remembered of senders: known by keyed hashes only, and each thing once per consultation however often it is tried. */
export interface SenderStore {
  /** True once a day for this address and kind: the caller may send the notice. Idempotent for one consultation. */
  mayNotify(address: string, kind: NoticeKind, id: ConsultationId): Promise<boolean>;
  /**
   * Counts the consultation under every counter, at the time `at`; the first one that is above its cap in the time that
   * ends or begins there.
   */
  arrive(id: ConsultationId, at: Date, counters: readonly Counter[]): Promise<Counter | undefined>;
  /**
   * Counts the consultation under all counters, or, when one is used up about the time `at`, under none and returns that
   * one. Of two callers for the last place one gets it.
   */
  grant(id: ConsultationId, at: Date, counters: readonly Counter[]): Promise<Counter | undefined>;
  /** Remembers that the address answered the confirm notice it was sent, and tells since when it is confirmed. */
  confirm(address: string, answered: AnsweredMail | undefined, id: ConsultationId): Promise<Confirmation>;
}

// ---- the doorbell: BullMQ; official data ----------------------------------------------------
/** Tells a worker that work is due. Losing a ring loses nothing: housekeeping rings again. */
export interface Doorbell {
  ring(stage: WorkStage, id: ConsultationId, delayMs?: number): Promise<void>;
}

export interface OfficialData {
  forCodes(codes: readonly string[], dateOfService: IsoDate): Promise<OfficialFacts>;
}

// ---- watching -------------------------------------------------------------------------------

/** What a log line may carry: ids, enums, counts. Never text of a mail or a note. */
export type SafeFields = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  info(event: string, fields?: SafeFields): void;
  warn(event: string, fields?: SafeFields): void;
  error(event: string, fields?: SafeFields): void;
}

export interface Clock {
  now(): Date;
}
