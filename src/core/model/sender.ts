/** What is known of whether a mail comes from whom its From header names. */
export type Identity =
  /** The domain of From vouches for the mail (RFC 9989: DMARC, by an aligned DKIM signature or SPF). */
  | { readonly proof: 'pass' }
  /** The domain of From publishes how its mail is known, and this one is not. */
  | { readonly proof: 'fail'; readonly reason: string }
  /** Nobody says anything: the domain publishes nothing, or nothing could be looked at. */
  | { readonly proof: 'none'; readonly reason: string }
  /** The name servers did not answer: another time may tell. */
  | { readonly proof: 'temporary'; readonly reason: string };

/** One header field of a mail, in the order of the source; the name in lower case, the value unfolded. */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/** Something of which at most `most` may happen within a time; what is counted is kept as a keyed hash only. */
export interface Counter {
  /** What is counted, e.g. the mails of one sender. */
  readonly of: string;
  readonly most: number;
  /** Milliseconds; undefined: ever. */
  readonly withinMs: number | undefined;
  /** Said to the person who looks at what was held; names nobody. */
  readonly what: string;
}

/** Whether an address answered the notice that asked it to: with this mail, or before. */
export type Confirmation = 'now' | 'before' | 'no';

/** The connection by which a mail came in, as the receiving server saw it: what SPF is asked about (RFC 7208). */
export interface MailClient {
  readonly ip: string;
  readonly helo: string;
  /** The envelope's sender; undefined for a bounce's empty one. */
  readonly envelopeFrom: string | undefined;
}

export type CheckResult = 'pass' | 'fail' | 'none' | 'temporary';

/** What signatures and name servers say of a mail. */
export interface AuthenticationFacts {
  /** RFC 9989; `none` also for a mail without one author's domain. */
  readonly dmarc: CheckResult;
  /** The domain that DMARC was asked about, empty without one. */
  readonly authorDomain: string;
  /** DKIM (RFC 6376). One that leaves out a part of the body lets anybody write there. */
  readonly signatures: readonly {
    readonly result: CheckResult;
    /** Of the author's domain, or one of the same organization. */
    readonly isAligned: boolean;
    readonly coversBody: boolean;
  }[];
  /** Undefined when the client is not known. */
  readonly spf: { readonly domain: string; readonly result: CheckResult } | undefined;
}
