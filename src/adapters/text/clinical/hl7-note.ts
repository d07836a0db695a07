import { type Hl7Delimiters, type Hl7Message, type Hl7Segment, readMessages, unescapeText } from './hl7-message.ts';
import { chartHead, sectionHeading } from './section-headings.ts';

/** A document sent inside a message (data type ED). */
export interface Hl7File {
  readonly contentType: string;
  readonly base64: string;
}

export interface Hl7Note {
  readonly text: string;
  readonly files: readonly Hl7File[];
}

/** TXA-2, table 0270: kinds of documents a coder may be sent. */
const DOCUMENT_TYPES: Readonly<Record<string, string>> = {
  AN: 'ANESTHESIA RECORD',
  CN: 'CONSULTATION',
  DS: 'DISCHARGE SUMMARY',
  ED: 'EMERGENCY DEPARTMENT NOTE',
  HP: 'HISTORY AND PHYSICAL',
  OP: 'OPERATIVE REPORT',
  PN: 'PROCEDURE NOTE',
  PR: 'PROGRESS NOTE',
  SP: 'SURGICAL PATHOLOGY',
};
const MIME_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  rtf: 'application/rtf',
  html: 'text/html',
  tiff: 'image/tiff',
  jpeg: 'image/jpeg',
};

/**
 * The note in HL7 v2 messages: MDM documents and the text results of ORU (chapters 7 and 9). The lines of the OBX
 * segments stand in order; the head of the chart comes from PID, TXA, PR1 and OBR; documents inside come as files.
 */
export function readHl7Note(source: string): Hl7Note {
  const notes = readMessages(source).map(noteOf);
  return {
    text: notes
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join('\n\n'),
    files: notes.flatMap(({ files }) => files),
  };
}

function noteOf(message: Hl7Message): Hl7Note {
  const { segments, delimiters } = message;
  const observed = observations(segments, delimiters);
  const fileOnly = observed.text === '' && observed.files.length > 0;
  const parts = [fileOnly ? '' : headOf(message), observed.text];
  return { text: parts.filter((part) => part !== '').join('\n\n'), files: observed.files };
}

function headOf({ segments, delimiters }: Hl7Message): string {
  const fieldOf = (name: string, field: number) =>
    segments.find((segment) => segment.name === name && (segment.fields[field] ?? '') !== '')?.fields[field] ?? '';
  const component = (value: string, at: number) => value.split(delimiters.component)[at] ?? '';
  const [family, given, middle] =
    fieldOf('PID', 5).split(delimiters.repetition, 1)[0]?.split(delimiters.component) ?? [];
  const type = fieldOf('TXA', 2);
  const order = fieldOf('OBR', 4);
  const titled = DOCUMENT_TYPES[component(type, 0)] ?? (component(type, 1) || component(order, 1));
  const name = [given, middle, family?.split(delimiters.subcomponent, 1)[0]].filter(Boolean).join(' ');
  return chartHead({
    title: unescapeText(titled, delimiters),
    patient: unescapeText(name, delimiters),
    born: fieldOf('PID', 7),
    sex: component(fieldOf('PID', 8), 0),
    service: fieldOf('PR1', 5) || fieldOf('TXA', 4) || fieldOf('OBR', 7),
  });
}

function observations(segments: readonly Hl7Segment[], delimiters: Hl7Delimiters): Hl7Note {
  const lines: string[] = [];
  const files: Hl7File[] = [];
  const headings = segments.filter(({ name }) => name === 'OBX').map((segment) => headingOf(segment, delimiters));
  const isSectioned = new Set(headings).size > 1;
  let heading = '';
  for (const segment of segments) {
    if (segment.name === 'NTE') lines.push(textOf(segment.fields[3] ?? '', delimiters));
    if (segment.name !== 'OBX') continue;
    const type = segment.fields[2] ?? '';
    if (type === 'ED' || type === 'RP') {
      const data = encapsulated(segment.fields[5] ?? '', delimiters);
      if (typeof data === 'string') lines.push(data);
      else if (data !== undefined) files.push(data);
      continue;
    }
    const own = headingOf(segment, delimiters);
    const isText = /^(?:TX|FT|)$/.test(type) || (type === 'ST' && (segment.fields[6] ?? '') === '');
    if (isText) {
      if (own !== heading && isSectioned && own !== '') lines.push('', `${own}:`);
      heading = own;
      lines.push(textOf(segment.fields[5] ?? '', delimiters));
    } else lines.push(measured(segment, delimiters));
  }
  return { text: lines.join('\n').trim(), files };
}

/** OBX-3 by its LOINC code or its name; the suffix of a report's parts (chapter 7, "&IMP") counts before both. */
function headingOf({ fields }: Hl7Segment, { component, subcomponent }: Hl7Delimiters): string {
  const [code = '', name = ''] = (fields[3] ?? '').split(component);
  if (code.endsWith(`${subcomponent}IMP`)) return 'IMPRESSION';
  return sectionHeading(code, name);
}

/** Repetitions are lines of their own; only the text of a coded value is one. */
function textOf(value: string, delimiters: Hl7Delimiters): string {
  return value
    .split(delimiters.repetition)
    .map((line) => unescapeText(line, delimiters))
    .join('\n');
}

/** `Hemoglobin: 12.3 g/dL`. */
function measured({ fields }: Hl7Segment, delimiters: Hl7Delimiters): string {
  const [code = '', name = ''] = (fields[3] ?? '').split(delimiters.component);
  const [raw = '', text = ''] = (fields[5] ?? '').split(delimiters.component);
  const unit = (fields[6] ?? '').split(delimiters.component, 1)[0] ?? '';
  const value = [text === '' ? raw : text, unit].filter((part) => part !== '').join(' ');
  return value === '' ? '' : unescapeText(`${name || code}: ${value}`, delimiters);
}

/** ED (section 2A.24): source ^ type ^ subtype ^ encoding ^ data. A reference to a file elsewhere (RP) has no data. */
function encapsulated(value: string, delimiters: Hl7Delimiters): Hl7File | string | undefined {
  const [, type = '', subtype = '', encoding = '', ...rest] = value.split(delimiters.component);
  const data = rest.join(delimiters.component);
  if (data === '') return undefined;
  if (!/^base64$/i.test(encoding)) return unescapeText(data, delimiters);
  const kind = (subtype || type).toLowerCase();
  return {
    contentType: MIME_TYPES[kind] ?? 'application/octet-stream',
    base64: unescapeText(data, delimiters).replace(/\s+/g, ''),
  };
}
