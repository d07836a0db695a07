import type { ForwardedOriginal } from '../../model/inbound-email.ts';
import { isBlank, unquote } from '../text-lines.ts';
import { HEADER_LANGUAGES, type HeaderField, type HeaderLanguage, readLabel } from './header-labels.ts';
import { readMailboxes, readSender } from './mailboxes.ts';

/** The headers a mail client prints above a quoted or forwarded mail. */
export interface HeaderBlock {
  readonly fields: ReadonlyMap<HeaderField, string>;
  /** First line after the block. */
  readonly end: number;
}

const MAX_BLOCK_LINES = 20;
const MAX_VALUE_CHARS = 4_000;
const MAX_CONTINUATIONS = 3;

/**
 * The header block that starts exactly at this line: at least a sender and two more headers, the values possibly
 * folded over lines, quoted with `>`, or with blank lines in between.
 */
export function readHeaderBlock(lines: readonly string[], start: number): HeaderBlock | undefined {
  const fields = new Map<HeaderField, string>();
  let at = start;
  while (at < lines.length && at < start + MAX_BLOCK_LINES) {
    const label = readLabel(unquote(lines[at] ?? ''));
    if (label === undefined || (fields.has(label.field) && label.field !== 'other')) break;
    const folded = continuations(lines, at + 1, label.value, label.field);
    fields.set(label.field, [label.value, ...folded].join(' ').slice(0, MAX_VALUE_CHARS).trim());
    at += 1 + folded.length;
    const next = nextLabelLine(lines, at);
    if (next === undefined) break;
    at = next;
  }
  const known = [...fields.keys()].filter((field) => field !== 'other');
  return known.length >= 3 && fields.has('from') ? { fields, end: at } : undefined;
}

/** Where the block goes on: the next line, or past one blank line. */
function nextLabelLine(lines: readonly string[], at: number): number | undefined {
  if (readLabel(unquote(lines[at] ?? '')) !== undefined) return at;
  const isGap = isBlank(unquote(lines[at] ?? ' '));
  return isGap && readLabel(unquote(lines[at + 1] ?? '')) !== undefined ? at + 1 : undefined;
}

/** Lines that belong to the value above: a folded list of addresses, or whatever stands before the next label. */
function continuations(lines: readonly string[], at: number, value: string, field: HeaderField): readonly string[] {
  const found: string[] = [];
  let open = value === '' || (/[,;]\s*$/.test(value) && (field === 'to' || field === 'cc'));
  while (found.length < MAX_CONTINUATIONS) {
    const line = unquote(lines[at + found.length] ?? '');
    if (isBlank(line) || readLabel(line) !== undefined) break;
    if (!open && readLabel(unquote(lines[at + found.length + 1] ?? '')) === undefined) break;
    found.push(line.trim());
    open = /[,;]\s*$/.test(line) && (field === 'to' || field === 'cc');
  }
  return found;
}

/** Yahoo prints the headers on one line without separators: `From: a <a@b>To: "c" <c@d>Sent: ...Subject: ...`. */
export function readInlineHeaders(line: string): ReadonlyMap<HeaderField, string> | undefined {
  const text = line.trim();
  for (const language of HEADER_LANGUAGES) {
    const fields = inlineFields(text, language);
    if (fields !== undefined) return fields;
  }
  return undefined;
}

function inlineFields(text: string, language: HeaderLanguage): ReadonlyMap<HeaderField, string> | undefined {
  const marks: { readonly field: HeaderField; readonly at: number; readonly valueAt: number }[] = [];
  let from = 0;
  for (const field of ['from', 'to', 'cc', 'date', 'subject'] as const) {
    const found = language[field]
      .map((label) => findLabel(text, label, from))
      .filter((mark) => mark !== undefined)
      .sort((one, other) => one.at - other.at)[0];
    if (found === undefined || (field === 'from' && found.at !== 0)) {
      if (field === 'cc') continue;
      return undefined;
    }
    marks.push({ field, ...found });
    from = found.valueAt;
  }
  return new Map(
    marks.map((mark, index) => [
      mark.field,
      text
        .slice(mark.valueAt, marks[index + 1]?.at)
        .replace(/^\s*[:：]?\s*/, '')
        .trim(),
    ]),
  );
}

/** Case-sensitive, with a colon or at least a space after it: `Doe` is no `Do`. */
function findLabel(text: string, label: string, from: number): { at: number; valueAt: number } | undefined {
  for (let at = text.indexOf(label, from); at !== -1; at = text.indexOf(label, at + 1)) {
    const valueAt = at + label.length;
    if (/^(?: ?[:：]| )/.test(text.slice(valueAt, valueAt + 2))) return { at, valueAt };
  }
  return undefined;
}

export function toOriginal(fields: ReadonlyMap<HeaderField, string>, body: string): ForwardedOriginal {
  const from = fields.get('from');
  return {
    from: from === undefined || from === '' ? undefined : readSender(from),
    to: readMailboxes(fields.get('to') ?? ''),
    cc: readMailboxes(fields.get('cc') ?? ''),
    date: fields.get('date') || undefined,
    subject: fields.get('subject') || undefined,
    body,
  };
}
