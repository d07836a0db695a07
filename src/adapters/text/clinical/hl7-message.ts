/** One message of HL7 v2 (chapter 2, "Control"), taken apart into fields. */
export interface Hl7Message {
  readonly segments: readonly Hl7Segment[];
  readonly delimiters: Hl7Delimiters;
}

export interface Hl7Segment {
  /** `OBX`. */
  readonly name: string;
  /** `fields[5]` is OBX-5, still escaped, repetitions and components and all. */
  readonly fields: string[];
}

export interface Hl7Delimiters {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escaping: string;
  readonly subcomponent: string;
}

/** The frame of the Minimal Lower Layer Protocol, left in files that were cut out of a stream. */
const MLLP_START = '\u000b';
const MLLP_END = '\u001c';
const MOST_BLANK_LINES = 2;
const MAX_SEGMENTS = 20_000;

/** The messages of a file: one, or a batch with its headers and trailers. Segments may end in CR, LF or both. */
export function readMessages(text: string): readonly Hl7Message[] {
  const messages: { segments: Hl7Segment[]; delimiters: Hl7Delimiters }[] = [];
  let count = 0;
  let blankLines = 0;
  for (const line of text
    .replaceAll(MLLP_START, '\n')
    .replaceAll(MLLP_END, '\n')
    .split(/\r\n?|\n/)) {
    if (/^MSH[^\w\s]/.test(line)) {
      const delimiters = delimitersOf(line);
      messages.push({ delimiters, segments: [segmentOf(line, delimiters)] });
      continue;
    }
    const message = messages.at(-1);
    if (message === undefined || count >= MAX_SEGMENTS) continue;
    count += 1;
    // Blank lines count only between two lines of one field.
    if (line === '') blankLines += 1;
    else {
      addLine(message.segments, line, blankLines, message.delimiters);
      blankLines = 0;
    }
  }
  return messages;
}

/** A line that starts no segment goes on with the field before it: a report whose line breaks nobody escaped. */
function addLine(segments: Hl7Segment[], line: string, blankLines: number, delimiters: Hl7Delimiters): void {
  const isSegment =
    /^[A-Z][A-Z0-9]{2}$/.test(line.slice(0, 3)) && (line.length === 3 || line.charAt(3) === delimiters.field);
  const last = segments.at(-1);
  if (isSegment) segments.push(segmentOf(line, delimiters));
  else if (last !== undefined && !/^[FB]TS/.test(line)) {
    const lineBreak = `${delimiters.escaping}.br${delimiters.escaping}`;
    const text = lineBreak.repeat(Math.min(blankLines, MOST_BLANK_LINES) + 1) + line;
    const at = last.name === 'OBX' ? Math.min(5, last.fields.length - 1) : last.fields.length - 1;
    last.fields[at] = `${last.fields[at] ?? ''}${text}`;
  }
}

/** MSH-1 is the field separator itself, so the fields of MSH are counted from the delimiters on. */
function segmentOf(line: string, { field }: Hl7Delimiters): Hl7Segment {
  const parts = line.split(field);
  const name = parts[0] ?? '';
  return { name, fields: name === 'MSH' ? ['MSH', field, ...parts.slice(1)] : parts };
}

function delimitersOf(line: string): Hl7Delimiters {
  const field = line.charAt(3);
  const [component = '^', repetition = '~', escaping = '\\', subcomponent = '&'] =
    line.slice(4).split(field, 1)[0] ?? '';
  return { field, component, repetition, escaping, subcomponent };
}

const MAX_SEQUENCE_CHARS = 80;

/**
 * A text with its escape sequences undone (section 2.7): delimiters, line breaks, bytes; highlighting is dropped. A
 * backslash that begins no sequence is one that the sender did not escape, and stays.
 */
export function unescapeText(text: string, delimiters: Hl7Delimiters): string {
  const { escaping } = delimiters;
  let out = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf(escaping, at);
    if (start === -1) return out + text.slice(at);
    const window = text.slice(start + 1, start + 2 + MAX_SEQUENCE_CHARS);
    const length = window.indexOf(escaping);
    const meaning = length === -1 ? undefined : meaningOf(window.slice(0, length), delimiters);
    out += text.slice(at, start) + (meaning ?? escaping);
    at = meaning === undefined ? start + 1 : start + length + 2;
  }
}

/** What a sequence stands for, or undefined when it is none. */
function meaningOf(sequence: string, delimiters: Hl7Delimiters): string | undefined {
  const { field, component, repetition, escaping, subcomponent } = delimiters;
  switch (sequence) {
    case 'F':
      return field;
    case 'S':
      return component;
    case 'T':
      return subcomponent;
    case 'R':
      return repetition;
    case 'E':
      return escaping;
    case 'H':
    case 'N':
      return '';
  }
  if (/^\.(?:br|ce)$/i.test(sequence)) return '\n';
  const lines = /^\.sp ?\+?(\d{0,2})$/i.exec(sequence)?.[1];
  if (lines !== undefined) return '\n'.repeat(Math.max(1, Number(lines)));
  if (/^\.(?:in|ti|sk) ?[+-]?\d{1,3}$/i.test(sequence)) return sequence.startsWith('.sk') ? ' ' : '';
  if (/^\.(?:fi|nf)$/i.test(sequence) || /^[CMZ][0-9A-F]{2,8}$/i.test(sequence)) return '';
  const hex = /^X((?:[0-9A-F]{2}){1,30})$/i.exec(sequence)?.[1];
  return hex === undefined ? undefined : Buffer.from(hex, 'hex').toString('latin1').replace(/\r\n?/g, '\n');
}
