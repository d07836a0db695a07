import type { MailFile } from './mail-files.ts';

/** A file that stands in the text of a mail as Unix wrote it before MIME (POSIX.1, uuencode). */
export interface TextAndFiles {
  readonly text: string;
  readonly files: readonly MailFile[];
}

const BEGIN = /^begin [0-7]{3,4} (\S.{0,200})$/gm;
const MOST_FILES = 20;
const MOST_BYTES = 25_000_000;
/** A line tells its length in its first character: 45 bytes in 60 characters, fewer in the last one. */
const MOST_LINE_BYTES = 45;
const TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  pdf: 'application/pdf',
  rtf: 'application/rtf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  zip: 'application/zip',
};

/** Takes the uuencoded files out of a text. A block with a broken line or without an end stays text. */
export function withoutUuencoded(text: string): TextAndFiles {
  const files: MailFile[] = [];
  let kept = '';
  let from = 0;
  let room = MOST_BYTES;
  for (const hit of text.matchAll(BEGIN)) {
    if (hit.index < from || files.length === MOST_FILES) continue;
    const block = readBlock(text, hit.index + hit[0].length + 1, room);
    if (block === undefined) continue;
    const filename = (hit[1] ?? '').trim();
    const ending = filename.toLowerCase().split('.').at(-1) ?? '';
    const contentType = TYPES[ending] ?? 'application/octet-stream';
    files.push({ contentType, filename, content: block.content });
    room -= block.content.length;
    kept += text.slice(from, hit.index);
    from = block.end;
  }
  return files.length === 0 ? { text, files } : { text: `${kept}${text.slice(from)}`.trim(), files };
}

function readBlock(text: string, from: number, room: number): { content: Buffer; end: number } | undefined {
  const chunks: Buffer[] = [];
  let size = 0;
  for (let at = from; at < text.length; ) {
    const end = text.indexOf('\n', at) === -1 ? text.length : text.indexOf('\n', at);
    const line = text.slice(at, end).replace(/\r$/, '');
    at = end + 1;
    if (line === 'end') return { content: Buffer.concat(chunks), end: Math.min(at, text.length) };
    const bytes = decodeLine(line);
    if (bytes === undefined || size + bytes.length > room) return undefined;
    size += bytes.length;
    chunks.push(bytes);
  }
  return undefined;
}

/** Undefined for a line that is none: another length than it tells, or characters outside the alphabet. */
function decodeLine(line: string): Buffer | undefined {
  if (/^[ `]?$/.test(line)) return Buffer.alloc(0);
  const length = sixBits(line, 0);
  const needed = Math.ceil(length / 3) * 4;
  // Relays cut the blanks that end a line; a checksum may stand behind it.
  if (!/^[ -`]+$/.test(line) || length > MOST_LINE_BYTES || line.length > needed + 2) return undefined;
  const bytes = Buffer.alloc((needed / 4) * 3);
  for (let group = 0; group < needed / 4; group += 1) {
    const at = 1 + group * 4;
    const [a, b, c, d] = [sixBits(line, at), sixBits(line, at + 1), sixBits(line, at + 2), sixBits(line, at + 3)];
    bytes.writeUIntBE((a << 18) | (b << 12) | (c << 6) | d, group * 3, 3);
  }
  return bytes.subarray(0, length);
}

/** Six bits; a blank that was cut away is zero, as is the backtick. */
function sixBits(line: string, at: number): number {
  return at < line.length ? (line.charCodeAt(at) - 32) & 63 : 0;
}
