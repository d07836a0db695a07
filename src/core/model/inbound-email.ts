/** One address of a header, as written: the name may be hostile text. */
export interface MailAddress {
  readonly name: string | undefined;
  readonly address: string;
}

/** A file of the mail, still undecoded into text. */
export interface AttachmentPart {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** Shown inside the HTML (a logo), so not a document the sender attached. */
  readonly inline: boolean;
}

/** An e-mail read from its MIME source: everything later stages may judge, nothing judged yet. */
export interface InboundEmail {
  /** `<id@host>` with its angle brackets, or undefined when the header is missing. */
  readonly messageId: string | undefined;
  readonly inReplyTo: string | undefined;
  readonly references: readonly string[];
  readonly from: MailAddress | undefined;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly subject: string;
  readonly date: Date | undefined;
  /** Lower-case header name -> its values in order of appearance. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** text/plain, or the text of the HTML when there is no plain part. */
  readonly text: string;
  readonly html: string | undefined;
  readonly attachments: readonly AttachmentPart[];
  /** message/rfc822 parts: a forward "as attachment" arrives here. */
  readonly embedded: readonly InboundEmail[];
  readonly sizeBytes: number;
}

/** The display names of a mail's people: identifiers, whoever they are. */
export function namesOf({ from, to, cc }: Pick<InboundEmail, 'from' | 'to' | 'cc'>): readonly string[] {
  return [from, ...to, ...cc].flatMap((person) => (person?.name === undefined ? [] : [person.name]));
}

/** What a file is by its bytes, whatever its name and its declared type say. */
export type FileKind =
  | 'pdf'
  | 'docx'
  | 'odt'
  | 'rtf'
  | 'html'
  | 'text'
  | 'cda'
  | 'hl7'
  | 'zip'
  | 'tnef'
  | 'image'
  /** An OLE file of Office before 2007, or a newer one behind a password. */
  | 'old-office'
  | 'unknown';

/** The text of one attachment, or the reason why there is none. */
export interface AttachmentText {
  readonly filename: string;
  readonly type: string;
  /** Undefined when the file was never opened. */
  readonly kind?: FileKind | undefined;
  readonly bytes: number;
  readonly text: string;
  /** What was found inside a file that holds others: an archive, a message with documents in it. */
  readonly files?: readonly AttachmentText[] | undefined;
  /** 0-100 when the text was read by OCR. */
  readonly ocrConfidence: number | undefined;
  readonly error: AttachmentFault | undefined;
}

export type AttachmentFault =
  | 'unsupported'
  /** Office before 2007. */
  | 'old-format'
  | 'no-text'
  /** A picture too small for a page with nothing to read in it: a logo, a signature picture. */
  | 'decoration'
  | 'broken'
  | 'encrypted'
  | 'too-large'
  | 'expands-too-far'
  | 'nested-too-deep'
  | 'too-many-files'
  | 'too-many-pages'
  | 'undecodable-pages'
  | 'too-slow'
  /** The time for the attachment, or for all of the mail, was up. */
  | 'out-of-time'
  | 'too-much-memory';

export const MAIL_VERDICTS = [
  'case',
  'question',
  'follow_up',
  'auto_reply',
  'bounce',
  'delay_notice',
  'delivered_report',
  'feedback_report',
  'list',
  'calendar',
  'encrypted',
  'own',
  'empty',
  'unreadable',
] as const;

/** What a mail is, before anybody asks who may send one. */
export type MailVerdict = (typeof MAIL_VERDICTS)[number];

/** The mail inside a forwarded mail: it is the case; its forwarder gets the answer. */
export interface ForwardedOriginal {
  readonly from: MailAddress | undefined;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly date: string | undefined;
  readonly subject: string | undefined;
  readonly body: string;
}

/** One recipient of a delivery status notification (RFC 3464, section 2.3). */
export interface ReportedRecipient {
  readonly address: string;
  readonly action: string;
  readonly status: string;
}

/** How one mail is read: the verdict, why, and its text taken apart (nothing thrown away). */
export interface MailReading {
  readonly verdict: MailVerdict;
  /** One short sentence without any text of the mail. */
  readonly reason: string;
  readonly forwarded: ForwardedOriginal | undefined;
  /** What the sender wrote himself, above quotes and signature. */
  readonly visibleText: string;
  /** Quoted thread and whatever else was cut from the visible text. */
  readonly trimmedText: string;
  readonly signature: string;
  readonly recipients: readonly ReportedRecipient[];
}
