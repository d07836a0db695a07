import { documentsOf } from '../core/mail/case-text/documents-of.ts';
import { readMail } from '../core/mail/read-mail.ts';
import type { OwnMail } from '../core/mail/thread/thread.ts';
import type {
  AttachmentFault,
  AttachmentText,
  InboundEmail,
  MailAddress,
  MailReading,
  MailVerdict,
} from '../core/model/inbound-email.ts';
import { fileAsMail } from './as-mail.ts';
import type { AttachmentReader, MimeReader } from './ports.ts';

interface InspectAddress {
  readonly name: string | null;
  readonly address: string;
}

/** How one mail is read, in the stable shape of `inspect --json` (null where JSON has no undefined). */
export interface InspectJson {
  readonly file: string;
  readonly verdict: MailVerdict;
  readonly reason: string;
  readonly from: InspectAddress | null;
  readonly to: readonly InspectAddress[];
  readonly subject: string;
  readonly messageId: string | null;
  /** ISO 8601, UTC. */
  readonly date: string | null;
  readonly forwarded: {
    readonly from: InspectAddress | null;
    readonly to: readonly InspectAddress[];
    readonly cc: readonly InspectAddress[];
    readonly date: string | null;
    readonly subject: string | null;
    readonly body: string;
  } | null;
  readonly visibleText: string;
  readonly trimmedText: string;
  readonly signature: string;
  readonly recipients: readonly { readonly address: string; readonly action: string; readonly status: string }[];
  readonly attachments: readonly {
    readonly filename: string;
    readonly type: string;
    readonly bytes: number;
    readonly text: string;
    readonly ocrConfidence: number | null;
    readonly error: AttachmentFault | null;
  }[];
  /** Why the mail could not be read; `no-file` when there was nothing to read it from. */
  readonly error: InspectFault | null;
}

export type InspectFault = 'too-slow' | 'too-large' | 'broken' | 'no-file';

export interface InspectSource {
  /** Its ending says what it is: a body (`.txt`, `.html`), an attachment (`.pdf`, `.docx`), anything else a whole mail. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface InspectReaders {
  readonly mime: MimeReader;
  readonly attachments: AttachmentReader;
}

type AttachmentJson = InspectJson['attachments'][number];

/** Reads one mail as the intake worker would and shows every step. Never throws for a bad mail. */
export async function inspectMail(source: InspectSource, readers: InspectReaders, own: OwnMail): Promise<InspectJson> {
  const outcome = await readers.mime.read(fileAsMail(source.file, source.bytes) ?? source.bytes);
  if (outcome.outcome === 'unreadable') return unreadableMail(source.file, outcome.why);
  const { email } = outcome;
  const reading = readMail(email, own);
  const attachments: AttachmentJson[] = [];
  const time = readers.attachments.timeForMail();
  for (const part of documentsOf(email)) attachments.push(...toJson(await readers.attachments.read(part, time)));
  return { ...describe(source.file, email, reading), attachments };
}

function describe(file: string, email: InboundEmail, reading: MailReading): Omit<InspectJson, 'attachments'> {
  const { forwarded } = reading;
  return {
    file,
    verdict: reading.verdict,
    reason: reading.reason,
    from: addressOrNull(email.from),
    to: email.to.map(toAddress),
    subject: email.subject,
    messageId: email.messageId ?? null,
    date: email.date?.toISOString() ?? null,
    forwarded:
      forwarded === undefined
        ? null
        : {
            from: addressOrNull(forwarded.from),
            to: forwarded.to.map(toAddress),
            cc: forwarded.cc.map(toAddress),
            date: forwarded.date ?? null,
            subject: forwarded.subject ?? null,
            body: forwarded.body,
          },
    visibleText: reading.visibleText,
    trimmedText: reading.trimmedText,
    signature: reading.signature,
    recipients: reading.recipients,
    error: null,
  };
}

/** The line of a file that yields no mail: a batch goes on after it. */
export function unreadableMail(file: string, why: InspectFault): InspectJson {
  return {
    file,
    verdict: 'unreadable',
    reason: why === 'no-file' ? 'it is no file, or may not be read' : `the MIME source is ${why}`,
    from: null,
    to: [],
    subject: '',
    messageId: null,
    date: null,
    forwarded: null,
    visibleText: '',
    trimmedText: '',
    signature: '',
    recipients: [],
    attachments: [],
    error: why,
  };
}

/** The file and, under `archive.zip/note.pdf`, the files inside it. */
function toJson({ filename, type, bytes, text, ocrConfidence, error, files = [] }: AttachmentText): AttachmentJson[] {
  const own = { filename, type, bytes, text, ocrConfidence: ocrConfidence ?? null, error: error ?? null };
  return [own, ...files.flatMap(toJson).map((inner) => ({ ...inner, filename: `${filename}/${inner.filename}` }))];
}

function toAddress({ name, address }: MailAddress): InspectAddress {
  return { name: name ?? null, address };
}

function addressOrNull(address: MailAddress | undefined): InspectAddress | null {
  return address === undefined ? null : toAddress(address);
}
