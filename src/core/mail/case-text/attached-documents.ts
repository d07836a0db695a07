import type { AttachmentFault, AttachmentText, FileKind } from '../../model/inbound-email.ts';
import { isAccessory } from './documents-of.ts';

/** One readable or unreadable file of a mail under the number its sender knows it by. */
export interface AttachedDocument {
  /** `2`; `2.1` for the first file inside the second attachment. */
  readonly number: string;
  readonly kind: string;
  readonly text: string;
  /** Something of it was read: its text, or files inside it. */
  readonly isRead: boolean;
  readonly ocrConfidence: number | undefined;
  readonly error: AttachmentFault | undefined;
}

const CONVERT = 'Send it as a PDF or paste its text.';
const SMALLER = 'Send the pages of the note alone or paste their text.';

/** What is wrong with a file, and what its sender can do. */
const FAULTS: Readonly<Record<Exclude<AttachmentFault, 'decoration'>, readonly [wrong: string, advice: string]>> = {
  unsupported: ['is of a kind that is not read', CONVERT],
  'old-format': ['is a file of Office before 2007', 'Save it as .docx or PDF and send that, or paste its text.'],
  'no-text': ['has no text in it that can be read', 'Send a clearer copy or paste its text.'],
  broken: ['is damaged', 'Send it again as a PDF or paste its text.'],
  encrypted: ['is protected by a password', 'Send it without one or paste its text.'],
  'too-large': ['is too large', SMALLER],
  'expands-too-far': ['unpacks to far more than a document should', CONVERT],
  'nested-too-deep': ['is an archive too deep inside other archives', 'Attach its files to the mail themselves.'],
  'too-many-files': ['holds more files than are read', 'Send the files of one case only.'],
  'too-many-pages': ['has more scanned pages than are read', SMALLER],
  'undecodable-pages': [
    'holds pages in a picture format that is not read',
    'Scan it as JPEG or fax (Group 4) or paste its text.',
  ],
  'too-slow': ['took too long to read', CONVERT],
  'out-of-time': ['came when the time for reading was up', 'Send it in a mail of its own or paste its text.'],
  'too-much-memory': ['needed too much memory to read', CONVERT],
};

const KIND_WORDS: Readonly<Record<FileKind, string | undefined>> = {
  pdf: 'PDF',
  docx: 'Word',
  odt: 'OpenDocument',
  rtf: 'RTF',
  html: 'HTML',
  text: 'text',
  cda: 'CDA',
  hl7: 'HL7',
  zip: 'ZIP',
  tnef: 'winmail.dat',
  image: 'image',
  'old-office': 'old Office',
  unknown: undefined,
};

/** The documents of a mail in order, those inside other files after them. */
export function attachedDocuments(attachments: readonly AttachmentText[]): readonly AttachedDocument[] {
  return attachments.filter(({ type }) => !isAccessory(type)).flatMap((file, index) => numbered(file, `${index + 1}`));
}

function numbered(file: AttachmentText, number: string): readonly AttachedDocument[] {
  const { text, type, kind, ocrConfidence, error, files = [] } = file;
  const own = {
    number,
    kind: kindWords(kind, type),
    text: text.trim(),
    isRead: text.trim() !== '' || files.length > 0,
    ocrConfidence,
    error,
  };
  const isOnlyContainer = files.length > 0 && own.text === '' && error === undefined;
  return [...(isOnlyContainer ? [] : [own]), ...files.flatMap((inner, at) => numbered(inner, `${number}.${at + 1}`))];
}

/** Sentences for the reply: read by OCR, not or not wholly read; never with a file's name, which may hold a patient's. */
export function limitsOf(document: AttachedDocument): readonly string[] {
  return [ocrSentence(document), faultSentence(document)].filter((sentence) => sentence !== undefined);
}

/** A clean scan is read with 93 and more; where one character in twenty is wrong, the figure is about 80. */
const LOW_CONFIDENCE = 80;

function ocrSentence({ number, kind, ocrConfidence }: AttachedDocument): string | undefined {
  if (ocrConfidence === undefined) return undefined;
  const [how, check] =
    ocrConfidence < LOW_CONFIDENCE ? [' with low confidence', ': check the quotes against the original'] : ['', ''];
  return `Attachment ${number} (${kind}) was read by OCR${how} (${ocrConfidence} of 100)${check}.`;
}

function faultSentence({ number, kind, isRead, error }: AttachedDocument): string | undefined {
  // Nobody misses the words of a logo.
  if (error === undefined || error === 'decoration') return undefined;
  const [wrong, advice] = FAULTS[error];
  const extent = isRead ? 'was read in part only' : 'could not be read';
  return `Attachment ${number} (${kind}) ${extent}: it ${wrong}. ${advice}`;
}

/** By its bytes where they tell, by its declared type where the file could not be opened. */
function kindWords(kind: FileKind | undefined, type: string): string {
  const byBytes = kind === undefined ? undefined : KIND_WORDS[kind];
  if (byBytes !== undefined) return byBytes;
  if (type.includes('pdf')) return 'PDF';
  if (type.includes('wordprocessing')) return 'Word';
  if (type.includes('msword')) return 'Word';
  if (type.startsWith('image/')) return 'image';
  if (type.includes('rtf')) return 'RTF';
  if (type.includes('zip')) return 'ZIP';
  return type.startsWith('text/') ? 'text' : 'file';
}
